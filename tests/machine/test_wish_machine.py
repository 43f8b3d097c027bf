"""Wishes and claims, whoever presses what at the same moment, killed between any two statements:
never two claims, nobody has more than they may, and nobody is left without an answer.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from sqlalchemy import select

from domain.messages import Event, EventKind
from domain.wishes import (
    OF_THESE_WORDS,
    RUNNING,
    WITH_SOMEBODY,
    WishAct,
    WishState,
    WishTerms,
    edition,
)
from handlers.dialog.setup import Setup
from storage.session import Session
from storage.tables.cases import cases
from storage.tables.house import timers
from storage.tables.wishes import wish_claims, wishes
from tests.chance import by_day, examples
from tests.house import Actor, TestHouse

WHO = ("rider", "second_rider", "stranger", "coordinator", "far_coordinator")
WORDS = ("想要一双防水手套", "想要一件雨衣", "想要一个头盔")
MOST = 2
YOURS = "归你了，谢谢"
FREE = tuple(act for act in WishAct if act not in (WishAct.AS_HELP, WishAct.DECLINE))
LIKELY = (
    *FREE,
    *[WishAct.CLAIM] * 12,
    *[WishAct.AS_IT_IS, WishAct.PUBLISH, WishAct.KEEP] * 2,
    *[WishAct.HAND] * 6,
    *[WishAct.RECEIVE, WishAct.GIVE_BACK] * 2,
)


class Killed(BaseException):
    """The process ended here."""


class Press(NamedTuple):
    who: str
    wish: int
    act: WishAct


class Move(NamedTuple):
    """Presses that come at once; the process is killed before its `killed`-th statement (0: not),
    and the channel tells all of it again. Then `days` pass, and the clock is killed as well.
    """

    presses: list[Press]
    killed: int
    again: bool
    restart: bool
    days: int


PRESSES = st.builds(
    Press,
    st.sampled_from(WHO),
    st.integers(0, len(WORDS) - 1),
    st.sampled_from(LIKELY),
)
MOVES = st.builds(
    Move,
    st.lists(PRESSES, min_size=1, max_size=5),
    st.sampled_from((0, 0, 0, 1, 3, 5, 8, 13, 21, 34)),
    st.booleans(),
    st.sampled_from((False,) * 9 + (True,)),
    st.sampled_from((0, 0, 0, 0, 1, 4, 11, 15, 61)),
)


@contextmanager
def killed_before(statement: int) -> Iterator[None]:
    """The process ends before that statement of a Unit."""
    count = itertools.count(1)
    run = Session.run

    async def counted(session: Session, *args: Any) -> Any:
        if next(count) == statement:
            raise Killed
        return await run(session, *args)

    with patch.object(Session, "run", counted):
        yield


def event_of(house: TestHouse, actor: Actor, press: Press, ids: list[int]) -> Event:
    number = next(house.events)
    # a yes counts for the words that stood beside it
    words = f":{edition(WORDS[press.wish])}" if press.act in OF_THESE_WORDS else ""
    return Event(
        f"w{number}",
        actor.address,
        actor.address,
        EventKind.PRESS,
        data=f"wish:{ids[press.wish]}:{press.act}{words}",
        press_ref=f"p{number}",
        message_id="m0",
        name=actor.name,
        raw={"update": number},
    )


async def plays(house: TestHouse, move: Move, ids: list[int]) -> None:
    actors = [getattr(house, press.who) for press in move.presses]
    pairs = zip(actors, move.presses, strict=True)
    events = [event_of(house, who, press, ids) for who, press in pairs]
    if move.killed:
        with killed_before(move.killed), suppress(Killed):
            await house.intake._in_one_unit(events)
    if move.restart:
        await house.restarts()
    before = {who.chat: said_to(house, who) for who in actors}
    await house.take(*events)
    if not move.killed:
        heard = {who.chat: said_to(house, who) - before[who.chat] for who in actors}
        assert all(heard.values()), "somebody got no answer"
    if move.again:
        await house.take(*events)
    if move.days:
        house.clock.now += timedelta(days=move.days)
        if move.killed:
            with killed_before(move.killed), suppress(Killed):
                await house.ticks.tick("wish")
        await house.tick()


def said_to(house: TestHouse, who: Actor) -> int:
    """How often somebody was told something, changed messages and toasts among it."""
    shown = who.sees
    changed = sum(len(one.earlier) for one in shown)
    return len(shown) + changed + len(house.channel.toasts.get(who.chat, []))


async def holds(house: TestHouse) -> None:
    async with house.database.unit() as unit:
        rows = (await unit.query(select(wishes))).all()
        claims = (await unit.query(select(wish_claims))).all()
        filers = dict((await unit.query(select(cases.c.id, cases.c.filer_id))).all())
        due = select(timers.c.subject).where(timers.c.kind == "wish")
        timed = set((await unit.query(due)).scalars())
        assert not await unit.arrivals.quarantined()
    standing = [one for one in claims if one.ended_at is None]
    for wish in rows:
        own = [one for one in standing if one.case_id == wish.case_id]
        state = WishState(wish.state)
        assert len(own) == (state in WITH_SOMEBODY), (state, own)
        assert all(one.claimer_id != filers[one.case_id] for one in own)
        looked = state is WishState.HANDED and wish.looked >= 2
        assert (wish.case_id in timed) == (state in RUNNING and not looked), state
    for who in {one.claimer_id for one in standing}:
        slots = sorted(one.slot for one in standing if one.claimer_id == who)
        assert len(slots) == len(set(slots)) and max(slots) <= MOST
    told = sum(
        YOURS in version.text
        for name in WHO
        for shown in getattr(house, name).sees
        for version in (shown.reply, *shown.earlier)
    )
    assert told == len(claims), "each claim is told once, and nothing else is"


async def begun(house: TestHouse) -> list[int]:
    """Each wish of somebody else, on the list."""
    ids = []
    whose = (house.rider, house.second_rider, house.rider)
    for filer, words in zip(whose, WORDS, strict=True):
        number = await house.files_hazard(filer, words)
        async with house.database.unit() as unit:
            case = await unit.cases.by_number(number)
        assert case is not None
        ids.append(case.id)
        for who, act in ((house.coordinator, "as_is"), (filer, "publish")):
            press = Press("", len(ids) - 1, WishAct(act))
            await house.take(event_of(house, who, press, ids))
    await house.stranger.says("/start")
    return ids


async def lives(folder: Path, moves: list[Move]) -> None:
    setup = Setup(
        most_messages_a_minute=10**6,
        most_cases_an_hour=10**6,
        wishes=WishTerms(claims=MOST),
    )
    async with TestHouse(folder, setup=setup) as house:
        ids = await begun(house)
        async with house.database.unit() as unit:
            assert await unit.wishes.count({"G01"}) == len(ids)
        await holds(house)
        for move in moves:
            await plays(house, move, ids)
            await holds(house)
            async with (
                house.database.unit() as unit
            ):  # as a coordinator would by a word
                for case_id in ids:
                    await unit.wishes.change(case_id, place="驿站前台")


@seed(20261127)
@settings(
    max_examples=examples(5),
    deadline=None,
    database=None,
    derandomize=by_day(),
    suppress_health_check=list(HealthCheck),
)
@given(moves=st.lists(MOVES, min_size=8, max_size=14))
def test_never_two_claims_and_nobody_is_skipped(
    tmp_path_factory: Any, moves: list[Move]
) -> None:
    asyncio.run(lives(tmp_path_factory.mktemp("wishes"), moves))
