"""The honey bank, whoever does what at the same moment, killed before any statement: each account
holds what a second bank (`honey.py`) says, nothing is paid twice, and what is written stays.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from hypothesis.stateful import initialize, invariant, rule

from domain.acts import Act
from domain.gifts.gift import Gift
from domain.kinds import Kind, Urgency
from domain.messages import Place
from domain.people import Role
from domain.points.ledger import Why
from domain.points.rates import Rates
from handlers.casework.file import file_case
from handlers.casework.handed_in import Filing
from handlers.dialog.scene import Actor as Acting
from handlers.dialog.scene import Scene
from handlers.dialog.setup import Setup
from handlers.points.routes import LISTENERS, TAILS
from storage.history import Line
from storage.points.rows import Booked
from tests.chance import plays
from tests.house import Actor
from tests.machine.honey import ISSUED, OPEN, Honey
from tests.machine.tried import HOW, NUMBERS, Do, Life, Step, Tried

AREA = "G01"
GIFTS = (Gift("GLOVES", "手套", 10, 2, 2, AREA), Gift("CUP", "杯子", 15, 9, 9, AREA))
RIDERS = ("rider", "second_rider", "coordinator")
STAFF = ("coordinator", "second_coordinator", "far_coordinator")
ADMINS = ("admin", "other_admin")
GIVERS = ("coordinator", "second_coordinator", *ADMINS)
ANYBODY = (*RIDERS, "second_coordinator", *ADMINS)
BUDGETS = (40, 25, 200)
MOVES = (Act.RESOLVE, Act.CONFIRM, Act.REOPEN)
CLOCKS = (
    "points",
    "award",
    "award_ends",
    "points_notice",
    "points_lapse",
    "gift",
    "case",
)


LIKELY = (
    *["solves"] * 3,
    *["closes"] * 5,
    *["confirms"] * 3,
    *["reopens"] * 2,
    *["gives"] * 3,
    *["agrees"] * 4,
    "disagrees",
    *["takes"] * 4,
    "cancels",
    *["hands"] * 2,
)
DAYS = (1, 4, 12, 15, 15)
HAPPENS = (*["people_do"] * 12, *["files"] * 3, *["days"] * 4, "december", "budget")


class Ledger(NamedTuple):
    """All of it, what each account holds, and the lines of the cases' histories."""

    booked: list[Booked]
    balances: dict[str, int]
    lines: list[Line]
    left: dict[str, int]

    def of(self, why: Why) -> list[Booked]:
        return [one for one in self.booked if one.transfer.why is why]


