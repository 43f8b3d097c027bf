"""A transfer of honey points: entries that sum to zero, under a key that can be booked once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

ISSUED = "issued"
"""Where all points come from: the only account that may stand below zero, beside open banks."""
OPEN_BANK = "bank:"
"""The bank of every area for which no budget is set."""


class Why(StrEnum):
    """What a transfer is for. An `AWARD` is by hand and counts for the tier alone until it is
    `CONFIRMED`; one that nobody confirmed stays an `HONOUR`. `SERVED` is an order that somebody
    carried out, `CAME` a call for volunteers that they came to, `WISH` one that they fulfilled.
    """

    SOLVED = "solved"
    ME_TOO = "me_too"
    SERVED = "served"
    CAME = "came"
    WISH = "wish"
    AWARD = "award"
    CONFIRMED = "confirmed"
    HONOUR = "honour"
    BUDGET = "budget"
    BACK = "back"
    CLOSED = "closed"
    JOINED = "joined"
    LAPSED = "lapsed"
    ORDERED = "ordered"
    HANDED = "handed"
    RETURNED = "returned"
    REPAID = "repaid"


SPENDING = frozenset({Why.LAPSED, Why.ORDERED, Why.RETURNED})
"""These move what somebody may spend, and nothing of what they earned in all."""


class Outcome(StrEnum):
    """`AGAIN`: this key was booked before. `DRY`: an account would have fallen below zero."""

    BOOKED = "booked"
    AGAIN = "again"
    DRY = "dry"


def rider(person_id: int) -> str:
    """The points that somebody may spend."""
    return f"rider:{person_id}"


def honour(person_id: int) -> str:
    """Points (荣誉) that count for the tier alone."""
    return f"honour:{person_id}"


def debt(person_id: int) -> str:
    """What goes back of points that they had spent already: below zero, until what comes next
    repays it. What somebody may spend never is.
    """
    return f"debt:{person_id}"


def owner(account: str) -> int | None:
    """Whose points to spend these are; None for any other account."""
    kind, _, number = account.partition(":")
    return int(number) if kind == "rider" else None


def bank(area: str, year: int) -> str:
    """An area's budget of one year."""
    return f"bank:{area}:{year}"


def held(order_id: int) -> str:
    """The points of an ordered gift that nobody has fetched yet."""
    return f"held:{order_id}"


def lapsed(year: int) -> str:
    """Where points go that nobody has any more."""
    return f"lapsed:{year}"


def may_be_negative(account: str) -> bool:
    return account in (ISSUED, OPEN_BANK) or never_positive(account)


def never_positive(account: str) -> bool:
    """A debt is repaid, and no more than that."""
    return account.startswith("debt:")


class Unbalanced(ValueError):
    """Entries that do not sum to zero, or move nothing."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """`entries` are whole points by account. One without entries pays nothing and says why not:
    `refused` is the key of the reason. `person_id` is whose card shows it, `by` who did it (None:
    the clock), `reverses` the key of the transfer that it takes back.
    """

    key: str
    why: Why
    entries: dict[str, int] = field(default_factory=dict)
    person_id: int | None = None
    case_id: int | None = None
    by: int | None = None
    reverses: str | None = None
    refused: str = ""
    words: str = ""

    def __post_init__(self) -> None:
        if sum(self.entries.values()) or 0 in self.entries.values():
            raise Unbalanced(self.key)

    @property
    def amount(self) -> int:
        """What it adds to its person's points, of both kinds; what they owe counts against it."""
        if self.person_id is None:
            return 0
        theirs = accounts_of(self.person_id)
        return sum(self.entries.get(account, 0) for account in theirs)


def accounts_of(person_id: int) -> tuple[str, ...]:
    """What somebody earned in all is the sum of what came to these."""
    return rider(person_id), honour(person_id), debt(person_id)


def moved(source: str, target: str, amount: int) -> dict[str, int]:
    """The entries that bring so many points from one account to another."""
    return {source: -amount, target: amount}


def back(of: Transfer, by: int | None, words: str = "") -> Transfer:
    """The counter-transfer: every entry the other way round."""
    return Transfer(
        f"back:{of.key}",
        Why.BACK,
        {account: -amount for account, amount in of.entries.items()},
        of.person_id,
        of.case_id,
        by,
        of.key,
        words=words,
    )


def of_holder(made: Transfer, holder: int) -> Transfer:
    """The same, where another door has the points now: two turned out to be one person."""
    if made.person_id is None or made.person_id == holder:
        return made
    now = dict(
        zip(
            accounts_of(made.person_id),
            accounts_of(holder),
            strict=True,
        )
    )
    entries = {now.get(account, account): n for account, n in made.entries.items()}
    return replace(made, entries=entries, person_id=holder)


def repaying(after: Transfer) -> str:
    """The key of what was repaid by, or right after, a transfer."""
    return f"repaid:{after.key}"


def owing(made: Transfer) -> Transfer | None:
    """The same, with what it takes from its person's points to spend as their debt; None where it
    takes nothing from these.
    """
    if made.person_id is None or rider(made.person_id) not in made.entries:
        return None
    entries = dict(made.entries)
    entries[debt(made.person_id)] = entries.pop(rider(made.person_id))
    return replace(made, entries=entries)
