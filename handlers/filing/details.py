"""Words of which nothing is known, said while a report is open: they belong to its pictures, or are
a detail of what would be sent.
"""

from __future__ import annotations

from domain.draft import Draft
from domain.reading.model import Intent, Reading
from handlers.dialog import filling
from handlers.dialog.fields import A_MATTER, attachments, words
from handlers.dialog.fits import Heard
from handlers.dialog.turn import Turn
from handlers.filing.draft import meant, needs, with_about
from handlers.filing.form import FILING
from handlers.filing.hearing import read_draft, read_with
from handlers.filing.judging import MATTERS
from handlers.texts.words import only
from handlers.texts.words import words as spoken

HOW_FAR = (Intent.STATUS, Intent.COMPLAINT_UNANSWERED)


def taken(turn: Turn, draft: Draft, reading: Reading) -> Draft | None:
    """The report with these words; None where they are none of its own."""
    if _belong(turn, draft, reading):
        return _added(turn, draft)
    return _with_detail(turn, draft) if _a_detail(turn, draft, reading) else None


def _belong(turn: Turn, draft: Draft, reading: Reading) -> bool:
    """Whether what is only guessed to be talk belongs to the pictures or the voice that came, or
    to the bare name of a thing.
    """
    if meant(draft).bare and not attachments(draft):
        return read_with(turn, draft).intent in MATTERS
    asked = turn.event.text.strip().endswith(tuple(spoken("words-asks")))
    asks = asked and reading.intent in HOW_FAR
    bare = bool(attachments(draft)) and not words(draft)
    return bare and not reading.said and not asks


def _added(turn: Turn, draft: Draft) -> Draft:
    """With these words among its own."""
    heard = Heard(turn.event, report=A_MATTER)
    return filling.take(FILING, draft, heard, [])


def _a_detail(turn: Turn, draft: Draft, reading: Reading) -> bool:
    """Whether words of which nothing is known stand below what would be sent: how many, which side.
    They are shown with it, and nothing said is lost.
    """
    unknown = reading.intent is Intent.CHAT and not reading.said
    sent_next = bool(words(draft)) and not (draft.asking or needs(draft))
    return unknown and sent_next and not only("words-puzzled", turn.event.text)


def _with_detail(turn: Turn, draft: Draft) -> Draft:
    """A detail says more of the matter and never makes another one of it."""
    taken, before = _added(turn, draft), meant(draft)
    if meant(read_draft(turn, taken)).code == before.code:
        return taken
    stands = {"category": before.code, "kind": before.kind.value}
    return with_about(taken, taken.about | stands)
