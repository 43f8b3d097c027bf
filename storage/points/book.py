"""The whole ledger and what each account holds, as they were at one moment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import tzinfo
from typing import Any

from sqlalchemy import literal, null, select, union_all

from domain.points.accounting import Line
from storage.session import Session
from storage.tables.cases import cases
from storage.tables.points import (
    point_accounts,
    point_entries,
    point_transfers,
)

T, E, A = point_transfers.c, point_entries.c, point_accounts.c


class Book:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def all(self, zone: tzinfo) -> tuple[list[Line], dict[str, int]]:
        """The transfers, the oldest first, and the balances. One statement, so that both are of
        one moment while a house goes on booking.
        """
        entries, balances = _entries(), _balances()
        both = union_all(entries, balances).order_by("id", "account")
        found = list(await self._session.query(both))
        held = {row.account: row.amount for row in found if not row.id}
        return _lines((row for row in found if row.id), zone), held


def _entries() -> Any:
    undone = point_transfers.alias()
    rows = point_transfers.outerjoin(point_entries, T.id == E.transfer_id)
    rows = rows.outerjoin(cases, cases.c.id == T.case_id)
    rows = rows.outerjoin(undone, undone.c.key == T.reverses)
    return select(
        T.id.label("id"),
        T.at,
        T.why,
        T.by,
        T.refused,
        cases.c.number,
        undone.c.id.label("reverses"),
        E.account.label("account"),
        E.amount,
    ).select_from(rows)


def _balances() -> Any:
    """Under the number 0, which no transfer has."""
    nothing = [null().label(name) for name in ("at", "why", "by", "refused")]
    more = [null().label(name) for name in ("number", "reverses")]
    return select(
        literal(0),
        *nothing,
        *more,
        A.account,
        A.balance,
    )


def _lines(rows: Iterable[Any], zone: tzinfo) -> list[Line]:
    found: dict[int, Line] = {}
    for row in rows:
        line = found.setdefault(row.id, _line(row, zone))
        if row.account is not None:
            line.entries[row.account] = row.amount
    return list(found.values())


def _line(row: Any, zone: tzinfo) -> Line:
    day = row.at.astimezone(zone).date()
    case = row.number or ""
    return Line(
        row.id,
        day,
        row.why,
        case,
        row.by,
        row.reverses,
        row.refused,
    )
