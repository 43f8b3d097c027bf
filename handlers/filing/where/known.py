"""What a message and the draft that it goes on from say of a matter, and where it surely is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from domain.draft import Draft
from domain.messages import EventKind, Place
from handlers.casework import whereabouts
from handlers.dialog.fields import attachments, messages, place_of, words
from handlers.dialog.turn import Turn
from handlers.filing.where import location
from handlers.filing.where.spots import Spot


@dataclass(frozen=True, slots=True)
class Known:
    """`media` are ids and kinds. `area` is the code of where it surely is, '' where nobody knows;
    `likely` are the places that the words may mean then.
    """

    words: str
    media: tuple[tuple[int, str], ...] = ()
    messages: tuple[str, ...] = ()
    place: Place | None = None
    place_words: str = ""
    area: str = ""
    likely: tuple[Spot, ...] = ()


def area_of_pin(turn: Turn, place: Place | None, area: str) -> str:
    """The area of the pin, else `area`."""
    found = turn.unit.directory.locate(place) if place else ""
    return found or area


def said(turn: Turn, draft: Draft | None) -> Known:
    """With what this message says."""
    event, unit = turn.event, turn.unit
    if draft and _outdated(turn, draft):
        draft = None
    fits = [one for one in event.media if one.size <= turn.setup.most_bytes]
    came = [(unit.media.add(event, one, None), one.kind.value) for one in fits]
    before = written(turn, draft) if draft else Known("")
    own = event.kind is EventKind.MESSAGE and event.message_id
    return replace(
        before,
        words="\n".join(filter(None, (before.words, event.text.strip()))),
        media=(*before.media, *came),
        messages=(*before.messages, *((event.message_id,) if own else ())),
        place=event.place or before.place,
        place_words=event.called or before.place_words,
    )


def _outdated(turn: Turn, draft: Draft) -> bool:
    """Whether it says nothing but where they were: they may be elsewhere by now."""
    told = words(draft) or attachments(draft)
    return not told and turn.unit.now - draft.touched_at > whereabouts.RECENT


def written(turn: Turn, draft: Draft) -> Known:
    """What the draft says; words of a place that nobody knows stay to be read."""
    told = location.words_of(draft)
    area = area_of(turn, draft)
    read_on = bool(told and not area)
    parts = (words(draft), told if read_on else "")
    return Known(
        "\n".join(filter(None, parts)),
        tuple((part.media, part.kind) for part in attachments(draft)),
        tuple(messages(draft)),
        location.point_of(draft),
        "" if read_on else told,
        area,
    )


def area_of(turn: Turn, draft: Draft) -> str:
    """Where the report surely is: the pin, the code or the place that was named."""
    sure = place_of(draft) or draft.about.get("area") or draft.about.get("spot")
    area = location.area_for(turn, draft) if sure else ""
    return area if area != turn.unit.directory.root else ""
