"""Deliberations: one question a case, one vote a person, and counts that are true."""

import random
from datetime import timedelta

import pytest

from storage.database import Database
from storage.polls import Poll
from tests.house import MORNING, Clock

CASE, OTHER = 1, 2
QUESTION, OPTIONS = "路灯装在哪里？😀", ["路口 “东”", "路口西", "不装"]


async def opened(database: Database, case_id: int = CASE, by: int | None = 5) -> None:
    async with database.unit() as unit:
        await unit.polls.put(case_id, QUESTION, OPTIONS, by)


async def vote(
    database: Database, person_id: int, choice: int, case_id: int = CASE
) -> None:
    async with database.unit() as unit:
        await unit.polls.vote(case_id, person_id, choice)


async def got(database: Database, case_id: int = CASE) -> Poll:
    async with database.unit() as unit:
        found = await unit.polls.get(case_id)
    assert found is not None
    return found


@pytest.mark.parametrize("by", [5, None])
async def test_a_deliberation_comes_back_as_it_was_put(
    database: Database, by: int | None
) -> None:
    await opened(database, by=by)
    assert await got(database) == Poll(
        CASE, QUESTION, tuple(OPTIONS), by, MORNING, None, (0, 0, 0)
    )
    async with database.unit() as unit:
        assert await unit.polls.get(OTHER) is None


async def test_every_option_counts_its_own_votes_of_its_own_case(
    database: Database,
) -> None:
    await opened(database)
    await opened(database, OTHER)
    for person_id, choice in ((7, 0), (8, 2), (9, 2)):
        await vote(database, person_id, choice)
    await vote(database, 7, 1, OTHER)
    assert (await got(database)).votes == (1, 0, 2)
    assert (await got(database, OTHER)).votes == (0, 1, 0)


async def test_the_last_vote_of_a_person_counts(database: Database) -> None:
    await opened(database)
    chance, last = random.Random(7), {}
    async with database.unit() as unit:
        for _ in range(60):
            person_id, choice = chance.randint(1, 9), chance.randrange(3)
            last[person_id] = choice
            await unit.polls.vote(CASE, person_id, choice)
        found = await unit.polls.get(CASE)
    assert found is not None
    assert found.votes == tuple(
        list(last.values()).count(choice) for choice in range(3)
    )
    assert (await got(database)).votes == found.votes


async def test_a_new_question_of_the_same_case_begins_without_votes(
    database: Database, clock: Clock
) -> None:
    await opened(database)
    await opened(database, OTHER)
    await vote(database, 7, 0)
    await vote(database, 7, 0, OTHER)
    async with database.unit() as unit:
        await unit.polls.close(CASE)
    clock.now += timedelta(hours=1)
    async with database.unit() as unit:
        await unit.polls.put(CASE, "再问一次", ["好", "不好"], 6)
    again = await got(database)
    assert again == Poll(CASE, "再问一次", ("好", "不好"), 6, clock.now, None, (0, 0))
    assert (await got(database, OTHER)).votes == (1, 0, 0)


async def test_closing_notes_when_and_keeps_the_votes(
    database: Database, clock: Clock
) -> None:
    await opened(database)
    await opened(database, OTHER)
    await vote(database, 7, 1)
    clock.now += timedelta(days=2)
    async with database.unit() as unit:
        await unit.polls.close(CASE)
    found = await got(database)
    assert (found.closed_at, found.opened_at, found.votes) == (
        clock.now,
        MORNING,
        (0, 1, 0),
    )
    assert (await got(database, OTHER)).closed_at is None


async def test_a_unit_that_failed_leaves_question_and_votes_as_they_were(
    database: Database,
) -> None:
    await opened(database)
    await vote(database, 7, 1)
    before = await got(database)
    with pytest.raises(ZeroDivisionError):
        async with database.unit() as unit:
            await unit.polls.vote(CASE, 7, 2)
            await unit.polls.vote(CASE, 8, 2)
            await unit.polls.close(CASE)
            await unit.polls.put(CASE, "?", ["!"], None)
            raise ZeroDivisionError
    assert await got(database) == before
