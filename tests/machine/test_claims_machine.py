"""Wishes and orders, whoever presses what at the same moment, killed before any statement: one
claimer each, nobody skipped and nobody told twice, as a second board (`board.py`) says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from hypothesis.stateful import initialize, invariant, rule
from sqlalchemy import select

from domain.kinds import Kind, Urgency
from domain.matching.listing import Listing, ListingKind, ListingState
from domain.matching.terms import Terms
from domain.wishes.rights import edition
from domain.wishes.wish import WishTerms
from handlers.casework.file import file_case
from handlers.casework.handed_in import Filing
from handlers.dialog.scene import Actor as Acting
from handlers.dialog.scene import Scene
from handlers.dialog.setup import Setup
from handlers.matching.routes import LISTENERS
from handlers.texts.sentences import say
from storage.tables.house import timers
from storage.tables.messages import outbox
from storage.tables.wishes import wish_claims, wishes
from tests.chance import plays
from tests.house import Actor
from tests.machine.board import Board
from tests.machine.tried import HOW, NUMBERS, Do, Life, Tried

FIELD = "safety"
WORDS = "想要一双防水手套"
CARERS = ("coordinator", "second_coordinator")
SERVERS = (*CARERS, "helper")
LEAD = "lead"
"""Above the carers; is only told."""

CLOCKS = ("wish", "listing")
SPANS = tuple(timedelta(days=days) for days in (1, 3, 4, 7, 10, 14, 15, 61))
SHARES = 25
KEYS = {
    "reminded": "notice-wish-due",
    "thanked": "notice-wish-lapsed",
    "kept?": "notice-wish-keep",
    "expired": "notice-wish-expired",
    "handed": "notice-wish-handed",
    "where?": "notice-wish-place-waited",
    "nowhere": "notice-wish-no-place",
    "asked": "notice-listing-due-taken",
    "done?": "notice-listing-late-need",
    "anew": "notice-listing-back-order",
    "relieved": "notice-listing-back-taken",
    "still?": "notice-listing-ends-order",
    "nobody": "notice-listing-ended-order",
}


def own_words(key: str) -> str:
    """What only that letter says: the longest of it that is the same in all of them."""
    said = say("zh-CN", key, words="|", day="|", place="|", number="|")
    return max(said.split("|"), key=len)


SAID = {called: own_words(key) for called, key in KEYS.items()}
"""By what the board calls it."""


class Seen(NamedTuple):
    """What stands in the tables: wishes and their open claims, listings, timers; and how often
    who was told what.
    """

    wishes: dict[int, tuple[str, int]]
    claims: list[tuple[int, int | None]]
    listings: dict[int, Listing]
    due: dict[tuple[str, int], datetime]
    told: Counter[tuple[int, str]]


class Claims(Life):
    happens = (*["people_do"] * 6, *["time_passes"] * 3, "wishes_for")
    acts = (
        *["claims"] * 7,
        *["gives_back"] * 2,
        *["names_place"] * 3,
        *["hands"] * 4,
        "misses",
        *["receives"] * 2,
        "witnesses",
        "keeps",
        "takes_back",
        *["orders"] * 5,
        *["takes_on"] * 7,
        *["lets_go"] * 2,
        *["finishes"] * 2,
        "withdraws",
    )
    who = ("rider", "second_rider", "stranger", *SERVERS, "far_coordinator")
    whom = ("rider", "second_rider", "coordinator")
    seen = Seen({}, [], {}, {}, Counter())

    @initialize()
    def opens(self) -> None:
        setup = Setup(
            most_messages_a_minute=10**6,
            most_cases_an_hour=10**6,
            wishes=WishTerms(),
            matching=Terms(),
            listeners=LISTENERS,
        )
        self.begins(setup)
        self.actors = {
            name: getattr(self.house, name, None) or Actor(self.house, name, name)
            for name in (*self.who, LEAD)
        }
        self.alive.run(self._begins())
        carers, servers = (
            {self.ids[one] for one in some} for some in (CARERS, SERVERS)
        )
        now, lead = self.house.clock.now, self.ids[LEAD]
        self.board = Board(now, carers, servers, lead, SHARES)
        self.tries: Counter[tuple[str, object]] = Counter()
        for who in ("rider", "second_rider", "rider", "rider", "second_rider"):
            self.wishes_for(who)

    async def _begins(self) -> None:
        house = self.house
        await house.joins(self.actors["helper"], "coordinator", "G01", "volunteer")
        for actor in self.actors.values():
            await actor.says("/help")
        self.ids = await self.meet(list(self.actors))
        now = house.clock.now
        async with house.database.unit() as unit:
            served = Listing(
                id=0,
                kind=ListingKind.SERVICE,
                state=ListingState.OPEN,
                words="上门理发",
                category=FIELD,
                areas=("G01",),
                times="",
                capacity=SHARES,
                left=SHARES,
                since=now,
                until=now + timedelta(days=9999),
                code="service",
            )
            made = await unit.listings.add(served)
            unit.directory_changes()
        assert made is not None
        self.service = made.id

    async def look(self) -> Seen:
        async with self.house.database.unit() as unit:
            rows = await unit.query(select(wishes))
            stand = {one.case_id: (one.state, one.looked) for one in rows}
            open_ = select(wish_claims).where(wish_claims.c.ended_at.is_(None))
            claims = sorted(
                (one.case_id, one.claimer_id) for one in await unit.query(open_)
            )
            known = {one.id: one for one in await unit.listings.everything()}
            timed = select(timers).where(timers.c.kind.in_(CLOCKS))
            due = {
                (one.kind, one.subject): one.due_at for one in await unit.query(timed)
            }
            letters = (await unit.query(select(outbox.c.chat, outbox.c.reply))).all()
        by_chat = {actor.chat: self.ids[name] for name, actor in self.actors.items()}
        told = Counter(
            (by_chat[one.chat], called)
            for one in letters
            for called, words in SAID.items()
            if one.chat in by_chat and words in text_of(one.reply)
        )
        return Seen(stand, claims, known, due, told)

    def looks_again(self) -> None:
        before = self.seen
        super().looks_again()
        new = sorted(set(self.seen.listings) - set(before.listings))
        kinds = {one: self.seen.listings[one].kind for one in new}
        self.new_orders = [one for one in new if kinds[one] is ListingKind.NEED]
        self.new_projects = [one for one in new if kinds[one] is ListingKind.PROJECT]

    @rule(number=NUMBERS)
    def something_happens(self, number: int) -> None:
        """One rule for all, as Hypothesis leaves some rules out of a run."""
        step = self.step(number)
        if step.what == "people_do":
            self.try_all(step.acts, step.killed)
            assert not self.new_orders and not self.new_projects
        elif step.what == "wishes_for":
            self.wishes_for(step.acts[0].whom)
        else:
            span = SPANS[step.number % len(SPANS)]
            passes = self.alive.passes(span, CLOCKS, step.killed, step.number)
            self.alive.run(passes)
            self.looks_again()
            self.board.passes(self.house.clock.now)
            self.tries.clear()

    def wishes_for(self, who: str) -> None:
        """A wish is filed, screened and published."""
        house, actor = self.house, self.actors[who]
        category = house.setup.catalogue.other(Kind.WISH).code
        filing = Filing(Kind.WISH, category, Urgency.GENERAL, WORDS, area="G01")

        async def listed() -> int:
            async with house.database.unit() as unit:
                scene = Scene(unit, house.setup, Acting(actor.person, "test"))
                made = await file_case(scene, filing)
            screens = CARERS[who == CARERS[0]]
            for presses, act in (
                (self.actors[screens], "as_is"),
                (actor, f"publish:{edition(WORDS)}"),
            ):
                await house.take(self.alive.pressed(presses, f"wish:{made.id}:{act}"))
            return made.id

        screener = self.ids[CARERS[who == CARERS[0]]]
        self.board.lists(self.alive.run(listed()), self.ids[who], screener)
        self.looks_again()

    # --- wishes ---

    def _wish(self, *states: str, do: Do) -> int:
        """Mostly one in such a state."""
        known = self.board.wishes
        fits = [number for number, one in known.items() if one.state in states]
        some = fits if fits and do.many % 5 else list(known)
        return some[-1 - do.which % len(some)]

    def _pressed(self, do: Do, number: int, act: str, likely: object) -> Tried:
        """By whoever it is theirs to do, mostly, else by one of its sides or by anybody."""
        wish = self.board.wishes[number]
        who = self._name((likely, likely, likely, wish.claimer, wish.wisher), do)
        pressed = self.alive.pressed(self.actors[who], f"wish:{number}:{act}")
        follows = getattr(self.board, do.what)
        return Tried([pressed], lambda: follows(number, self.ids[who]))

    def _name(self, likely: Sequence[object], do: Do) -> str:
        """One of these, or anybody where that is nobody."""
        meant = likely[do.many % len(likely)]
        return next((name for name, one in self.ids.items() if one == meant), do.who)

    def claims(self, do: Do) -> Tried:
        number = self._wish("open", do=do)
        eager = self.ids["stranger"] if do.many % 2 else None
        return self._pressed(do, number, "claim", eager)

    def gives_back(self, do: Do) -> Tried:
        number = self._wish("claimed", do=do)
        claimer = self.board.wishes[number].claimer
        return self._pressed(do, number, "give_back", claimer)

    def names_place(self, do: Do) -> Tried:
        number = self._wish("claimed", do=do)
        who = CARERS[do.which % 2]
        pressed = self.alive.pressed(self.actors[who], f"wish:{number}:place")
        said = self.alive.said(self.actors[who], "驿站前台")
        return Tried(
            [pressed, said],
            lambda: self.board.names_place(number, self.ids[who]),
        )

    def hands(self, do: Do) -> Tried:
        number = self._wish("claimed", do=do)
        claimer = self.board.wishes[number].claimer
        return self._pressed(do, number, "hand", claimer)

    def misses(self, do: Do) -> Tried:
        number = self._wish("handed", do=do)
        return self._pressed(do, number, "missing", self.board.wishes[number].wisher)

    def receives(self, do: Do) -> Tried:
        number = self._wish("claimed", "handed", do=do)
        return self._pressed(do, number, "receive", self.board.wishes[number].wisher)

    def witnesses(self, do: Do) -> Tried:
        number = self._wish("handed", do=do)
        carer = self.ids[CARERS[do.which % 2]]
        return self._pressed(do, number, "witness", carer)

    def keeps(self, do: Do) -> Tried:
        number = self._wish("open", do=do)
        return self._pressed(do, number, "keep", self.board.wishes[number].wisher)

    def takes_back(self, do: Do) -> Tried:
        number = self._wish("open", "claimed", "handed", do=do)
        wisher = self.board.wishes[number].wisher
        who = next(name for name, one in self.ids.items() if one == wisher)
        pressed = self.alive.pressed(self.actors[who], f"c:{number}:withdraw:yes")
        return Tried([pressed], lambda: self.board.takes_back(number, wisher))

    # --- orders ---

    def orders(self, do: Do) -> Tried | None:
        who, actor = do.whom, self.actors[do.whom]
        self.tries[who, self.house.clock.now] += 1
        if self.tries[who, self.house.clock.now] > 9:
            return None

        def follows() -> None:
            number = self.new_orders[0] if self.new_orders else -1
            if self.board.orders_one(number, self.ids[who]):
                self.new_orders.pop(0)

        pressed = self.alive.pressed(actor, f"li:{self.service}:order:G01")
        return Tried([pressed, self.alive.said(actor, "下午在家")], follows)

    def _order(self, do: Do, taken: bool) -> int | None:
        """Mostly one that is open, and that somebody has or nobody."""
        known = self.board.orders
        fits = [
            number
            for number, one in known.items()
            if one.state == "open" and bool(one.project) == taken
        ]
        some = fits if fits and do.many % 5 else list(known)
        return some[-1 - do.which % len(some)] if some else None

    def takes_on(self, do: Do) -> Tried | None:
        number = self._order(do, taken=False)
        if number is None:
            return None
        who = SERVERS[do.which % 3] if do.many % 4 else do.who

        def follows() -> None:
            project = self.new_projects[0] if self.new_projects else -1
            if self.board.takes_on(number, self.ids[who], project):
                self.new_projects.pop(0)

        data = f"li:{number}:claim"
        return Tried([self.alive.pressed(self.actors[who], data)], follows)

    def _of_project(self, do: Do, act: str, likely: str) -> Tried | None:
        number = self._order(do, taken=True)
        order = self.board.orders[number] if number else None
        if number is None or order is None or order.project is None:
            return None
        keeper, orderer = order.project.keeper, order.orderer
        mine = orderer if likely == "orderer" else keeper
        who = self._name((mine, mine, keeper, orderer, None), do)
        project, follows = order.project.number, getattr(self.board, do.what)
        pressed = self.alive.pressed(self.actors[who], f"li:{project}:{act}")

        def still() -> None:
            """Only of this project, not of one that came after it meanwhile."""
            if order.project and order.project.number == project:
                follows(number, self.ids[who])

        return Tried([pressed], still)

    def lets_go(self, do: Do) -> Tried | None:
        return self._of_project(do, "call_off", "keeper")

    def finishes(self, do: Do) -> Tried | None:
        return self._of_project(do, "finish", "orderer")

    def withdraws(self, do: Do) -> Tried | None:
        number = self._order(do, taken=bool(do.many % 2))
        if number is None:
            return None
        pressed = self.alive.pressed(self.actors[do.who], f"li:{number}:withdraw")
        return Tried([pressed], lambda: self.board.withdraws(number, self.ids[do.who]))

    # --- what always holds ---

    @invariant()
    def every_wish_has_one_claimer_and_a_next_moment(self) -> None:
        if self.mortal is None:
            return
        known = self.board.wishes
        assert self.seen.wishes == {
            n: (one.state, one.looked) for n, one in known.items()
        }
        assert self.seen.claims == sorted(
            (number, one.claimer) for number, one in known.items() if one.claimer
        )
        due = {n: one.due for n, one in known.items() if one.due}
        assert due == {
            n: at for (kind, n), at in self.seen.due.items() if kind == "wish"
        }

    @invariant()
    def every_order_has_one_claimer_and_a_next_moment(self) -> None:
        if self.mortal is None:
            return
        seen, orders = self.seen.listings, self.board.orders
        assert seen[self.service].left == self.board.service
        for number, one in orders.items():
            left = 0 if one.project or one.state == "done" else 1
            found = seen[number]
            assert (found.state, found.left, found.whose_id, found.until) == (
                one.state,
                left,
                one.orderer,
                one.until,
            )
        projects = {
            one.project.number: one.project.keeper
            for one in orders.values()
            if one.project
        }
        assert projects == {
            one.id: one.keeper_id
            for one in seen.values()
            if (one.kind, one.state) == (ListingKind.PROJECT, ListingState.OPEN)
        }
        due = {number: one.due for number, one in orders.items() if one.due}
        due |= {
            one.project.number: one.project.due
            for one in orders.values()
            if one.project and one.project.due
        }
        due |= {n: one.due for n, one in self.board.done.items() if one.due}
        timed = {n: at for (kind, n), at in self.seen.due.items() if kind == "listing"}
        assert due == {number: at for number, at in timed.items() if number}

    @invariant()
    def nobody_is_skipped_and_nobody_is_told_twice(self) -> None:
        if self.mortal is not None:
            assert self.seen.told == self.board.told


def text_of(reply: Any) -> str:
    """A letter's words."""
    return str(reply.get("text", ""))


def test_one_claimer_each_and_nobody_is_skipped() -> None:
    plays(Claims, 26, HOW)
