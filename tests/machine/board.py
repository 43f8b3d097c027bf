"""Wishes, orders and their claims written down a second time and otherwise: whose each is, and when
the clock looks at it. The machine of the claims believes this and none of `domain.wishes`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

CLAIM, SHARE, BACK = timedelta(days=14), 0.7, timedelta(days=15)
LISTED, ASKED = timedelta(days=60), (timedelta(14), timedelta(3), timedelta(0))
AFTERWARDS = (timedelta(days=3), timedelta(days=14))
HANDED, MORE, A_DAY = (timedelta(3), timedelta(14)), timedelta(days=3), timedelta(1)
WEEK, MOST, MOST_ORDERS = timedelta(days=7), 2, 3


def whole(at: datetime) -> datetime:
    """No part of a second: those are not kept."""
    return at - timedelta(microseconds=at.microsecond)


@dataclass
class Wish:
    """`state` is open, claimed, handed, received, expired or taken_back. `looked` counts how often
    the clock has looked at it in this state, `due` is when it does next. It `waits` once its
    claimer has heard that nobody has said where.
    """

    wisher: int
    screener: int
    until: datetime
    due: datetime | None
    state: str = "open"
    since: datetime | None = None
    claimer: int | None = None
    claimed: tuple[datetime, datetime] | None = None
    place: bool = False
    waits: bool = False
    looked: int = 0


@dataclass
class Order:
    """`state` is open, done, withdrawn or ended; `project` runs while somebody has it."""

    orderer: int | None
    since: datetime
    until: datetime
    due: datetime | None = None
    state: str = "open"
    project: Project | None = None
    looked: int = 0


@dataclass
class Project:
    number: int
    keeper: int
    since: datetime
    until: datetime
    due: datetime | None = None
    looked: int = 0


@dataclass
class Done:
    """The project of an order that is done: for a while it is known whose it was."""

    since: datetime
    due: datetime | None = None
    looked: int = 0


@dataclass
class Board:
    """`told` counts by whom and what who was told by the clock."""

    now: datetime
    carers: set[int]
    servers: set[int]
    lead: int
    service: int
    wishes: dict[int, Wish] = field(default_factory=dict)
    orders: dict[int, Order] = field(default_factory=dict)
    done: dict[int, Done] = field(default_factory=dict)
    told: Counter[tuple[int, str]] = field(default_factory=Counter)

    # --- wishes ---

    def lists(self, number: int, wisher: int, screener: int) -> None:
        """It was published now; whoever screened it looks after it."""
        made = Wish(wisher, screener, self.now + LISTED, None)
        self.wishes[number] = made
        self._plan(made)

    def claims(self, number: int, who: int) -> None:
        wish = self.wishes[number]
        mine = [one for one in self.wishes.values() if one.claimer == who]
        if wish.state == "open" and who != wish.wisher and len(mine) < MOST:
            self._becomes(wish, "claimed")
            wish.claimer, wish.claimed = who, (self.now, self.now + CLAIM)
            self._plan(wish)

    def gives_back(self, number: int, who: int) -> None:
        wish = self.wishes[number]
        if (wish.state, wish.claimer) == ("claimed", who):
            self._back(wish)

    def _back(self, wish: Wish) -> None:
        self._becomes(wish, "open")
        wish.claimer = wish.claimed = None
        wish.place = wish.waits = False
        wish.until = max(wish.until, self.now + BACK)
        self._plan(wish)

    def names_place(self, number: int, who: int) -> None:
        wish = self.wishes[number]
        mine = who in (wish.wisher, wish.claimer)
        if wish.claimer and who in self.carers and not mine:
            if wish.state == "claimed" and wish.claimed and not wish.place:
                self._place_at_last(wish, wish.claimed[0])
            wish.place = True

    def _place_at_last(self, wish: Wish, at: datetime) -> None:
        """Named after the reminder: so long as is left then, and nothing but the end comes."""
        if self.now >= at + CLAIM * SHARE:
            until = max(at + CLAIM, self.now + CLAIM * (1 - SHARE))
            wish.claimed, wish.looked = (at, whole(until)), 1
            self._plan(wish)

    def hands(self, number: int, who: int) -> None:
        wish = self.wishes[number]
        if (wish.state, wish.claimer, wish.place) == ("claimed", who, True):
            self._becomes(wish, "handed")
            self.told[wish.wisher, "handed"] += 1
            self._plan(wish)

    def misses(self, number: int, who: int) -> None:
        wish = self.wishes[number]
        if (wish.state, wish.wisher) == ("handed", who) and wish.claimed:
            self._becomes(wish, "claimed")
            at, until = wish.claimed
            wish.claimed = at, max(until, self.now + MORE)
            self._plan(wish)

    def receives(self, number: int, who: int) -> None:
        """The wisher's own press."""
        wish = self.wishes[number]
        if wish.claimer and who == wish.wisher:
            self._ends(wish, "received")

    def witnesses(self, number: int, who: int) -> None:
        """Whoever looks after it has looked, and is neither side."""
        wish = self.wishes[number]
        mine = who in (wish.wisher, wish.claimer)
        if wish.state == "handed" and who in self.carers and not mine:
            self._ends(wish, "received")

    def keeps(self, number: int, who: int) -> None:
        wish = self.wishes[number]
        if (wish.state, wish.wisher) == ("open", who):
            wish.until, wish.looked = self.now + LISTED, 0
            self._plan(wish)

    def takes_back(self, number: int, who: int) -> None:
        wish = self.wishes[number]
        if wish.wisher == who and wish.state in ("open", "claimed", "handed"):
            self._ends(wish, "taken_back")

    def _becomes(self, wish: Wish, state: str) -> None:
        wish.state, wish.since, wish.looked = state, self.now, 0

    def _ends(self, wish: Wish, state: str) -> None:
        self._becomes(wish, state)
        wish.claimer, wish.due = None, None

    def _next(self, wish: Wish) -> datetime | None:
        moments: tuple[datetime, ...] = ()
        if wish.state == "open":
            moments = tuple(wish.until - span for span in ASKED)
        elif wish.state == "claimed" and wish.claimed:
            at, until = wish.claimed
            moments = (whole(at + (until - at) * SHARE), until)
        elif wish.state == "handed" and wish.since:
            moments = tuple(wish.since + span for span in HANDED)
        return next(iter(moments[wish.looked :]), None)

    def _plan(self, wish: Wish, soonest: datetime | None = None) -> None:
        at = self._next(wish)
        wish.due = max(at, soonest or self.now) if at else None

    # --- orders ---

    def orders_one(self, number: int, who: int) -> bool:
        mine = [
            one
            for one in self.orders.values()
            if (one.orderer, one.state) == (who, "open")
        ]
        if not self.service or len(mine) >= MOST_ORDERS:
            return False
        self.service -= 1
        self.orders[number] = made = Order(who, self.now, self.now + WEEK)
        self._plan_order(made)
        return True

    def takes_on(self, number: int, who: int, project: int) -> bool:
        """The first press has it; never the orderer's own."""
        order = self.orders[number]
        mine = who == order.orderer or who not in self.servers
        if order.state != "open" or order.project or mine:
            return False
        order.project = Project(project, who, self.now, self.now + WEEK)
        self._plan_order(order.project)
        return True

    def lets_go(self, number: int, who: int) -> None:
        order = self.orders[number]
        project = order.project
        if project and who in {project.keeper, *self._over(order)} - {order.orderer}:
            order.project = None

    def _over(self, order: Order) -> set[int]:
        """Who stands above whoever carries it out: the carers are one another's equals."""
        taken = order.project is not None and order.project.keeper in self.carers
        return set() if taken else self.carers

    def finishes(self, number: int, who: int) -> None:
        """The orderer's own press."""
        order = self.orders[number]
        if order.project and who == order.orderer:
            self.done[order.project.number] = made = Done(self.now)
            self._plan_done(made)
            self._ends_order(order, "done")

    def _plan_done(self, one: Done, soonest: datetime | None = None) -> None:
        left = AFTERWARDS[one.looked :]
        one.due = max(one.since + left[0], soonest or self.now) if left else None

    def withdraws(self, number: int, who: int) -> None:
        order = self.orders[number]
        may = {order.orderer, *self._over(order)}
        if order.state == "open" and who in may:
            self._ends_order(order, "withdrawn")
            self.service += 1

    def _ends_order(self, order: Order, state: str) -> None:
        order.state, order.orderer, order.due = state, None, None
        order.project = None

    def _plan_order(
        self, one: Order | Project, soonest: datetime | None = None
    ) -> None:
        before = min(WEEK, (one.until - one.since) / 4)
        moments = [one.until - before, one.until]
        if isinstance(one, Project):
            moments.append(one.until + MORE)
        at = next(iter(moments[one.looked :]), None)
        one.due = max(at, soonest or self.now) if at else None

    # --- the clock ---

    def passes(self, now: datetime) -> None:
        self.now = now
        for wish in self.wishes.values():
            if wish.due and wish.due <= now:
                self._looks(wish)
        for order in self.orders.values():
            if order.due and order.due <= now:
                self._looks_at_order(order)
            project = order.project
            if project and project.due and project.due <= now:
                self._looks_at_project(order, project)

        for one in self.done.values():
            if one.due and one.due <= now:
                one.looked += 1
                self._plan_done(one, now + A_DAY)

    def _looks(self, wish: Wish) -> None:
        at = self._next(wish)
        if at is None or at > self.now:
            wish.due = at
            return
        if wish.state == "claimed" and not wish.place:
            return self._waits(wish)
        wish.looked += 1
        last = wish.looked
        if wish.state == "claimed" and wish.claimer:
            self.told[wish.claimer, "reminded" if last == 1 else "thanked"] += 1
            if last == 2:
                self._back(wish)
        elif wish.state == "open":
            self.told[wish.wisher, "kept?" if last < 3 else "expired"] += 1
            if last == 3:
                return self._ends(wish, "expired")
        elif wish.state == "handed" and last == 1:
            self.told[wish.wisher, "handed"] += 1
        self._plan(wish, self.now + A_DAY)

    def _waits(self, wish: Wish) -> None:
        """Nobody has said where, so it cannot run out: whoever looks after it is asked every three
        days, by the lead where they have claimed it themselves; its claimer hears so once.
        """
        assert wish.claimed and wish.claimer
        mine = wish.claimer == wish.screener
        self.told[self.lead if mine else wish.screener, "where?"] += 1
        if not wish.waits:
            self.told[wish.claimer, "nowhere"] += 1
        wish.waits, (at, until) = True, wish.claimed
        wish.claimed = at, max(until, whole(at + (self.now + MORE - at) / SHARE))
        self._plan(wish, self.now + A_DAY)

    def _looks_at_project(self, order: Order, project: Project) -> None:
        """Its keeper is asked, then its orderer, then it is anybody's again and both hear so."""
        project.looked += 1
        last, orderer = project.looked, order.orderer
        if last == 1:
            self.told[project.keeper, "asked"] += 1
        elif last == 2 and orderer:
            self.told[orderer, "done?"] += 1
        elif last == 3 and orderer:
            self.told[orderer, "anew"] += 1
            self.told[project.keeper, "relieved"] += 1
            order.project = None
            self._a_week_anew(order)
            return self._plan_order(order)
        self._plan_order(project, self.now + A_DAY)

    def _a_week_anew(self, order: Order) -> None:
        order.since, order.until, order.looked = self.now, self.now + WEEK, 0

    def _looks_at_order(self, order: Order) -> None:
        order.looked += 1
        last, orderer = order.looked, order.orderer
        if last == 1 and not order.project and orderer:
            self.told[orderer, "still?"] += 1
        elif last == 2 and order.project:
            self._a_week_anew(order)
        elif last == 2 and orderer:
            self.told[orderer, "nobody"] += 1
            self._ends_order(order, "ended")
            self.service += 1
            return
        self._plan_order(order, self.now + A_DAY)
