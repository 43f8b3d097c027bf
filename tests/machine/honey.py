"""The honey bank, written down a second time and otherwise: what each account should hold after
what has happened. The ledger's machine believes this and none of `domain.points`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")
OPEN, ISSUED, SHUT = "bank:", "issued", "bank:S1"
SOLVED, A_DAY, AGAIN, WAIT = 10, 3, timedelta(days=14), timedelta(days=14)
CONFIRM, ASKED_BEFORE, A_NIGHT = timedelta(14), timedelta(days=3), timedelta(days=1)
KEPT, MONTH = timedelta(days=14), timedelta(days=30)


@dataclass
class Report:
    """A hazard. `spot` is where, '' for a place of its own; `by` who carried it so far. `paid` is
    the account that paid it, None while nothing was judged, '' where it pays nothing for good.
    """

    filer: int
    category: str
    spot: str
    budget: bool
    filed: datetime
    by: set[int | None] = field(default_factory=set)
    in_charge: int | None = None
    paid: str | None = None
    wait: datetime | None = None
    done: bool = False


@dataclass
class Given:
    """Points by hand. `state` is waiting, confirmed, refused or honour."""

    giver: int
    holder: int
    amount: int
    source: str
    day: str
    end: datetime
    asked: bool = False
    state: str = "waiting"


@dataclass
class Ordered:
    """A gift that is kept until then. `state` is open, handed, cancelled or lapsed."""

    holder: int
    gift: str
    price: int
    until: datetime
    told: bool = False
    state: str = "open"


@dataclass
class Move:
    """What came to what somebody may spend, or went; `void` once it was taken back."""

    holder: int
    at: datetime
    amount: int
    about: object
    void: datetime | None = None


class Honey:
    """All points there are. `left` are the gifts by code, with their price and number."""

    def __init__(
        self, now: datetime, budget: int, gifts: dict[str, tuple[int, int]]
    ) -> None:
        self.now = now
        self.budget = budget
        self.filled: Counter[str] = Counter()
        self.held: Counter[str] = Counter()
        self.earned: Counter[int] = Counter()
        self.prices = {code: price for code, (price, _) in gifts.items()}
        self.left = {code: many for code, (_, many) in gifts.items()}
        self.moves: list[Move] = []
        self.reports: dict[int, Report] = {}
        self.given: list[Given] = []
        self.orders: dict[int, Ordered] = {}
        self.looks: dict[int, datetime] = {}
        self.ends: dict[int, datetime] = {}

    # --- accounts ---

    def _go(self, source: str, target: str, amount: int) -> bool:
        """Whether it went: nothing falls below zero but where points come from."""
        if source not in (OPEN, ISSUED) and self.held[source] < amount:
            return False
        self.held[source] -= amount
        self.held[target] += amount
        self._repays(target)
        return True

    def _repays(self, account: str) -> None:
        """What somebody owes goes before they can spend anything."""
        kind, _, person = account.partition(":")
        owed = min(-self.held[f"debt:{person}"], self.held[account])
        if kind == "rider" and owed > 0:
            self.held[account] -= owed
            self.held[f"debt:{person}"] += owed
            self.moves.append(Move(int(person), self.now, -owed, "repaid"))

    def _payer(self, budget: bool) -> str:
        """What pays, with the budget of this year in it as it is now."""
        if not budget:
            return OPEN
        account = f"{SHUT}:{self.now.astimezone(ZONE).year}"
        more = max(self.budget - self.filled[account], -self.held[account])
        self.filled[account] += more
        self._go(ISSUED, account, more)
        return account

    def _got(self, person: int, amount: int, about: object) -> None:
        self.moves.append(Move(person, self.now, amount, about))
        if amount > 0:
            self.looks.setdefault(person, self._notice())

    def _void(self, about: object) -> None:
        for one in self.moves:
            if one.about is about and one.void is None:
                one.void = self.now

    # --- reports ---

    def files(
        self, number: int, filer: int, category: str, spot: str, budget: bool
    ) -> None:
        self.reports[number] = Report(filer, category, spot, budget, self.now)

    def solved(self, number: int, by: int | None) -> None:
        report = self.reports[number]
        report.by.add(by)
        if not report.done:
            report.done, report.wait = True, self.now + WAIT
        if report.paid is None and self._deserves(report):
            # what it will pay is said, by a bank that is filled
            self._payer(report.budget)

    def says_so(self, number: int, who: int | None) -> None:
        """The filer's own word closes it; nobody else's does."""
        report = self.reports[number]
        report.done = True
        if who == report.filer:
            self._pays(report)

    def opens_again(self, number: int) -> None:
        report = self.reports[number]
        report.wait, report.done = None, False
        if report.paid:
            self._owes(report, report.paid)
        report.paid = None

    def _owes(self, report: Report, bank: str) -> None:
        """It goes back; what is spent already is owed."""
        theirs = f"rider:{report.filer}"
        self.earned[report.filer] -= SOLVED
        if self._go(theirs, bank, SOLVED):
            return self._void(report)
        self.held[f"debt:{report.filer}"] -= SOLVED
        self.held[bank] += SOLVED
        self._repays(theirs)

    def _pays(self, report: Report) -> None:
        report.wait = None
        if report.paid is not None:
            return
        report.paid = ""
        if not self._deserves(report):
            return
        payer, theirs = self._payer(report.budget), f"rider:{report.filer}"
        if self._go(payer, theirs, SOLVED):
            report.paid = payer
            self.earned[report.filer] += SOLVED
            self._got(report.filer, SOLVED, report)

    def _deserves(self, report: Report) -> bool:
        paid = [
            one
            for one in self.reports.values()
            if one.paid and one.filer == report.filer
        ]
        day = report.filed.astimezone(ZONE).date()
        same_day = [one for one in paid if one.filed.astimezone(ZONE).date() == day]
        same = [
            one
            for one in paid
            if report.spot
            and (one.spot, one.category) == (report.spot, report.category)
            and abs(one.filed - report.filed) < AGAIN
        ]
        own = report.filer in {report.in_charge, *report.by}
        return not own and not same and len(same_day) < A_DAY

    # --- by hand ---

    def gives(self, giver: int, holder: int, amount: int, budget: bool) -> None:
        if giver == holder:
            return
        source, day = self._payer(budget), str(self.now.astimezone(ZONE).date())
        before = [one for one in self.given if (one.holder, one.day) == (holder, day)]
        if any(one.state != "refused" for one in before):
            return
        if self._go(source, f"honour:{holder}", amount):
            end = self.now + CONFIRM
            self.given.append(Given(giver, holder, amount, source, day, end))
            self.earned[holder] += amount

    def agrees(self, who: int, number: int, may: set[int]) -> None:
        given = self._waits_for(who, number, may)
        if given:
            given.state = "confirmed"
            self._go(f"honour:{given.holder}", f"rider:{given.holder}", given.amount)
            self._got(given.holder, given.amount, given)

    def disagrees(self, who: int, number: int, may: set[int]) -> None:
        given = self._waits_for(who, number, may)
        if given:
            given.state = "refused"
            self._go(f"honour:{given.holder}", given.source, given.amount)
            self.earned[given.holder] -= given.amount

    def _waits_for(self, who: int, number: int, may: set[int]) -> Given | None:
        """The one who gives, the one who gets and the one who confirms are three."""
        given = self.given[number]
        mine = who in may - {given.giver, given.holder}
        return given if mine and given.state == "waiting" else None

    # --- gifts ---

    def takes(self, number: int, person: int, gift: str) -> bool:
        """Whether it is theirs; `number` is what the order is called then."""
        price = self.prices[gift]
        theirs = [one for one in self.orders.values() if one.holder == person]
        again = any((one.gift, one.state) == (gift, "open") for one in theirs)
        if again or not self.left[gift]:
            return False
        if not self._go(f"rider:{person}", f"held:{number}", price):
            return False
        self.left[gift] -= 1
        self.orders[number] = Ordered(person, gift, price, self.now + KEPT)
        self._got(person, -price, self.orders[number])
        return True

    def cancels(self, who: int, number: int) -> None:
        if self.orders[number].holder == who:
            self._goes_back(number, "cancelled")

    def _goes_back(self, number: int, state: str) -> None:
        order = self.orders[number]
        if order.state != "open":
            return
        order.state = state
        self.left[order.gift] += 1
        self._go(f"held:{number}", f"rider:{order.holder}", order.price)
        self._void(order)

    def hands(self, who: int, number: int, keepers: set[int]) -> None:
        order = self.orders[number]
        if who not in keepers or who == order.holder:
            return
        bank = self._payer(True)
        if order.state == "open":
            order.state = "handed"
            self._go(f"held:{number}", bank, order.price)

    # --- the clock ---

    def passes(self, now: datetime) -> None:
        """All that is due by then, in the order of the clock's looks."""
        self.now = now
        waits = [one for one in self.reports.values() if one.wait]
        for report in sorted(waits, key=lambda one: one.wait or now):
            if report.wait and report.wait <= now:
                self._pays(report)
        for given in self.given:
            self._ages(given)
        for person, at in list(self.looks.items()):
            if at <= now:
                self._announces(person)
        for person, at in list(self.ends.items()):
            if at <= now:
                self._lapses(person, at)
        for number, order in self.orders.items():
            if order.state == "open":
                self._keeps(number, order)

    def _keeps(self, number: int, order: Ordered) -> None:
        if order.told and order.until <= self.now:
            self._goes_back(number, "lapsed")
        elif not order.told and order.until - ASKED_BEFORE <= self.now:
            order.told, order.until = True, max(order.until, self.now + A_NIGHT)

    def _ages(self, given: Given) -> None:
        if given.state != "waiting":
            return
        if given.asked and given.end <= self.now:
            given.state = "honour"
            if given.source != OPEN:
                self._go(OPEN, given.source, given.amount)
        elif not given.asked and given.end - ASKED_BEFORE <= self.now:
            given.asked, given.end = True, max(given.end, self.now + A_NIGHT)

    def _notice(self) -> datetime:
        """A month before a year ends, the next time."""
        year = self.now.astimezone(ZONE).year
        ends = [datetime(year + n, 1, 1, tzinfo=ZONE) - MONTH for n in (1, 2)]
        return next(at.astimezone(UTC) for at in ends if at > self.now)

    def _announces(self, person: int) -> None:
        self.looks[person] = self._notice()
        end = self.now + MONTH
        if self._old(person, end, self.now):
            self.ends[person] = end

    def _lapses(self, person: int, at: datetime) -> None:
        del self.ends[person]
        said = self._old(person, at, at - MONTH)
        amount = min(said, self._old(person, at, self.now))
        if amount:
            year = at.astimezone(ZONE).year - 1
            self._go(f"rider:{person}", f"lapsed:{year}", amount)
            self._got(person, -amount, "lapsed")

    def _old(self, person: int, end: datetime, seen: datetime) -> int:
        """What is left of what was earned before the year that ends, the oldest spent first."""
        begins = datetime(end.astimezone(ZONE).year - 1, 1, 1, tzinfo=ZONE)
        lots: list[list[Any]] = []
        owed = 0
        for one in self.moves:
            void = one.void is not None and one.void <= seen
            if one.holder != person or void or one.at > seen:
                continue
            if one.amount > 0:
                lots.append([one.at, one.amount])
            # what paid for it first may have been taken back since
            owed = _spent(lots, owed - min(one.amount, 0))
        return sum(amount for at, amount in lots if at < begins)


def _spent(lots: list[list[Any]], amount: int) -> int:
    """Takes so many off, the oldest first. Returns how many were not there."""
    for lot in lots:
        off = min(lot[1], amount)
        lot[1] -= off
        amount -= off
    return amount
