"""Words of which nothing is known, said while a report is open: they belong to its pictures, or are
a detail of what it tells: how many, which side, since when.
"""

from __future__ import annotations

from domain.draft import Draft
from domain.privacy import Privacy
from domain.reading.model import Intent, Reading
from domain.things import things
from domain.values.phone import has_mobile
from domain.values.text import told_much
from handlers.casework.whereabouts import find
from handlers.dialog import filling
from handlers.dialog.fields import A_MATTER, attachments, words
from handlers.dialog.fits import Heard
from handlers.dialog.fixed import tells_fixed
from handlers.dialog.turn import Turn
from handlers.filing.draft import meant, needs, privacy_of, with_about
from handlers.filing.form import FILING
from handlers.filing.hearing import SURE
from handlers.filing.judging import MATTERS, hear
from handlers.filing.read_over import read_draft, read_with
from handlers.filing.several import matters
from handlers.filing.thing_told import called
from handlers.filing.two_matters import comes_back
from handlers.filing.wishing import goes_on
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, begins, only
from handlers.texts.words import words as spoken

A_SENTENCE = 5
"""Letters of what names a matter: whoever says so tells more than a greeting (ours)."""

A_STORY = 10
"""The same of what names none (ours)."""

HOW_FAR = (Intent.STATUS, Intent.COMPLAINT_UNANSWERED)


REACHED = (Intent.HUMAN, Intent.AD_SPAM)
"""What a telephone number sounds like: whoever reports gives their own."""

GUESSED = (Intent.CHAT, Intent.THANKS, Intent.PLACE_ONLY, Intent.HUMAN)
"""Talk, or a place, that letters alone may guess of what tells something: 有个人."""


def taken(
    turn: Turn,
    draft: Draft,
    reading: Reading,
) -> Draft | None:
    """The report with these words; None where they are none of its own."""
    if words(draft) and called(turn.event.text) and reading.danger is None:
        return added(turn, draft)
    if hear(turn, draft).place and not _adds_no_place(turn):
        return None
    if _belong(turn, draft, reading):
        return added(turn, draft)
    return _with_detail(turn, draft) if _a_detail(turn, draft, reading) else None


def _adds_no_place(turn: Turn) -> bool:
    """补充：还翘着边, where it was asked where: no place is named, and it says that it adds."""
    said = turn.event.text
    return begins("words-add", said) and not find(turn.scene, said, turn.person).sure


def _belong(
    turn: Turn,
    draft: Draft,
    reading: Reading,
) -> bool:
    """Whether what is only guessed to be talk belongs to the pictures or the voice that came, or
    to the bare name of a thing.
    """
    if reading.intent in MATTERS:
        return False
    placed = bool(draft.answers.get("place")) and not words(draft)
    if (meant(draft).bare or placed) and not attachments(draft):
        piece = reading.intent is Intent.CHAT and not reading.said
        return piece or read_with(turn, draft).intent in MATTERS
    said = turn.event.text.strip()
    asked = questioned(said)
    asks = asked and reading.intent in HOW_FAR
    bare = bool(attachments(draft)) and not words(draft)
    shows = not asked and said.lower().startswith(tuple(spoken("words-shows")))
    return bare and (shows or not reading.said) and not asks


def added(
    turn: Turn,
    draft: Draft,
) -> Draft:
    """With these words among its own."""
    heard = Heard(turn.event, report=A_MATTER)
    return filling.take(FILING, draft, heard, [])


def _a_detail(
    turn: Turn,
    draft: Draft,
    reading: Reading,
) -> bool:
    """Whether words that are no place go on from what is written: how many, since when, that nobody
    came. They are shown with it, and nothing said is lost.
    """
    said = turn.event.text
    between = draft.asking or needs(draft)
    if not words(draft) or between not in ("", "place", "photos"):
        return False
    secret = reading.privacy is Privacy.CONFIDENTIAL is not privacy_of(draft)
    guess = reading.intent is Intent.CHAT and reading.sure < SURE
    if len(matters(turn, said)) > 1 or (secret and reading.category and not guess):
        return False
    if goes_on(draft, said) or _adds_no_place(turn):
        return True
    if reading.intent in MATTERS:
        vague = reading.report < A_MATTER and not comes_back(turn, draft, reading)
        return between == "place" and vague
    return begins("words-add", said) or _tells(said, reading)


def _tells(
    said: str,
    reading: Reading,
) -> bool:
    """Whether talk is none: no question but for a hand, and nothing that is only polite or
    impatient.
    """
    if reading.intent in REACHED and has_mobile(said):  # 让他打我电话 138…
        return True
    guessed = not reading.said or reading.intent in HOW_FAR
    if guessed and anywhere("words-asks-hand").search(said.lower()):
        return True
    if questioned(said):
        return False
    if only("words-puzzled", said, "words-hurry", "words-no-idea", "words-polite"):
        return False
    if reading.intent in GUESSED and not reading.said:
        return True
    if reading.intent is Intent.CHAT:  # 保安说下班了
        return tells_in_talk(said, reading)
    if reading.intent is Intent.CONFIRM and (things(said) or _guessed(said, reading)):
        return not tells_fixed(said)  # 就是这个井盖 names it
    small = said.lower()
    if reading.intent is Intent.HOW_TO and not reading.said:  # 不要大号的
        return not anywhere("words-open-question").search(small)
    if anywhere("words-how-long").search(small):
        return reading.intent is not Intent.CANCEL
    asks = anywhere("words-open-question").search(small)
    if reading.intent is Intent.STATUS and not reading.said:  # 还要排队
        return not asks
    return reading.intent is Intent.COMPLAINT_UNANSWERED and not asks


def tells_in_talk(said: str, reading: Reading) -> bool:
    """我明天还路过，可以拍照: a whole sentence, and none to whoever listens."""
    if reading.category:
        return told_much(said) >= A_SENTENCE
    to_us = anywhere("words-says-you").search(said.lower())
    return told_much(said) >= A_STORY and not to_us


def _guessed(said: str, reading: Reading) -> bool:
    """Whether no word of it says yes: "its big"."""
    return not reading.said and not begins("words-consent", said)


def _with_detail(
    turn: Turn,
    draft: Draft,
) -> Draft:
    """A detail says more of the matter and never makes another one of it; of what nobody knows yet
    it may name the thing.
    """
    taken, before = added(turn, draft), meant(draft)
    named = not before.sure and things(turn.event.text) and not things(words(draft))
    if named or meant(read_draft(turn, taken)).code == before.code:
        return taken
    stands = {"category": before.code, "kind": before.kind.value}
    return with_about(taken, taken.about | stands)
