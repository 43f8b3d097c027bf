"""What stands in the database at one moment, and a case's history played back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from domain import changes
from domain.acts import Act
from domain.case import Case
from domain.people import Person
from domain.standing import Standing
from storage.cases.rows import case_of
from storage.history import Line, line_of
from storage.tables.cases import cases as cases_table
from storage.tables.casework import followers as followers_table
from storage.tables.casework import history as history_table
from storage.tables.casework import polls as polls_table
from storage.tables.casework import votes as votes_table
from storage.tables.house import timers as timers_table
from storage.tables.messages import sent_messages as sent_messages_table
from tests.house import TestHouse


@dataclass(frozen=True)
class Seen:
    """All that an act on a case can change, and its cards by chat and message; not what is on
    its way to people.
    """

    cases: dict[int, Case]
    history: dict[int, list[Line]]
    timers: dict[int, datetime]
    followers: dict[int, set[tuple[int, int]]]
    votes: set[tuple[int, int, int]]
    polls: dict[int, datetime | None]
    cards: dict[int, list[tuple[str, str]]]

    def standing(self, case_id: int, person_id: int) -> Standing:
        """Brought is whose own case was merged into this one, or into one that was."""
        if all(one != person_id for one, _ in self.followers.get(case_id, ())):
            return Standing.NONE
        own = [case for case in self.cases.values() if case.filer_id == person_id]
        brought = any(case_id in self._went_into(case) for case in own)
        return Standing.BROUGHT if brought else Standing.FOLLOWER

    def _went_into(self, case: Case) -> set[int]:
        passed: set[int] = set()
        while case.merged_into is not None and case.merged_into not in passed:
            passed.add(case.merged_into)
            case = self.cases[case.merged_into]
        return passed

    def words(self, case: Case) -> list[str]:
        """All that was said in it."""
        return [
            case.words,
            case.place_words,
            *(line.words for line in self.history[case.id]),
        ]

    def audience(self, case: Case) -> set[int]:
        """Who hears of it: its filer and everybody who follows it."""
        own = {case.filer_id} if case.filer_id is not None else set()
        return own | {one for one, _ in self.followers.get(case.id, ())}


NOTHING = Seen({}, {}, {}, {}, set(), {}, {})


async def look(house: TestHouse) -> Seen:
    async with house.database.unit() as unit:
        run = unit.query
        cases = {
            row.id: case_of(row)
            for row in await run(select(cases_table).order_by(cases_table.c.id))
        }
        history: dict[int, list[Line]] = {case_id: [] for case_id in cases}
        for row in await run(select(history_table).order_by(history_table.c.id)):
            history[row.case_id].append(line_of(row))
        mine = select(timers_table).where(timers_table.c.kind == "case")
        timers = {row.subject: row.due_at for row in await run(mine)}
        followers: dict[int, set[tuple[int, int]]] = {}
        for row in await run(select(followers_table)):
            followers.setdefault(row.case_id, set()).add((row.person_id, row.via))
        votes = {
            (row.case_id, row.person_id, row.choice)
            for row in await run(select(votes_table))
        }
        polls = {row.case_id: row.closed_at for row in await run(select(polls_table))}
        cards: dict[int, list[tuple[str, str]]] = {}
        for row in await run(
            select(sent_messages_table).where(sent_messages_table.c.slot.like("card:%"))
        ):
            cards.setdefault(row.case_id, []).append((row.chat, row.message_id))
        return Seen(cases, history, timers, followers, votes, polls, cards)


async def quarantined(house: TestHouse) -> list[str]:
    async with house.database.unit() as unit:
        return [row.error for row in await unit.arrivals.quarantined()]


def fields_of(line: Line) -> dict[str, list[object]]:
    return {name: pair for name, pair in line.changed.items() if name in changes.NAMES}


def played_back(history: list[Line]) -> list[Case]:
    """The case after each line of its history."""
    first, *later = history
    assert first.act is Act.FILE
    stages = [changes.first(first.changed["row"])]
    for line in later:
        stages.append(changes.after(stages[-1], fields_of(line)))
    return stages


def same(one: Case, other: Case) -> bool:
    """Equal, but for when it was touched last."""
    return replace(one, touched_at=None) == replace(other, touched_at=None)


def may_read(
    person: Person | None, case: Case, path: tuple[str, ...], standing: Standing
) -> bool:
    """Who may read a confidential case's words, by facts/rules.md: the filers, the one in
    charge, leads, mediators.
    """
    if person is None:
        return False
    if (
        person.id == case.filer_id
        or standing is Standing.BROUGHT
        or (person.staff and person.id == case.assignee_id)
    ):
        return True
    here = [grant for grant in person.grants if grant.area in path]
    return any(
        grant.post == "mediator"
        or (grant.role == "lead" and grant.post in ("", case.post))
        for grant in here
    )
