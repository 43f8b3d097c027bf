"""The demo's wishes: some received and thanked for, some with a claimer, some on the list, a few
that a coordinator still has to look at.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from bot.loading.table import table
from domain.acts import Act
from domain.case import Case
from domain.kinds import Kind, Urgency
from domain.people import Person
from domain.values.rows import Row
from domain.wishes.wish import WITH_SOMEBODY, WishState, WishTerms
from handlers.casework.file import file_case
from handlers.casework.handed_in import Filing
from handlers.casework.happened import NOTHING, TOLD_NOBODY, Given
from handlers.casework.perform import perform
from handlers.dialog.scene import Actor, Scene
from handlers.texts.sentences import label
from handlers.wishes.clockwork import case_waits, plan

COLUMNS = ("words", "area", "category", "state", "place", "thanks")
CLAIMED = (WishState.CLAIMED, WishState.HANDED, WishState.RECEIVED)


async def wishes(scene: Scene, path: Path, riders: list[Person]) -> None:
    """A wish of each row, of another rider, claimed by the one after. Raises LoadError."""
    for number, row in enumerate(table(path, COLUMNS)):
        wisher, claimer = riders[2 * number], riders[2 * number + 1]
        state = WishState(row["state"])
        case = await _filed(scene, row, wisher)
        if state is not WishState.FILED:
            case = await _published(scene, case, row)
        if state in CLAIMED:
            await _claimed(scene, case, row, claimer, state)
        if state is WishState.RECEIVED:
            await _received(scene, case, row)
        await plan(scene, case.id)


async def _filed(scene: Scene, row: Row, wisher: Person) -> Case:
    """Without a letter to anybody."""
    theirs = replace(scene, actor=Actor(wisher, "web"))
    filing = Filing(
        Kind.WISH,
        row["category"],
        Urgency.GENERAL,
        row["words"],
        area=row["area"],
    )
    return await file_case(theirs, filing)


async def _published(scene: Scene, case: Case, row: Row) -> Case:
    """Whoever is in charge has taken and screened it, its wisher has said yes."""
    unit, by = scene.unit, case.assignee_id
    until = _days(scene, _terms(scene).days)
    await unit.wishes.screened(case.id, case.area, row["words"], by)
    await unit.wishes.move(
        case.id,
        [WishState.ASKED],
        WishState.OPEN,
        published_at=unit.now,
        until=until,
    )
    taken = await perform(scene, case, Act.ACCEPT, NOTHING, {}, TOLD_NOBODY)
    await case_waits(scene, taken.case, until, "wish-note-published")
    now = await unit.cases.get(case.id)
    return now or taken.case


async def _claimed(
    scene: Scene,
    case: Case,
    row: Row,
    claimer: Person,
    state: WishState,
) -> None:
    unit, terms = scene.unit, _terms(scene)
    until = _days(scene, terms.claim_days)
    await unit.claims.claim(case.id, claimer.id, "", until, terms.claims)
    await unit.wishes.change(case.id, place=row["place"])
    on = WishState.HANDED if state is WishState.HANDED else WishState.CLAIMED
    await unit.wishes.move(case.id, [WishState.OPEN], on)


async def _received(scene: Scene, case: Case, row: Row) -> None:
    """It has its answer, and is closed as its wisher closes it."""
    unit = scene.unit
    await unit.wishes.move(
        case.id,
        WITH_SOMEBODY,
        WishState.RECEIVED,
        received_at=unit.now,
        thanks=row["thanks"],
    )
    await unit.claims.end(case.id)
    answer = label(scene.setup.language, "wish-note-received")
    given, said = Given(answer), {"answer": answer}
    done = await perform(scene, case, Act.RESOLVE, given, said, TOLD_NOBODY)
    wisher = await unit.people.get(case.filer_id)
    theirs = replace(scene, actor=Actor(wisher, "web"))
    await perform(theirs, done.case, Act.CONFIRM, hush=TOLD_NOBODY)


def _terms(scene: Scene) -> WishTerms:
    return scene.setup.wishes or WishTerms()


def _days(scene: Scene, days: int) -> datetime:
    return scene.unit.now + timedelta(days=days)
