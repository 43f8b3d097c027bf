"""Reads what was said: one message when it comes, and a draft over all that is in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from domain.draft import Draft
from domain.kinds import Kind, Urgency
from domain.named import Names, accuses, any_named, wrongs
from domain.offices import blamed
from domain.places.phrases import may_name
from domain.privacy import STRICTNESS, Privacy
from domain.reading.engine import CRY
from domain.reading.model import Context, Intent, Reading
from domain.reading.read import read
from handlers.dialog.fields import A_MATTER, located, texts, words
from handlers.dialog.turn import Turn
from handlers.filing import beside_thanks, there
from handlers.filing.draft import is_bare, seen, with_about
from handlers.filing.said_instead import corrects
from handlers.texts.words import asks, begins
from handlers.texts.words import words as spoken

SURE = 0.3
"""From this margin on the first category stands alone; below it three are offered (ours: on the
labelled sentences nine of ten that are surer are right)."""

CONTENT = (Intent.CONFIRM, Intent.THANKS)
"""What nobody means who begins with "wrong"."""

MATTERS = (Intent.EMERGENCY, Intent.REPORT)

HURRYING = ("words-tell-to", "words-nudge-fill", "words-polite")
"""What stands beside 快点 where somebody else is meant to hurry."""

HASTE = (Urgency.COMPLEX, Urgency.GENERAL, Urgency.UTILITY, Urgency.URGENT)


def heard(turn: Turn) -> Reading:
    """What this message means by itself: asked for by several who look at it one by one."""
    known = turn.heard
    if known is None or known[0] is not turn.event:
        known = turn.heard = (turn.event, _heard(turn))
    return known[1]


def _heard(turn: Turn) -> Reading:
    event = turn.event
    context = Context(photos=bool(event.media))
    reading = _no_cry(read(event.text, context, turn.setup.vocabulary), event.text)
    if reading.intent is Intent.THANKS and reading.sure >= SURE:
        reading = beside_thanks.told(turn, reading, context)
    if reading.intent in CONTENT and begins("words-wrong", event.text):
        return replace(reading, intent=Intent.REPORT)
    if reading.intent is Intent.ABUSE and reading.category and reading.sure >= SURE:
        # who swears of a matter reports it
        told = max(reading.report, A_MATTER)
        return replace(reading, intent=Intent.REPORT, report=told, said=False)
    if _accuses(turn, reading):
        secret = Privacy.CONFIDENTIAL
        return replace(reading, intent=Intent.REPORT, report=A_MATTER, privacy=secret)
    righted = _righted(turn, reading, context)
    found = there.told(turn, righted, event.text, context)
    return there.only_known(turn, found)


def _righted(turn: Turn, reading: Reading, context: Context) -> Reading:
    """What a correction says instead, where all of it is only guessed: "i want to change it" is no
    matter.
    """
    vague = reading.sure < SURE and not reading.asked.secret
    found = corrects(turn.event.text) if vague else None
    if found is None or not found.plain:
        return reading
    told = read(found.said, context, turn.setup.vocabulary)
    if reading.danger and told.danger is None and told.intent in MATTERS:
        return told  # 诶不对 旁边还有一堆: letters heard it in the first words
    if reading.danger:
        return reading
    return told if told.report >= A_MATTER and told.sure > reading.sure else reading


def hurries_on(said: str) -> bool:
    """Whether somebody else is told to be quick, and nothing more is said."""
    keys = ("words-hurry", *HURRYING)
    return asks("words-hurry", said, *HURRYING) and asks("words-tell-to", said, *keys)


def _until_when(said: str) -> bool:
    soon = asks("words-due-soon", said, "words-mine", "words-list-filler")
    return soon or asks(
        "words-until-when", said, "words-until-when-fill", "words-polite"
    )


def _no_cry(reading: Reading, said: str) -> Reading:
    """What only hurries somebody, or asks until when, is no cry and no matter: 告诉他快点."""
    if reading.danger is not None and reading.danger.topic != CRY:
        return reading
    if hurries_on(said):
        talk = Intent.COMPLAINT_UNANSWERED
    elif _until_when(said):
        talk = Intent.STATUS
    else:
        return reading
    return replace(
        reading, intent=talk, danger=None, said=True, category="", privacy=Privacy.OPEN
    )


def _accuses(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether what is taken for talk, or a place, blames somebody by their office; who plainly
    tells of a wrong that one of the staff did has no talk in mind.
    """
    if reading.intent in MATTERS:
        return False
    text, staff = turn.event.text, turn.unit.directory.staff_names
    if blamed(text) or any_named(text, staff, wrongs):
        return True
    guessed = reading.intent in (Intent.CHAT, Intent.CONFIRM) and not reading.said
    if not guessed and reading.intent is not Intent.PLACE_ONLY:
        return False
    return any_named(text, _offices_held(), accuses)


