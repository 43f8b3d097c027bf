"""/similar: groups of like open cases (共性问题), the largest first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from domain.acts import Act
from domain.case import Case
from domain.likeness import DEFAULT_WINDOW
from domain.messages import Choice
from domain.people import Person
from domain.permissions import may
from handlers.casework import duplicates, phrases
from handlers.dialog.turn import Turn
from handlers.people.scope import no_such_area
from handlers.stats import orders
from handlers.texts.sentences import Safe
from storage.similar import Similar

MOST_SHOWN = 8
MOST_NUMBERS = 5
"""Of one group."""

MOST_HERE = 100
"""Cases that are compared in the turn that asks, in some 40 ms; more beside the writer."""


class Source(Protocol):
    """A Unit, or what reads beside it."""

    @property
    def similar(self) -> Similar: ...


@dataclass(frozen=True, slots=True)
class Question:
    """Among which cases somebody asks, and how a case is reached from its area."""

    areas: frozenset[str]
    since: datetime
    person: Person
    reach: Callable[[Case], tuple[str, ...]]


async def similar(
    turn: Turn,
    words: str,
) -> None:
    """/similar [AREA], among the cases that this person may see."""
    wanted = question(turn, words)
    if turn.unit.similar.many(wanted.areas, MOST_HERE):
        return await orders.put(turn, "similar", words)
    cases = await gather(turn.unit, wanted)
    await answer(turn, wanted, reckon(wanted, cases))


def question(
    turn: Turn,
    words: str,
) -> Question:
    """The area that was named, else all in which they have a role. Raises Refused."""
    directory, wanted = turn.unit.directory, words.strip().upper()
    mine = {grant.area for grant in turn.person.grants}
    if wanted and mine.isdisjoint(directory.path(wanted)):
        raise no_such_area(turn, wanted)
    return Question(
        frozenset(directory.below([wanted] if wanted else mine)),
        turn.unit.now - timedelta(weeks=DEFAULT_WINDOW.weeks),
        turn.person,
        directory.reach,
    )


async def gather(
    source: Source,
    wanted: Question,
) -> list[Case]:
    return await source.similar.open_of(wanted.areas, wanted.since)


def reckon(
    wanted: Question,
    cases: list[Case],
) -> list[list[Case]]:
    """Without the cases that are none of their business; what is left alone is no group."""
    found = [
        [case for case in group if _sees(wanted, case)]
        for group in duplicates.common(cases)
    ]
    groups = [group for group in found if len(group) > 1]
    return sorted(groups, key=len, reverse=True)


def _sees(
    wanted: Question,
    case: Case,
) -> bool:
    return may(wanted.person, Act.SEE, case, wanted.reach(case))


async def answer(
    turn: Turn,
    wanted: Question,
    groups: list[list[Case]],
) -> None:
    if not groups:
        return turn.reply(turn.say("similar-none"))
    shown = groups[:MOST_SHOWN]
    title = turn.say("similar-title", count=len(groups))
    lines = [title, *(_line(turn, group) for group in shown)]
    turn.reply(Safe("\n".join(lines)), [_buttons(group) for group in shown])


def _line(
    turn: Turn,
    group: list[Case],
) -> Safe:
    first = group[0]
    filers = {case.filer_id for case in group}
    return turn.say(
        "similar-line",
        category=phrases.category(turn.setup, turn.language, first.category),
        area=phrases.area(turn.unit, first.area, turn.language),
        count=len(group),
        people=len(filers) + sum(case.joined for case in group),
        numbers=" ".join(case.number for case in group[:MOST_NUMBERS]),
    )


def _buttons(group: list[Case]) -> list[Choice]:
    return [Choice(case.number, f"c:{case.id}:like") for case in group[:2]]
