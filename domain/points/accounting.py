"""The ledger as plain-text accounting in Beancount's syntax, for `bean-check` to judge.

https://beancount.github.io/docs/beancount_language_syntax.html
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from domain.points.ledger import ISSUED, OPEN_BANK

POINT = "HONEY"
"""What the points are called there, as currencies are."""
KINDS = {
    "rider": "Assets:Rider",
    "honour": "Assets:Honour",
    "debt": "Assets:Debt",
    "held": "Assets:Held",
    "bank": "Assets:Bank",
    "lapsed": "Equity:Lapsed",
}
OPEN = {ISSUED: "Equity:Issued", OPEN_BANK: "Equity:OpenBank"}
PEOPLE = ("rider", "honour", "debt")
PLAIN = re.compile(r"[A-Z0-9][A-Za-z0-9-]*")
CODED = re.compile(r"X[0-9a-f]+")


@dataclass(slots=True)
class Line:
    """A transfer as it is written: `day` is local, `case` a number that people see. The `number`s
    are the ledger's. One without entries pays nothing, and says why: `refused`.
    """

    number: int
    day: date
    why: str
    case: str = ""
    by: int | None = None
    reverses: int | None = None
    refused: str = ""
    entries: dict[str, int] = field(default_factory=dict)


class Names:
    """Accounts as they may be called; a person is a code that the house's key alone makes."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def person(self, number: int) -> str:
        said = f"person:{number}".encode()
        return "P" + hmac.new(self._key, said, hashlib.sha256).hexdigest()[:12]

    def account(self, name: str) -> str:
        if name in OPEN:
            return OPEN[name]
        kind, *rest = name.split(":")
        top = KINDS.get(kind, f"Assets:Other:{_part(kind)}")
        if kind in PEOPLE:
            return f"{top}:{self.person(int(rest[0]))}"
        return ":".join([top, *map(_part, rest)])


def _part(code: str) -> str:
    """A part of an account's name; what may not stand there is written as its bytes."""
    if PLAIN.fullmatch(code) and not CODED.fullmatch(code):
        return code
    return "X" + code.encode().hex()


def written(
    lines: Iterable[Line],
    balances: dict[str, int],
    today: date,
    names: Names,
) -> Iterator[str]:
    """Row by row: accounts, transfers, and what each account should then hold."""
    booked = list(lines)
    first = min((one.day for one in booked), default=today)
    last = max((one.day for one in booked), default=today)
    yield 'option "title" "Honey points"'
    yield f'option "operating_currency" "{POINT}"'
    yield f"{first} commodity {POINT}"
    for name in sorted(balances):
        yield f"{first} open {names.account(name)} {POINT}"
    for one in booked:
        yield from _transfer(one, names)
    # a balance is that of the beginning of its day
    after = last + timedelta(days=1)
    for name, amount in sorted(balances.items()):
        yield f"{after} balance {names.account(name)} {amount} {POINT}"


def _transfer(one: Line, names: Names) -> Iterator[str]:
    yield ""
    if not one.entries:
        about = " ".join(filter(None, (one.why, one.case, one.refused)))
        yield f"; {one.day} {one.number} pays nothing: {about}"
        return
    yield f'{one.day} * "{one.why}"'
    yield f'  number: "{one.number}"'
    if one.case:
        yield f'  case: "{one.case}"'
    if one.by is not None:
        yield f'  by: "{names.person(one.by)}"'
    if one.reverses is not None:
        yield f'  reverses: "{one.reverses}"'
    for account, amount in one.entries.items():
        yield f"  {names.account(account)}  {amount} {POINT}"
