"""Wishes and claims, whoever presses what at the same moment, killed between any two statements:
never two claims, nobody has more than they may, and nobody is left without an answer.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from sqlalchemy import select

from domain.messages import Event, EventKind
from domain.wishes.rights import OF_THESE_WORDS, WishAct, edition
from domain.wishes.wish import RUNNING, WITH_SOMEBODY, WishState, WishTerms
from handlers.dialog.setup import Setup
from storage.tables.cases import cases
from storage.tables.house import timers
from storage.tables.wishes import wish_claims, wishes
from tests.chance import examples
from tests.house import Actor, TestHouse
from tests.machine.mortal import dies, emptied

WHO = ("rider", "second_rider", "stranger", "coordinator", "far_coordinator")
WORDS = ("想要一双防水手套", "想要一件雨衣", "想要一个头盔")
MOST = 2
MOVES = 20
FIRST = 20261127
"""Chance begins here each day; at night it tries others too."""
YOURS = "归你了，谢谢"
FREE = tuple(act for act in WishAct if act not in (WishAct.AS_HELP, WishAct.DECLINE))
LIKELY = (
    *FREE,
    *[WishAct.CLAIM] * 12,
    *[WishAct.AS_IT_IS, WishAct.PUBLISH, WishAct.KEEP] * 2,
    *[WishAct.HAND] * 6,
    *[WishAct.RECEIVE] * 8,
    *[WishAct.GIVE_BACK] * 2,
)


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


def move(chance: Random) -> Move:
    presses = [
        Press(chance.choice(WHO), chance.randrange(len(WORDS)), chance.choice(LIKELY))
        for _ in range(chance.randint(1, 5))
    ]
    return Move(
        presses,
        killed=chance.choice((0, 0, 0, 1, 3, 5, 8, 13, 21, 34)),
        again=chance.random() < 0.5,
        restart=chance.random() < 0.1,
        days=chance.choice((0, 0, 0, 0, 0, 1, 4, 11, 15, 61)),
    )


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


async def plays(house: TestHouse, made: Move, ids: list[int]) -> None:
    actors = [getattr(house, press.who) for press in made.presses]
    pairs = zip(actors, made.presses, strict=True)
    events = [event_of(house, who, press, ids) for who, press in pairs]
    if made.killed:
        await dies(house, made.killed, house.intake._in_one_unit(events))
    if made.restart:
        await house.restarts()
    before = {who.chat: said_to(house, who) for who in actors}
    await house.take(*events)
    if not made.killed:
        heard = {who.chat: said_to(house, who) - before[who.chat] for who in actors}
        assert all(heard.values()), "somebody got no answer"
    if made.again:
        await house.take(*events)
    if made.days:
        house.clock.now += timedelta(days=made.days)
        if made.killed:
            await dies(house, made.killed, house.ticks.tick("wish"))
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


async def lives(folder: Path, chance: Random, url: str = "") -> None:
    await emptied(url)
    setup = Setup(
        most_messages_a_minute=10**6,
        most_cases_an_hour=10**6,
        wishes=WishTerms(claims=MOST),
    )
    async with TestHouse(folder, url=url, setup=setup) as house:
        ids = await begun(house)
        async with house.database.unit() as unit:
            assert await unit.wishes.count({"G01"}) == len(ids)
        await holds(house)
        for _ in range(MOVES):
            await plays(house, move(chance), ids)
            await holds(house)
            async with (
                house.database.unit() as unit
            ):  # as a coordinator would by a word
                for case_id in ids:
                    await unit.wishes.change(case_id, place="驿站前台")


@pytest.mark.parametrize("number", range(examples(5)))
async def test_never_two_claims_and_nobody_is_skipped(
    tmp_path: Path, number: int
) -> None:
    await lives(tmp_path, Random(FIRST + number))
