"""Everything that can be pressed or sent, by everybody who could stand in any relation to the case:
made from the tables, so that a new act or command is tried by being a row.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator

import pytest

from domain.acts import Act
from domain.messages import Event
from domain.moves import MOVES
from domain.privacy import Privacy
from domain.states import State
from handlers.actions.presses import PRESSES
from handlers.actions.table import ACTS
from handlers.contents import COMMANDS
from tests.handlers.actions.everybody import (
    ABSENT,
    NOBODY,
    NUMBER,
    OFFICE,
    PRIVATE,
    STAFF,
    WAITS,
    Everybody,
    Outcome,
    allowed,
    may_read,
)
from tests.house import TestHouse

VALUES = {"withdraw": ":yes", "rate": ":5", "vote": ":1", "to": ":2", "confirm": ""}
PRESSED = sorted({*PRESSES, *ACTS, "join", "submit", "see", "nothing", "to"})
OF_WORDS = {"route"}  # says to whom words would go, whatever numbers are in them
SENT = sorted({*COMMANDS} - OF_WORDS)
LEAST = {Privacy.OPEN: 12, Privacy.CONFIDENTIAL: 12}
"""So many acts a lead brings about here at least: else nothing was tried."""

PREFERRED = (State.IN_PROGRESS, State.RESOLVED, State.CLOSED, State.ASSIGNED, *State)


@pytest.fixture
async def everybody(house: TestHouse) -> AsyncIterator[Everybody]:
    made = Everybody(house)
    await made.come()
    yield made


def state_for(name: str) -> State:
    """One in which the act is possible."""
    row = ACTS.get(name)
    act = row.act if row else Act(name) if name in set(Act) else Act.NOTE
    return next((s for s in PREFERRED if (s, act) in MOVES), State.IN_PROGRESS)


def without_numbers(outcome: Outcome) -> list[tuple[str, ...]]:
    numbers = re.compile(f"{NUMBER}|{ABSENT}|{NUMBER[2:]}|{ABSENT[2:]}")
    return [(chat, ref, numbers.sub("N", text)) for chat, ref, text in outcome.said]


async def test_to_whom_it_is_no_business_the_case_looks_like_none(
    everybody: Everybody,
) -> None:
    for name, press in ((who, one) for who in NOBODY for one in PRESSED):
        await _same(everybody, name, Privacy.OPEN, *_presses(everybody, name, press))
    for name, command in ((who, one) for who in NOBODY for one in SENT):
        sent = _commands(everybody, name, command)
        await _same(everybody, name, Privacy.CONFIDENTIAL, *sent)


def _presses(everybody: Everybody, name: str, press: str) -> Iterator[Event]:
    for number in (1, 999):
        yield everybody.press(name, f"c:{number}:{press}{VALUES.get(press, '')}")


def _commands(everybody: Everybody, name: str, command: str) -> Iterator[Event]:
    for number in (NUMBER, ABSENT):
        yield everybody.event(name, text=f"/{command} {number} 一句话")


async def _same(
    everybody: Everybody, name: str, privacy: Privacy, there: Event, absent: Event
) -> None:
    """Both are answered alike, and nothing is done."""
    where = f"{there.data or there.text} of {name}"
    found = await everybody.tries(name, there, privacy=privacy)
    nothing = await everybody.tries(name, absent, privacy=privacy)
    assert without_numbers(found) == without_numbers(nothing), where
    assert not found.acts, where
    assert PRIVATE not in found.to(everybody.actors[name]), where


@pytest.mark.parametrize("privacy", (Privacy.OPEN, Privacy.CONFIDENTIAL))
async def test_nobody_brings_about_or_reads_more_than_their_relation_lets_them(
    everybody: Everybody, privacy: Privacy
) -> None:
    for name in (*WAITS, *STAFF):
        own, found = allowed(name, privacy), set[Act]()
        office = OFFICE if name == "helper office" else ""
        for press in PRESSED:
            outcome = await everybody.tries(
                name,
                everybody.press(name, f"c:1:{press}{VALUES.get(press, '')}"),
                words="写上一句",
                privacy=privacy,
                state=state_for(press),
                office=office,
            )
            where = f"{press} by {name} ({privacy})"
            assert outcome.acts <= own, where
            if not may_read(name, privacy):
                assert PRIVATE not in outcome.to(everybody.actors[name]), where
            found |= outcome.acts
        assert bool(found) == bool(own - {Act.SEE}), f"{name} ({privacy}): {found}"
        if name == "lead":
            assert len(found) >= LEAST[privacy], found
