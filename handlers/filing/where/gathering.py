"""What is known of an emergency at its first word: what was said and sent, and where it is.

A pin in one of our areas says it best, then the words, then what this message goes on from: the
case that it replies to, a report that is not sent yet.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.acts import Act
from domain.draft import Draft
from handlers.casework import whereabouts
from handlers.casework.got_worse import of_which
from handlers.casework.permission import visible
from handlers.dialog.asked_whether import asked
from handlers.dialog.filed_last import filed_last
from handlers.dialog.going_on import OVER
from handlers.dialog.marks import marked, open_drafts
from handlers.dialog.turn import Turn
from handlers.filing.hearing import heard, read_text
from handlers.filing.where import location
from handlers.filing.where.known import Known, area_of, area_of_pin, said, written
from handlers.filing.where.places import called_in
from handlers.filing.where.spots import Spot, spot_at, spot_of
from handlers.texts.words import anywhere

CASE = "case"
"""What a form about a case knows of it."""
JUST_OVER = timedelta(minutes=30)
"""So long "again" is of the emergency that was taken back, and a danger may be where something was
reported (ours).
"""


async def gather(turn: Turn, draft: Draft | None, whole: bool) -> Known:
    """Of this message and of the `draft` that it goes on from, or of a `whole` draft alone."""
    known = written(turn, draft) if draft and whole else said(turn, draft)
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
    known = known if known.area else await _of_a_draft(turn, known)
    if known.area or known.likely or known.place_words:
        return known
    named = read_text(turn, known.words).places
    return replace(known, place_words=called_in(known.words, named))


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
    again = anywhere("words-there-again").search(turn.event.text.lower())
    if not again:
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
        area, told = area_of(turn, draft), location.words_of(draft)
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
        case = await filed_last(turn, JUST_OVER)
    area = turn.unit.directory.areas.get(case.area) if case else None
    if case is None or area is None or area.code == turn.unit.directory.root:
        return ()
    return (spot_at(area, case.place_words, case.place),)


def _spots_of(turn: Turn, draft: Draft) -> tuple[Spot, ...]:
    """Where a report surely is, as a place to choose."""
    area = turn.unit.directory.areas.get(area_of(turn, draft))
    if area is None:
        return ()
    told = location.words_of(draft)
    return (spot_at(area, told, location.point_of(draft)),)