class Bank(Life):
    happens = HAPPENS
    acts = LIKELY
    who = ANYBODY
    whom = RIDERS
    seen = Ledger([], {}, [], {})

    @initialize()
    def opens(self) -> None:
        setup = Setup(
            most_messages_a_minute=10**6,
            most_cases_an_hour=10**6,
            points=Rates(budgets={"S1": BUDGETS[0]}),
            listeners=LISTENERS,
            tails=TAILS,
        )
        self.begins(setup)
        stock = {one.code: (one.points, one.left) for one in GIFTS}
        self.honey = Honey(self.house.clock.now, BUDGETS[0], stock)
        self.alive.run(self._begins())
        self.files("rider", 0, 0)
        self.files("second_rider", 1, 1)

    async def _begins(self) -> None:
        house = self.house
        self.actors = {
            name: getattr(house, name, None) or Actor(house, name, "马主任")
            for name in dict.fromkeys((*ANYBODY, *STAFF))
        }
        await house.joins(self.actors["other_admin"], Role.ADMIN, "C")
        for actor in self.actors.values():
            await actor.says("/points")
        async with house.database.unit() as unit:
            await unit.gifts.replace(GIFTS)
        self.ids = await self.meet(list(self.actors))
        self.admins = {self.ids[name] for name in ADMINS}
        self.keepers = {self.ids[name] for name in (*STAFF[:2], *ADMINS)}

    async def look(self) -> Ledger:
        async with self.house.database.unit() as unit:
            lines = [
                line
                for number in self.honey.reports
                for line in await unit.history.of(number)
            ]
            return Ledger(
                await unit.points.everything(),
                await unit.points.balances(),
                sorted(lines, key=lambda one: one.id),
                {one.code: one.left for one in await unit.gifts.listed([AREA], 9)},
            )

    # --- what happens ---

    @rule(number=NUMBERS)
    def something_happens(self, number: int) -> None:
        """One rule for all, as Hypothesis leaves some rules out of a run."""
        step = self.step(number)
        if step.what == "people_do":
            self.people_do(step.acts, step.killed)
        elif step.what == "files":
            for number in range(step.number, step.number + len(step.acts)):
                self.files(step.acts[0].whom, number % 4, number % 2)
        elif step.what == "budget":
            self.the_office_changes_its_budget(BUDGETS[step.number % 3])
        elif step.what == "december":
            self.december_comes(step)
        else:
            self._passes(timedelta(days=DAYS[step.number % 5]), step)

    def files(self, who: str, spot: int, category: int) -> None:
        """At one of two spots, somewhere of its own, or in a grid without a budget."""
        house, number = self.house, len(self.honey.reports)
        area = "G08" if spot == 3 else AREA
        middle = house.database.directory.middle(area)
        assert middle is not None
        away = (0, 0.02, 0.05 + number / 100, 0)[spot]
        place = Place(middle.lat + away, middle.lon)
        name = ("road", "light")[category]
        kind, urgency = Kind.HAZARD, Urgency.GENERAL
        filing = Filing(kind, name, urgency, "地砖坏了", place, area=area)

        async def filed() -> int:
            async with house.database.unit() as unit:
                actor = Acting(self.actors[who].person, "test")
                case = await file_case(Scene(unit, house.setup, actor), filing)
            return case.id

        made = self.alive.run(filed())
        known = ("first", "second", "", "third")[spot]
        self.honey.files(made, self.ids[who], name, known, spot != 3)
        self.looks_again()

    def people_do(self, acts: list[Do], killed: int) -> None:
        self.try_all(acts, killed)
        assert not self._next_move() and not self.ordered
        assert len(self.honey.given) == len(self.seen.of(Why.AWARD))

    def december_comes(self, step: Step) -> None:
        """The day after it is looked what ends with the year."""
        now = self.house.clock.now
        when = now.replace(month=12, day=3)
        when = when if when > now else when.replace(year=now.year + 1)
        self._passes(when - now, step)

    def the_office_changes_its_budget(self, budget: int) -> None:
        house = self.house
        house.setup = replace(house.setup, points=Rates(budgets={"S1": budget}))
        self.alive.run(house.restarts())
        self.honey.budget = budget

    def _passes(self, span: timedelta, step: Step) -> None:
        self.alive.run(
            self.alive.passes(span, CLOCKS, step.killed, step.number),
        )
        self.looks_again()
        assert not self._next_move()
        self.honey.passes(self.house.clock.now)

    def looks_again(self) -> None:
        """What is written stays as it is."""
        before = self.seen
        super().looks_again()
        assert self.seen.booked[: len(before.booked)] == before.booked
        self.lines = self.seen.lines[len(before.lines) :]
        made = self.seen.of(Why.ORDERED)[len(before.of(Why.ORDERED)) :]
        self.ordered = [int(one.transfer.key.partition(":")[2]) for one in made]

    def _next_move(self) -> Line | None:
        """The next line that moves a case, not taken off; who is in charge is learnt on the way."""
        while self.lines:
            line = self.lines[0]
            if "assignee_id" in line.changed:
                report = self.honey.reports[line.case_id]
                report.in_charge = line.changed["assignee_id"][1]
            if line.act in MOVES:
                return line
            self.lines.pop(0)
        return None

    def _moved(self, case: int, act: Act, who: str) -> bool:
        """Whether the house took this act: it stands next in the history."""
        line = self._next_move()
        mine = (case, act, self.ids[who])
        if line is None or (line.case_id, line.act, line.actor_id) != mine:
            return False
        self.lines.pop(0)
        return True

    # --- what somebody tries ---

    def _case(self, do: Do) -> int:
        """Mostly one for which there is something to do."""
        reports = self.honey.reports
        fits = [n for n, one in reports.items() if one.done == (do.what == "reopens")]
        known = fits if fits and do.many % 4 else list(reports)
        return known[-1 - do.which % len(known)]

    def _number(self, case: int) -> str:
        async def number() -> str:
            async with self.house.database.unit() as unit:
                found = await unit.cases.get(case)
            assert found is not None
            return found.number

        return self.alive.run(number())

    def _filer(self, case: int) -> str:
        filer = self.honey.reports[case].filer
        return next(name for name, one in self.ids.items() if one == filer)

    def solves(self, do: Do) -> Tried:
        case = self._case(do)
        near = STAFF[:2] if self.honey.reports[case].budget else STAFF[2:]
        carers = near if do.many % 5 else STAFF
        carer = carers[do.many % len(carers)]
        said = f"/resolve {self._number(case)} 换好了"

        def follows() -> None:
            if self._moved(case, Act.RESOLVE, carer):
                self.honey.solved(case, self.ids[carer])

        return Tried([self.alive.said(self.actors[carer], said)], follows)

    def closes(self, do: Do) -> Tried:
        """Solved, and its filer says so at once."""
        solved, said = self.solves(do), self.confirms(do._replace(many=do.many + 20))

        def follows() -> None:
            solved.follows()
            said.follows()

        return Tried([*solved.events, *said.events], follows)

    def confirms(self, do: Do) -> Tried:
        case = self._case(do)
        who = self._filer(case) if do.many % 8 else do.who

        def follows() -> None:
            if self._moved(case, Act.CONFIRM, who):
                self.honey.says_so(case, self.ids[who])

        data = f"c:{case}:confirm"
        return Tried([self.alive.pressed(self.actors[who], data)], follows)

    def reopens(self, do: Do) -> Tried:
        case = self._case(do)
        who = self._filer(case)
        said = f"/reopen {self._number(case)} 又坏了"

        def follows() -> None:
            if self._moved(case, Act.REOPEN, who):
                self.honey.opens_again(case)

        return Tried([self.alive.said(self.actors[who], said)], follows)

    def gives(self, do: Do) -> Tried:
        who, holder = GIVERS[do.which % 4], self.ids[do.whom]
        said = f"/award {holder} {do.many} 扶了老人"
        budget = who not in ADMINS
        return Tried(
            [self.alive.said(self.actors[who], said)],
            lambda: self.honey.gives(self.ids[who], holder, do.many, budget),
        )

    def agrees(self, do: Do) -> Tried | None:
        found = self._award(do)
        if found is None:
            return None
        who, which, number = found
        return Tried(
            [self.alive.pressed(self.actors[who], f"pt:yes:{number}")],
            lambda: self.honey.agrees(self.ids[who], which, self.admins),
        )

    def disagrees(self, do: Do) -> Tried | None:
        found = self._award(do)
        if found is None:
            return None
        who, which, number = found
        pressed = self.alive.pressed(self.actors[who], f"pt:no:{number}")
        return Tried(
            [pressed, self.alive.said(self.actors[who], "算过了")],
            lambda: self.honey.disagrees(self.ids[who], which, self.admins),
        )

    def _award(self, do: Do) -> tuple[str, int, int] | None:
        """Who settles which, the how-manieth given; mostly one that waits."""
        given = self.honey.given
        waits = [n for n, one in enumerate(given) if one.state == "waiting"]
        known = waits if waits and do.many % 4 else list(range(len(given)))
        if not known:
            return None
        which = known[-1 - do.which % len(known)]
        return self._second(do), which, self.seen.of(Why.AWARD)[which].id

    def _second(self, do: Do) -> str:
        return do.who if do.many > 16 else ADMINS[do.many % 2]

    def takes(self, do: Do) -> Tried:
        gift, who = GIFTS[do.many % 2], do.whom
        data = f"gift:take:{gift.code}:{gift.points}"

        def follows() -> None:
            number = self.ordered[0] if self.ordered else -1
            if self.honey.takes(number, self.ids[who], gift.code):
                self.ordered.pop(0)

        return Tried([self.alive.pressed(self.actors[who], data)], follows)

    def cancels(self, do: Do) -> Tried | None:
        known = sorted(self.honey.orders)
        if not known:
            return None
        number = known[-1 - do.which % len(known)]
        pressed = self.alive.pressed(self.actors[do.who], f"gift:cancel:{number}")
        return Tried([pressed], lambda: self.honey.cancels(self.ids[do.who], number))

    def hands(self, do: Do) -> Tried | None:
        known = sorted(self.honey.orders)
        if not known:
            return None
        number = known[-1 - do.which % len(known)]

        async def code() -> str:
            async with self.house.database.unit() as unit:
                order = await unit.gift_orders.get(number)
            assert order is not None
            return order.code

        data = f"gift:hand:{number}:{self.alive.run(code())}"
        return Tried(
            [self.alive.pressed(self.actors[do.who], data)],
            lambda: self.honey.hands(self.ids[do.who], number, self.keepers),
        )

    # --- what always holds ---

    @invariant()
    def both_banks_agree(self) -> None:
        if self.mortal is None:
            return
        held = {name: one for name, one in self.seen.balances.items() if one}
        assert held == {name: one for name, one in self.honey.held.items() if one}
        assert self.seen.left == self.honey.left
        assert sum(held.values()) == 0
        below = {name for name, one in held.items() if one < 0}
        assert {name for name in below if name[:5] != "debt:"} <= {OPEN, ISSUED}
        keys = [one.transfer.key for one in self.seen.booked]
        assert len(keys) == len(set(keys))

    @invariant()
    def what_was_earned_in_all_is_known(self) -> None:
        if self.mortal is None:
            return

        async def earned() -> list[int]:
            async with self.house.database.unit() as unit:
                return [await unit.points.earned(self.ids[name]) for name in RIDERS]

        expected = [self.honey.earned[self.ids[name]] for name in RIDERS]
        assert self.alive.run(earned()) == expected


def test_both_banks_agree_whoever_does_what_and_is_killed_where() -> None:
    plays(Bank, 26, HOW)
