"""What all the words of a draft mean, each time when something was added to it."""

from __future__ import annotations

from collections.abc import Iterator

from domain.draft import Draft
from domain.kinds import HASTE, Kind, Urgency
from domain.offices import blamed
from domain.places.phrases import may_name, unhedged
from domain.privacy import STRICTNESS, Privacy
from domain.reading.model import Context, Reading
from domain.reading.read import read
from handlers.dialog.fields import located, texts, words
from handlers.dialog.turn import Turn
from handlers.filing import there
from handlers.filing.draft import is_bare, seen, with_about
from handlers.filing.hearing import SURE, read_text


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
    if found.danger is None and may_name(unhedged(located(draft).words)):
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
    before = list(_said_before(turn, draft, category.code))
    hastes = (one.urgency for one in (found, *before))
    urgency = max(category.urgency, *hastes, key=HASTE.index)
    accuses = Privacy.CONFIDENTIAL if blamed(words(draft)) else Privacy.OPEN
    given = (found.privacy, category.privacy, accuses, _unnamed(turn, draft))
    privacy = max(*given, *(one.privacy for one in before), key=STRICTNESS.index)
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
        "perhaps": found.perhaps is not None,
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


def _said_before(turn: Turn, draft: Draft, code: str) -> Iterator[Reading]:
    """What the same matter was before the last words came: how private, how urgent."""
    said = [part.text for part in texts(draft)]
    for count in range(1, len(said)):
        found = _read(turn, draft, "\n".join(said[:count]))
        if found.category == code:
            yield found


def _usual(draft: Draft) -> Kind:
    """Without any hint a photo is a hazard and words alone are a call for help."""
    return Kind.HAZARD if seen(draft) else Kind.HELP
