"""Transfers as they stand in their tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from domain.points.ledger import Transfer, Why
from storage.session import Session
from storage.statements import among
from storage.tables.points import point_entries, point_transfers

ENTRIES = select(point_entries).where(among(point_entries.c.transfer_id))


@dataclass(frozen=True, slots=True)
class Booked:
    """A transfer with its number and moment."""

    id: int
    at: datetime
    transfer: Transfer


def row_of(transfer: Transfer, number: int, at: datetime) -> dict[str, Any]:
    return {
        "id": number,
        "key": transfer.key,
        "why": transfer.why.value,
        "person_id": transfer.person_id,
        "case_id": transfer.case_id,
        "by": transfer.by,
        "at": at,
        "reverses": transfer.reverses,
        "refused": transfer.refused,
        "words": transfer.words,
    }


async def with_entries(session: Session, rows: Iterable[Any]) -> list[Booked]:
    """These rows of transfers, in their order, with what each moves."""
    found = list(rows)
    ids = [row.id for row in found]
    moved: dict[int, dict[str, int]] = {}
    if ids:
        for one in await session.query(ENTRIES, {"transfer_id": ids}):
            moved.setdefault(one.transfer_id, {})[one.account] = one.amount
    return [_booked(row, moved.get(row.id, {})) for row in found]


def _booked(row: Any, entries: dict[str, int]) -> Booked:
    transfer = Transfer(
        row.key,
        Why(row.why),
        entries,
        row.person_id,
        row.case_id,
        row.by,
        row.reverses,
        row.refused,
        row.words,
    )
    return Booked(row.id, row.at, transfer)


ALL = select(point_transfers).order_by(point_transfers.c.id)
