"""Splits a case: a part of its own for each team that has to do something."""

from __future__ import annotations

from dataclasses import replace

from domain import changes, phases
from domain.acts import Act
from domain.case import Case
from domain.states import State
from handlers.casework import phrases
from handlers.casework.cards.card_files import shown_files, shown_photos
from handlers.casework.cards.card_sending import send_new
from handlers.casework.carers.carers import carer
from handlers.casework.carers.routing import Team, team_of
from handlers.casework.complaints import kept_from
from handlers.casework.deadlines import policy_and_calendar
from handlers.casework.happened import TOLD_NOBODY, Given
from handlers.casework.parts import open_parts
from handlers.casework.perform import perform
from handlers.casework.timers import plan
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Refused

MOST_PARTS = 10  # one level deep


async def split(
    scene: Scene,
    case: Case,
    value: str,
    given: Given,
) -> Case:
    """One part for each team in `value` ('office:CG+post:police'). The words say what each is
    asked to do. Raises Refused.
    """
    teams = _teams(scene, case, value)
    await _check(scene, case, teams)
    before = case.parts
    changed = {"parts": before + len(teams)}
    done = await perform(scene, case, Act.SPLIT, given, changed, TOLD_NOBODY)
    photos = await shown_photos(scene.unit, done.case)
    files = await shown_files(scene.unit, done.case)
    for number, team in enumerate(teams, before + 1):
        part = _part(scene, done.case, team, number, given.words)
        await send_new(scene, part, photos, files)
    return done.case


def _teams(
    scene: Scene,
    case: Case,
    value: str,
) -> list[Team]:
    named = [one for one in value.split("+") if one]
    directory, setup = scene.unit.directory, scene.setup
    found = [team_of(directory, setup, case.area, one) for one in named]
    teams = [team for team in found if team is not None]
    if not teams or len(teams) < len(named):
        raise Refused("refuse-old-button")
    return teams


async def _check(scene: Scene, case: Case, teams: list[Team]) -> None:
    taken = {(part.post, part.office) for part in await open_parts(scene, case)}
    for team in teams:
        if (team.post, team.office) in taken:
            language = scene.language_of(scene.actor.person)
            unit, setup = scene.unit, scene.setup
            name = phrases.team(unit, setup, team.post, team.office, language)
            raise Refused("refuse-part-twice", team=name)
    if case.parts + len(teams) > MOST_PARTS:
        raise Refused("refuse-parts", most=MOST_PARTS)


def _part(
    scene: Scene,
    whole: Case,
    team: Team,
    number: int,
    words: str,
) -> Case:
    """A case of its own with its own people and clock, due when the whole is."""
    unit = scene.unit
    made = unit.next_id("cases")
    filed = _filed(scene, whole, team, made, number, words)
    to = carer(scene, team, made, kept_from(unit.directory, filed))
    policy, calendar = policy_and_calendar(scene, filed)
    part = replace(filed, assignee_id=to.id if to else None)
    state = State.ASSIGNED if to else State.FILED
    part = phases.after(part, Act.ASSIGN, state, unit.now, policy, calendar)
    unit.cases.add(part)
    who, channel = scene.actor.id, scene.actor.channel
    row = changes.whole(filed)
    unit.history.add(filed, Act.FILE, who, channel, filed.words, row=row)
    if to:
        told = changes.difference(filed, part)
        unit.history.add(part, Act.ASSIGN, None, channel, **told)
    plan(scene, part)
    return part


def _filed(
    scene: Scene, whole: Case, team: Team, made: int, number: int, words: str
) -> Case:
    return Case(
        id=made,
        number=f"{whole.number}-{number}",
        kind=whole.kind,
        category=whole.category,
        urgency=whole.urgency,
        state=State.FILED,
        words="\n".join(filter(None, (words, whole.words))),
        area=whole.area,
        place=whole.place,
        place_words=whole.place_words,
        filer_id=whole.filer_id,
        assignee_id=None,
        channel=scene.actor.channel,
        filed_at=scene.unit.now,
        phase_at=scene.unit.now,
        due_at=whole.due_at,
        accept_due=whole.accept_due,
        resolve_due=whole.resolve_due,
        privacy=whole.privacy,
        post=team.post,
        office=team.office,
        parent_id=whole.id,
        touched_at=scene.unit.now,
        extended_to=whole.extended_to,
        counts_from=whole.started_at,
    )
