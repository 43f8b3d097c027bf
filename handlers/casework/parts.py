"""A case in parts: one number for the filer, a part for each office or post that has to do
something (一揽子调处).
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from domain import changes, deadlines
from domain.case import MOVES, Act, Case, State
from handlers.casework import card as cards
from handlers.casework import deadlines as terms
from handlers.casework import notices, phrases, routing
from handlers.casework import perform as casework
from handlers.casework.perform import Actor
from handlers.casework.routing import Team
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Refused, Turn
from storage.unit import Unit

MOST_PARTS = 10  # one level deep


async def split(
    turn: Turn, case: Case, value: str, words: str, media: Sequence[int]
) -> Case:
    """One part for each team in `value` ('office:CG+post:police'). `words` say what each is
    asked to do.
    """
    named = [
        routing.team_of(turn.unit.directory, turn.setup, case.area, one)
        for one in value.split("+")
        if one
    ]
    teams = [team for team in named if team is not None]
    if not teams or len(teams) < len(named):
        raise Refused("refuse-old-button")
    known_parts = (
        [part for part in await turn.unit.cases.parts_of(case.id) if part.open]
        if case.parts
        else []
    )
    for team in teams:
        if any(
            (part.post, part.office) == (team.post, team.office) for part in known_parts
        ):
            name = phrases.team(
                turn.unit, turn.setup, team.post, team.office, turn.language
            )
            raise Refused("refuse-part-twice", team=name)
    if case.parts + len(teams) > MOST_PARTS:
        raise Refused("refuse-parts", most=MOST_PARTS)
    actor = casework.actor_of(turn)
    case = await casework.perform(
        turn.unit,
        turn.setup,
        actor,
        case,
        Act.SPLIT,
        words,
        media,
        parts=case.parts + len(teams),
        quietly=True,
    )
    kept = await turn.unit.media.of_case(case.id)
    photos = tuple(
        row.id for row in kept if row.media.kind == "photo" and row.status != "refused"
    )
    for number, team in enumerate(teams, case.parts - len(teams) + 1):
        part = _part(turn, case, team, number, words)
        await cards.send_new(turn.unit, turn.setup, part, photos)
    return case


def _part(turn: Turn, case: Case, team: Team, number: int, words: str) -> Case:
    """A case of its own with its own people and clock, due when the whole is."""
    unit, now = turn.unit, turn.unit.now
    made = unit.next_id("cases")
    to = routing.carer(unit, turn.setup, team, made)
    said = "\n".join(filter(None, (words, case.words)))
    filed = Case(
        id=made,
        number=f"{case.number}-{number}",
        kind=case.kind,
        category=case.category,
        urgency=case.urgency,
        state=State.FILED,
        words=said,
        area=case.area,
        place=case.place,
        place_words=case.place_words,
        filer_id=case.filer_id,
        assignee_id=None,
        channel=turn.event.channel,
        filed_at=now,
        phase_at=now,
        due_at=case.due_at,
        accept_due=case.accept_due,
        resolve_due=case.resolve_due,
        privacy=case.privacy,
        post=team.post,
        office=team.office,
        parent_id=case.id,
        touched_at=now,
        extended_to=case.extended_to,
        counts_from=case.started_at,
    )
    policy, calendar = terms.of(unit, turn.setup, filed)
    part = replace(filed, assignee_id=to.id if to else None)
    part = deadlines.after(
        part, Act.ASSIGN, State.ASSIGNED if to else State.FILED, now, policy, calendar
    )
    unit.cases.add(part)
    unit.history.add(
        filed,
        Act.FILE,
        turn.person.id,
        turn.event.channel,
        said,
        row=changes.whole(filed),
    )
    if to:
        unit.history.add(
            part,
            Act.ASSIGN,
            None,
            turn.event.channel,
            **changes.difference(filed, part),
        )
    unit.timers.set("case", part.id, deadlines.next_time(part, calendar))
    return part


async def all_done(unit: Unit, case: Case) -> None:
    """Raises Refused while a part of this case is open."""
    waiting = (
        [part.number for part in await unit.cases.parts_of(case.id) if part.open]
        if case.parts
        else []
    )
    if waiting:
        raise Refused("refuse-parts-open", number=case.number, parts=" ".join(waiting))


async def after_resolving(unit: Unit, setup: Setup, part: Case) -> Case:
    """A part that is solved is done with: the filer is asked about the whole only. The last one
    tells its lead.
    """
    if part.state is not State.RESOLVED:
        return part
    part = await casework.perform(
        unit, setup, Actor(None, "clock"), part, Act.CLOSE, quietly=True
    )
    await ended(unit, setup, part)
    return part


async def ended(unit: Unit, setup: Setup, part: Case) -> None:
    """A part has come to its end: the whole's card counts it, and whoever leads hears of it."""
    whole = await unit.cases.get(part.parent_id) if part.parent_id is not None else None
    if whole is None or not whole.open:
        return
    await cards.refresh(unit, setup, whole, whole)
    left = [one for one in await unit.cases.parts_of(whole.id) if one.open]
    key = "notice-part-done" if left else "notice-parts-done"
    about = {"part": part.number, "words": part.answer, "left": len(left)}
    await notices.say_to(unit, setup, whole.assignee_id, whole, key, **about)


async def rejected(
    unit: Unit, setup: Setup, part: Case, words: str, whose: AbstractSet[int | None]
) -> None:
    """A part is not theirs: whoever leads the whole hears why, and whoever had it that it is off
    their list.
    """
    whole = await unit.cases.get(part.parent_id) if part.parent_id is not None else None
    if whole is not None:
        await cards.refresh(unit, setup, whole, whole)
        whose = whose | {whole.assignee_id}
    for person_id in whose:
        await notices.say_to(
            unit,
            setup,
            person_id,
            whole,
            "notice-part-rejected",
            part=part.number,
            words=words,
        )


async def go_with(unit: Unit, setup: Setup, whole: Case) -> None:
    """The whole has ended otherwise: nobody has to go on with its parts."""
    for part in await unit.cases.parts_of(whole.id) if whole.parts else ():
        if (part.state, Act.WITHDRAW) in MOVES:
            await casework.perform(
                unit, setup, Actor(None, "clock"), part, Act.WITHDRAW, quietly=True
            )
            await notices.say_to(
                unit, setup, part.assignee_id, part, "notice-part-dropped"
            )


async def as_private(
    unit: Unit, setup: Setup, whole: Case, actor_id: int, channel: str
) -> None:
    """Who may know of a case may know of its parts, and of what was merged into it: no more and
    no less.
    """
    for one in [
        *await unit.cases.parts_of(whole.id),
        *await unit.cases.merged_into(whole.id),
    ]:
        if one.privacy is not whole.privacy:
            after = replace(one, privacy=whole.privacy)
            unit.cases.change(after)
            unit.history.add(
                after,
                Act.RECLASSIFY,
                actor_id,
                channel,
                **changes.difference(one, after),
            )
            await cards.refresh(unit, setup, after, one)
