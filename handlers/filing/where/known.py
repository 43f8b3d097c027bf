"""What is known of an emergency at its first word: what was said and sent, and where it is.

A pin in one of our areas says it best, then the words, then what this message goes on from: the
case that it replies to, a report that is not sent yet.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from domain.acts import Act
from domain.draft import Draft
from domain.messages import EventKind, Place
from handlers.casework import whereabouts
from handlers.casework.got_worse import of_which
from handlers.casework.permission import visible
from handlers.dialog.asked_whether import asked
from handlers.dialog.fields import attachments, messages, place_of, words
from handlers.dialog.going_on import OVER
from handlers.dialog.marks import marked, open_drafts
from handlers.dialog.turn import Turn
from handlers.filing.hearing import heard
from handlers.filing.where import location
from handlers.filing.where.spots import Spot, spot_at, spot_of
from handlers.texts.words import anywhere

CASE = "case"
"""What a form about a case knows of it."""
JUST_OVER = timedelta(minutes=30)
"""So long "again" is of the emergency that was taken back, and a danger may be where something was
reported (ours).
"""


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


async def gather(turn: Turn, draft: Draft | None, whole: bool) -> Known:
    """Of this message and of the `draft` that it goes on from, or of a `whole` draft alone."""
    known = _written(turn, draft) if draft and whole else _said(turn, draft)
    known = replace(known, area=area_of_pin(turn, known.place, known.area))
    if known.area:
        return known
    spot = whereabouts.spotted(turn.scene, None, known.words, turn.person)
    if spot is not None:
        return replace(
            known,
            place=spot.place,
            place_words=spot.name,
            area=spot.area,
        )
    if known.place is not None:
        return known
    known = await _of_a_case(turn, known)
    known = known if known.area else await _of_the_last(turn, known)
    return known if known.area else await _of_a_draft(turn, known)


def area_of_pin(turn: Turn, place: Place | None, area: str) -> str:
    """The area of the pin, else `area`."""
    found = turn.unit.directory.locate(place) if place else ""
    return found or area


def _said(turn: Turn, draft: Draft | None) -> Known:
    """With what this message says."""
    event, unit = turn.event, turn.unit
    if draft and _outdated(turn, draft):
        draft = None
    fits = [one for one in event.media if one.size <= turn.setup.most_bytes]
    came = [(unit.media.add(event, one, None), one.kind.value) for one in fits]
    before = _written(turn, draft) if draft else Known("")
    own = event.kind is EventKind.MESSAGE and event.message_id
    return replace(
        before,
        words="\n".join(filter(None, (before.words, event.text.strip()))),
        media=(*before.media, *came),
        messages=(*before.messages, *((event.message_id,) if own else ())),
        place=event.place or before.place,
    )


def _outdated(turn: Turn, draft: Draft) -> bool:
    """Whether it says nothing but where they were: they may be elsewhere by now."""
    told = words(draft) or attachments(draft)
    return not told and turn.unit.now - draft.touched_at > whereabouts.RECENT


def _written(turn: Turn, draft: Draft) -> Known:
    """What the draft says; words of a place that nobody knows stay to be read."""
    told = location.words_of(draft)
    area = _area_of(turn, draft)
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


def _area_of(turn: Turn, draft: Draft) -> str:
    """Where the report surely is: the pin, the code or the place that was named."""
    sure = place_of(draft) or draft.about.get("area") or draft.about.get("spot")
    area = location.area_for(turn, draft) if sure else ""
    return area if area != turn.unit.directory.root else ""


async def _of_a_case(turn: Turn, known: Known) -> Known:
    """With the place of the case that the message replies to, or names, or that got worse."""
    event, unit = turn.event, turn.unit
    sent = None
    if event.reply_to:
        sent = await unit.sent_messages.at(event.chat, event.reply_to)
    told = turn.said_of or (sent.case_id if sent else None)
    if told is None:
        worse = await of_which(unit, turn.person.id, event.text, heard(turn))
        told = worse.id if worse else None
    return await _placed_by(turn, known, told)


async def _of_the_last(turn: Turn, known: Known) -> Known:
    """With the place of what was over some minutes ago and is there again: 又烧起来了."""
    said = turn.event.text.lower()
    if not anywhere("words-there-again").search(said):
        return known
    kept = await marked(turn, OVER, JUST_OVER)
    return await _placed_by(turn, known, kept.about[CASE]) if kept else known


async def _placed_by(turn: Turn, known: Known, case_id: int | None) -> Known:
    """With the place of this case, where they may know it."""
    unit = turn.unit
    case = await unit.cases.get(case_id) if case_id else None
    if case is None or case.area == unit.directory.root:
        return known
    mine = case.filer_id == turn.person.id
    if not mine and not await visible(unit, turn.person, case, Act.NOTE):
        return known
    return replace(
        known,
        place=case.place,
        place_words=case.place_words,
        area=case.area,
    )


async def _of_a_draft(turn: Turn, known: Known) -> Known:
    """With the place of a report that is not sent yet, or of the case about which something is
    written; else with the places that may be meant, by this message or by that report, and where
    they were before.
    """
    before: tuple[Spot, ...] = ()
    found = whereabouts.find(turn.scene, known.words, turn.person).likely
    for draft in reversed(await open_drafts(turn)):
        if turn.unit.now - draft.touched_at > whereabouts.RECENT:
            before += _spots_of(turn, draft)
            continue
        about = draft.about.get(CASE)  # what a filing is offered is no number
        placed = await _placed_by(
            turn, known, about if isinstance(about, int) else None
        )
        if placed.area:
            return placed
        area, told = _area_of(turn, draft), location.words_of(draft)
        if area:
            place = location.point_of(draft)
            return replace(known, place=place, place_words=told, area=area)
        asked = draft.about.get("spots")
        if asked and not found:
            return replace(known, place_words=told, likely=(*asked, *before))
    likely = (*map(spot_of, found), *before, *await _of_the_filed(turn))
    return replace(known, likely=likely)


async def _of_the_filed(turn: Turn) -> tuple[Spot, ...]:
    """Where what they filed some minutes ago is, or what they were asked about: it may be there."""
    last = await asked(turn)
    case = await turn.unit.cases.get(last) if last is not None else None
    if case is None:
        own = await turn.unit.cases.open_of(turn.person.id, 1)
        fresh = (one for one in own if turn.unit.now - one.filed_at <= JUST_OVER)
        case = next(fresh, None)
    area = turn.unit.directory.areas.get(case.area) if case else None
    if case is None or area is None or area.code == turn.unit.directory.root:
        return ()
    return (spot_at(area, case.place_words, case.place),)


def _spots_of(turn: Turn, draft: Draft) -> tuple[Spot, ...]:
    """Where a report surely is, as a place to choose."""
    area = turn.unit.directory.areas.get(_area_of(turn, draft))
    if area is None:
        return ()
    told = location.words_of(draft)
    return (spot_at(area, told, location.point_of(draft)),)