@cache
def _offices_held() -> Names:
    return Names(spoken("words-offices-held"))


def read_text(
    turn: Turn,
    text: str,
) -> Reading:
    """What words mean that were said earlier."""
    return read(text, vocabulary=turn.setup.vocabulary)


def read_draft(
    turn: Turn,
    draft: Draft,
) -> Draft:
    """The draft with what all its words mean. What the filer chose stands; nothing of privacy or
    urgency is ever lowered by a guess.
    """
    kept = _kept(turn, draft, read_whole(turn, draft))
    return with_about(draft, draft.about | {"read": kept})


def read_whole(
    turn: Turn,
    draft: Draft,
) -> Reading:
    """What all its words mean together, with those of the place; what something stands beside says
    nothing of the matter, and takes no danger from it.
    """
    found = _read(turn, draft, _all_words(draft))
    if found.danger is None and may_name(located(draft).words):
        return _read(turn, draft, words(draft))
    return found


def _read(
    turn: Turn,
    draft: Draft,
    text: str,
) -> Reading:
    chosen = draft.about.get("kind")
    context = Context(
        kind=Kind(chosen) if chosen else None,
        photos=seen(draft),
    )
    found = read(text, context, turn.setup.vocabulary)
    return there.told(turn, found, text, context)


def read_with(
    turn: Turn,
    draft: Draft,
) -> Reading:
    """What this message means behind all that the draft says."""
    return read_text(turn, f"{_all_words(draft)}\n{turn.event.text}")


def _all_words(draft: Draft) -> str:
    return "\n".join(filter(None, (words(draft), located(draft).words)))


def _kept(
    turn: Turn,
    draft: Draft,
    found: Reading,
) -> dict[str, object]:
    catalogue = turn.setup.catalogue
    code = draft.about.get("category")
    kind = found.kind or Kind(draft.about.get("kind", _usual(draft)))
    category = catalogue.get(code or found.category) or catalogue.other(kind)
    urgency = max(found.urgency, category.urgency, key=HASTE.index)
    before = _said_before(turn, draft, category.code)
    accuses = Privacy.CONFIDENTIAL if blamed(words(draft)) else Privacy.OPEN
    given = (found.privacy, category.privacy, accuses, _unnamed(turn, draft))
    privacy = max(*given, *before, key=STRICTNESS.index)
    danger = found.danger is not None
    return {
        "code": category.code,
        "kind": category.kind.value,
        "urgency": (Urgency.URGENT if danger else urgency).value,
        "privacy": privacy.value,
        "wants_place": category.kind is Kind.HAZARD or category.wants_place,
        "likely": list(found.likely),
        "sure": code is not None or found.sure >= SURE,
        "danger": danger,
        "bare": code is None and not danger and is_bare(found, words(draft)),
        "unnamed": found.asked.unnamed,
    }


def _unnamed(
    turn: Turn,
    draft: Draft,
) -> Privacy:
    """How private it is for whoever asked before to stay unnamed, or pressed it: as if that stood
    in the same words, since whoever informs against somebody is in danger where that is known.
    """
    asked = Privacy.ANONYMOUS.value
    if not draft.about.get(asked):
        return Privacy.OPEN
    private = read_text(turn, f"{asked}\n{words(draft)}").privacy
    return private if private is Privacy.CONFIDENTIAL else Privacy.OPEN


def _said_before(turn: Turn, draft: Draft, code: str) -> Iterator[Privacy]:
    """How private the same matter was before the last words came."""
    said = [part.text for part in texts(draft)]
    for count in range(1, len(said)):
        found = _read(turn, draft, "\n".join(said[:count]))
        if found.category == code:
            yield found.privacy


def _usual(draft: Draft) -> Kind:
    """Without any hint a photo is a hazard and words alone are a call for help."""
    return Kind.HAZARD if seen(draft) else Kind.HELP
