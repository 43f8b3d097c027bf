"""Whatever people do to cases, in whatever order, whenever: what must always hold, holds.

Everybody's presses and words go through the real house on SQLite. The tables of `domain` say what should
happen; the rows, the history, the timers and the cards in the chats say what did.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select

from domain.case import MOVES, Act, Case, Kind, State, Urgency, move
from domain.messages import EventKind, Place
from domain.people import Person, may
from handlers import cards, casework, phrases, routing
from handlers.casework import Filing
from handlers.setup import Setup
from storage import tables as t
from storage.cases import case_of
from storage.history import Line
from tests.house import Actor, TestHouse

T = TypeVar("T")
STAFF = ("coordinator", "second_coordinator", "far_coordinator", "lead", "street_lead", "admin")
RIDERS = ("rider", "second_rider")
EVERYBODY = (*RIDERS, *STAFF, "stranger")
WITH_WORDS = (Act.RESOLVE, Act.RETURN, Act.REJECT, Act.ASK, Act.NOTE, Act.ANSWER, Act.REOPEN, Act.ADD)
BY_PRESS = {Act.ACCEPT: "accept", Act.CONFIRM: "confirm", Act.RATE: "rate:4", Act.WITHDRAW: "withdraw:yes"}
JUMPS = (5, 40, 3 * 60, 13 * 60, 26 * 60, 3 * 1440, 8 * 1440, 15 * 1440, 40 * 1440)  # minutes
PHASES = (Act.FILE, Act.ASSIGN, Act.ACCEPT, Act.HAND_ON, Act.RETURN, Act.REOPEN)
AREAS = ("G01", "G02", "G08", "S1")


@dataclass
class Known:
    """A case as it stands in the database: its row, its history, its timer."""

    case: Case
    history: list[Line]
    timer: Any = None
    cards: list[tuple[str, str]] = field(default_factory=list)


class Cases(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = Path(
            tempfile.mkdtemp(prefix="gridbee-machine-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None)
        )
        self.house = TestHouse(self.folder, setup=Setup(most_messages_a_minute=10**6, most_cases_an_hour=10**6))
        self.ids: list[int] = []

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(work)

    @initialize()
    def opens(self) -> None:
        async def begin() -> None:
            await self.house.__aenter__()
            for name in (*RIDERS, "stranger"):
                await self.actor(name).says("/start")

        self.do(begin())

    def teardown(self) -> None:
        try:
            self.do(self.house.__aexit__(None, None, None))
        finally:
            self.loop.close()
            shutil.rmtree(self.folder, ignore_errors=True)

    def actor(self, name: str) -> Actor:
        made: Actor = getattr(self.house, name)
        return made

    # --- looking ----------------------------------------------------------------------------------

    async def known(self, case_id: int) -> Known:
        async with self.house.database.unit() as unit:
            row = (await unit.connection.execute(select(t.cases).where(t.cases.c.id == case_id))).one()
            same = (t.timers.c.kind == "case") & (t.timers.c.subject == case_id)
            timer = (await unit.connection.execute(select(t.timers.c.due_at).where(same))).scalar()
            posts = [(post.chat.chat, post.message_id) for post in await unit.posts.cards(case_id)]
            return Known(case_of(row), await unit.history.of(case_id), timer, posts)

    async def person(self, name: str) -> Person:
        async with self.house.database.unit() as unit:
            found = await unit.people.at_many([self.actor(name).address])
            return found[self.actor(name).address]

    # --- doing ------------------------------------------------------------------------------------

    @rule(
        who=st.sampled_from(RIDERS), kind=st.sampled_from(list(Kind)), urgency=st.sampled_from(list(Urgency)),
        area=st.sampled_from(AREAS),
    )  # fmt: skip
    def file(self, who: str, kind: Kind, urgency: Urgency, area: str) -> None:
        self.do(self._file(who, kind, urgency, area))

    async def _file(self, who: str, kind: Kind, urgency: Urgency, area: str) -> None:
        house, person = self.house, await self.person(who)
        place: Place | None = house.database.directory.middle(area) if area.startswith("G") else None
        filing = Filing(kind, "road", urgency, "井盖坏了", place, scanned=area)
        async with house.database.unit() as unit:
            case = await casework.file_case(unit, house.setup, person, "test", filing)
            await cards.send_new(unit, house.setup, case, ())
        house.delivery.offer(unit.outbox.handover)
        await house.settle()
        assert case.area == area
        self.ids.append(case.id)

    @precondition(lambda self: self.ids)
    @rule(data=st.data(), who=st.sampled_from(EVERYBODY), act=st.sampled_from([*WITH_WORDS, *BY_PRESS, Act.HAND_ON]))
    def act(self, data: st.DataObject, who: str, act: Act) -> None:
        case_id = data.draw(st.sampled_from(self.ids[-4:]))
        self.do(self._act(case_id, who, act, data.draw(st.sampled_from(STAFF))))

    @precondition(lambda self: self.ids)
    @rule(data=st.data(), act=st.sampled_from([Act.ACCEPT, Act.RESOLVE, Act.RETURN, Act.HAND_ON, Act.ASK]))
    def whoever_is_in_charge_does(self, data: st.DataObject, act: Act) -> None:
        """So that long stories happen often enough, too."""
        case_id = data.draw(st.sampled_from(self.ids[-4:]))
        case = self.do(self.known(case_id)).case
        names = [name for name in STAFF if self.house.people[self.actor(name).chat].id == case.assignee_id]
        if names:
            self.do(self._act(case_id, names[0], act, data.draw(st.sampled_from(STAFF))))

    @precondition(lambda self: self.ids)
    @rule(data=st.data(), act=st.sampled_from([Act.CONFIRM, Act.REOPEN, Act.RATE, Act.WITHDRAW, Act.ANSWER, Act.ADD]))
    def the_filer_does(self, data: st.DataObject, act: Act) -> None:
        case_id = data.draw(st.sampled_from(self.ids[-4:]))
        case = self.do(self.known(case_id)).case
        for name in RIDERS:
            if self.do(self.person(name)).id == case.filer_id:
                self.do(self._act(case_id, name, act, "lead"))

    async def _act(self, case_id: int, who: str, act: Act, to: str) -> None:
        before, person, receiver = await self.known(case_id), await self.person(who), await self.person(to)
        expected = self._expected(before.case, person, act, receiver)
        await self._does(case_id, self.actor(who), act, receiver)
        after = await self.known(case_id)
        if expected is None:
            assert (after.case, after.history, after.timer) == (before.case, before.history, before.timer)
            return
        assert after.case.state is expected
        assert len(after.history) == len(before.history) + 1
        assert (after.history[-1].act, after.history[-1].actor_id) == (act, person.id)

    def _expected(self, case: Case, person: Person, act: Act, receiver: Person) -> State | None:
        """The state that the tables of `domain` promise, None where the act has to be refused."""
        directory = self.house.database.directory
        path = directory.path(case.area)
        if not (may(person, Act.SEE, case, path) and may(person, act, case, path)):
            return None
        if act is Act.HAND_ON:
            candidates = [one.id for one, _ in routing.candidates(directory, case.area, case.assignee_id)]
            if receiver.id not in candidates:
                return None
        return MOVES.get((case.state, act))

    async def _does(self, case_id: int, actor: Actor, act: Act, receiver: Person) -> None:
        word = act.value if act in WITH_WORDS else f"to:{receiver.id}" if act is Act.HAND_ON else BY_PRESS[act]
        await actor.does(kind=EventKind.PRESS, data=f"c:{case_id}:{word}", press_ref=f"p{next(self.house.events)}")
        if act in WITH_WORDS:
            async with self.house.database.unit() as unit:
                drafts = await unit.forms.of(actor.address)
            if drafts and (drafts[-1].name, drafts[-1].about.get("case")) == (act.value, case_id):
                await actor.says("换了新的，明天再看一眼")

    @rule(minutes=st.sampled_from(JUMPS))
    def time_passes(self, minutes: int) -> None:
        self.do(self._pass(minutes))

    async def _pass(self, minutes: int) -> None:
        before = [await self.known(case_id) for case_id in self.ids]
        await self.house.passes(minutes=minutes)
        for old in before:
            now = await self.known(old.case.id)
            new = [line for line in now.history if line.id not in {kept.id for kept in old.history}]
            assert len(new) <= 1
            for line in new:
                assert line.act in (Act.ESCALATE, Act.CLOSE)
                assert line.actor_id is None
                told = line.changed.get("told", [])
                assert len(told) == len(set(told))

    @rule()
    def the_process_starts_again(self) -> None:
        self.do(self.house.restarts())

    # --- what always holds ------------------------------------------------------------------------

    def always(self, check: Callable[[Known], Awaitable[None]]) -> None:
        async def look() -> None:
            for case_id in self.ids:
                await check(await self.known(case_id))

        self.do(look())

    @invariant()
    def the_history_explains_the_state(self) -> None:
        async def check(known: Known) -> None:
            first, *later = known.history
            assert (first.act, first.state) == (Act.FILE, State.FILED)
            state = first.state
            for line in later:
                state = move(state, line.act)
                assert line.state is state
            assert known.case.state is state

        self.always(check)

    @invariant()
    def every_case_has_somebody_in_charge_and_a_next_time_until_it_ends(self) -> None:
        async def check(known: Known) -> None:
            case, timer = known.case, known.timer
            if case.ended:
                assert timer is None
                assert case.closed_at is not None
                return
            assert timer is not None and timer > self.house.clock.now
            assert case.assignee_id is not None or not case.open
            assert case.due_at is not None

        self.always(check)

    @invariant()
    def every_card_shows_the_case_as_it_is(self) -> None:
        async def check(known: Known) -> None:
            for chat, message_id in known.cards:
                (shown,) = [shown for shown in self.house.channel.chats[chat] if shown.id == message_id]
                assert phrases.state("zh-CN", known.case) in shown.text
                assert shown.reply.choices == cards.buttons("zh-CN", known.case)
            if known.case.open:
                directory = self.house.database.directory
                watching = routing.watchers(
                    directory, known.case.area, directory.staff.get(known.case.assignee_id or 0)
                )
                assert {address.chat for address in watching} <= {chat for chat, _ in known.cards}
            assert len({chat for chat, _ in known.cards}) == len(known.cards)

        self.always(check)

    @invariant()
    def whoever_is_in_charge_is_reminded_at_most_once_a_phase(self) -> None:
        async def check(known: Known) -> None:
            phases = sum(1 for line in known.history if line.act in PHASES)
            for chat in self.house.channel.chats.values():
                for mark in "⏳", "⏰":
                    told = sum(shown.text.count(f"{mark} {title(known.case)}") for shown in chat)
                    assert told <= phases

        self.always(check)

    @invariant()
    def nothing_is_in_quarantine(self) -> None:
        async def look() -> int:
            async with self.house.database.unit() as unit:
                return len(await unit.arrivals.quarantined())

        if self.house._task is not None:
            assert self.do(look()) == 0


def title(case: Case) -> str:
    return f"{phrases.MARKS[case.urgency]} <b>{case.number} "


Cases.TestCase.settings = settings(
    max_examples=6, stateful_step_count=22, deadline=None, derandomize=True, print_blob=False, database=None,
    phases=(Phase.explicit, Phase.generate),  # shrinking a story of a whole house takes longer than reading it
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
TestCases = Cases.TestCase
