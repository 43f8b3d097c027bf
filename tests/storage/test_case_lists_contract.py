"""The lists of cases against a look at every case."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

from domain.case import Case
from domain.kinds import Kind, Urgency
from domain.states import OPEN, State
from domain.wanted import ALWAYS, ONLY, Span, Wanted, Word, fits
from storage.database import Database
from tests.house import MORNING
from tests.storage.making import filed, new_case

HOUR = timedelta(hours=1)


async def some_cases(database: Database) -> list[Case]:
    """300 cases with everything that the lists look at by chance."""
    chance = random.Random(7)
    made = []
    for hour in range(3):
        database.clock.now = MORNING + HOUR * hour  # type: ignore[attr-defined]
        async with database.unit() as unit:
            for _ in range(100):
                due = MORNING + HOUR * chance.randint(0, 40)
                made.append(
                    await new_case(
                        unit,
                        chance.choice(list(Kind)),
                        state=chance.choice(list(State)),
                        area=chance.choice("AB"),
                        due_at=due,
                        assignee_id=chance.choice([None, 1, 2]),
                        filer_id=chance.choice([None, 7, 8]),
                    )
                )
    return made


async def test_the_lists_say_what_a_look_at_every_case_says(database: Database) -> None:
    cases = await some_cases(database)
    late = MORNING + 9 * HOUR

    def by_due(found: list[Case]) -> list[int]:
        return [
            case.id
            for case in sorted(
                found, key=lambda case: (case.due_at or MORNING, case.id)
            )
        ]

    still = [case for case in cases if case.state in OPEN]
    async with database.unit() as unit:
        lists = unit.cases
        assert [c.id for c in await lists.open_in(["A"], 999)] == by_due(
            [c for c in still if c.area == "A"]
        )
        assert [c.id for c in await lists.open_in({"A", "B"}, 20)] == by_due(still)[:20]
        behind = [c for c in still if c.due_at and c.due_at <= late]
        assert [c.id for c in await lists.open_in(["A", "B"], 999, late)] == by_due(
            behind
        )
        assert await lists.open_in([], 9) == []
        assert [c.id for c in await lists.carried_by(1, 999)] == by_due(
            [c for c in still if c.assignee_id == 1]
        )
        mine = [c for c in cases if c.filer_id == 7]
        assert [c.id for c in await lists.filed_by(7, 5)] == [
            c.id for c in mine[::-1][:5]
        ]
        assert await lists.filed_since(7, MORNING + HOUR) == sum(
            c.filed_at >= MORNING + HOUR for c in mine
        )
        assert await lists.count_open({"B"}) == sum(c.area == "B" for c in still)
        assert [c.id for c in await lists.open_of(7, 3)] == [
            c.id for c in mine if c.open
        ][::-1][:3]
        assert await lists.open_of(99, 3) == []


async def test_lists_see_what_the_same_unit_has_done_so_far(database: Database) -> None:
    made = await filed(database, assignee_id=1, filer_id=7)
    async with database.unit() as unit:
        again = await new_case(unit, assignee_id=1, filer_id=7)
        assert await unit.cases.filed_since(7, MORNING) == 2
        assert [case.id for case in await unit.cases.carried_by(1, 9)] == [
            made.id,
            again.id,
        ]
        assert await unit.cases.filed_since(7, MORNING) == 2
        unit.cases.change(replace(made, state=State.RESOLVED))
        assert [case.id for case in await unit.cases.open_in(["G1"], 9)] == [again.id]


SAYINGS = ("Loose paving", "50%_off", "东门的路灯不亮", "")


def by_chance(chance: random.Random) -> Wanted:
    """Any filters, in any company."""
    words = (
        Word("PAVING".lower()),
        Word("%_"),
        Word("路灯"),
        Word("road", categories=frozenset({"road"})),
        Word("b", areas=frozenset({"B"})),
        Word("李敏", people=frozenset({1})),
    )
    some = chance.sample(words, chance.choice([0, 0, 1, 2]))
    return Wanted(
        only=frozenset(chance.sample(ONLY, chance.choice([0, 1, 2]))),
        kinds=frozenset(chance.sample(list(Kind), chance.choice([0, 0, 1, 2]))),
        category=chance.choice(["", "", "road"]),
        areas=frozenset(chance.choice(["", "A", "B"])),
        words=tuple(some),
        due=span(chance),
        filed=span(chance),
    )


def span(chance: random.Random) -> Span:
    """Mostly any time."""
    hours = sorted(chance.sample(range(-3, 4), 2))
    begin, end = (MORNING + HOUR * one for one in hours)
    return chance.choice([ALWAYS] * 6 + [(begin, None), (None, end), (begin, end)])


async def test_a_narrowed_list_misses_nothing_that_fits(database: Database) -> None:
    chance = random.Random(11)
    async with database.unit() as unit:
        for number in range(150):
            await new_case(
                unit,
                kind=chance.choice(list(Kind)),
                state=chance.choice(list(State)),
                area=chance.choice("AB"),
                office=chance.choice(["", "", "A"]),
                category=chance.choice(["road", "tree"]),
                urgency=chance.choice(list(Urgency)),
                words=chance.choice(SAYINGS),
                place_words=chance.choice(SAYINGS),
                assignee_id=chance.choice([None, 1, 2]),
                due_at=MORNING + HOUR * (number % 5 - 2),
                filed_at=MORNING + HOUR * (number % 7 - 3),
            )
    found = 0
    async with database.unit() as unit:
        everything = await unit.cases.open_in("AB", 999)
        assert len(everything) > 50
        for _ in range(60):
            wanted = by_chance(chance)
            fitting = [
                case.id
                for case in everything
                if fits(wanted, case, 1, unit.now, may_read=True)
            ]
            narrowed = await unit.cases.open_in("AB", 999, wanted=wanted)
            assert set(fitting) <= {case.id for case in narrowed}
            found += len(fitting)
            mine = await unit.cases.carried_by(1, 999, wanted)
            assert {case.id for case in mine} == {
                case.id for case in narrowed if case.assignee_id == 1
            }
    assert found > 100


async def test_narrowing_is_done_by_the_database(database: Database) -> None:
    async with database.unit() as unit:
        for words in SAYINGS * 3:
            await new_case(unit, words=words, area="A")
        paving = Wanted(words=(Word("paving"),))
        assert len(await unit.cases.open_in("A", 3, wanted=paving)) == 3
        percent = Wanted(words=(Word("%_"),))
        assert len(await unit.cases.open_in("A", 99, wanted=percent)) == 3
