"""What the ledger says of services: a day's share, the same two again, who was paid by whom."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import and_, func, or_, select

from domain.points.ledger import Why, rider
from domain.points.service import BETWEEN_TWO, of_day
from storage.points.of_cases import TRANSFERS
from storage.points.rows import ALL, Booked, with_entries
from storage.session import Session
from storage.tables.points import point_entries, point_transfers

SERVICES = [why.value for why in (Why.SERVED, Why.CAME, Why.WISH)]
OF_TWO = [why.value for why in BETWEEN_TWO]
UNDONE = point_transfers.alias()
STANDS = TRANSFERS.refused == ""
STANDING = (
    STANDS & ~select(UNDONE.c.id).where(UNDONE.c.reverses == TRANSFERS.key).exists()
)


class Services:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def had(self, person_id: int, day: date) -> int:
        """What the services of one day have brought somebody."""
        c = point_entries.c
        both = point_entries.join(point_transfers, TRANSFERS.id == c.transfer_id)
        row = select(func.sum(c.amount)).select_from(both)
        row = row.where(
            TRANSFERS.person_id == person_id,
            TRANSFERS.key.startswith(of_day(day), autoescape=True),
            c.account == rider(person_id),
        )
        return int((await self._session.query(row)).scalar() or 0)

    async def of_two(self, one: int, other: int, since: datetime) -> bool:
        """Whether either was paid for what they did for the other."""
        c = TRANSFERS
        pair = or_(
            and_(c.person_id == one, c.by == other),
            and_(c.person_id == other, c.by == one),
        )
        row = select(c.id).where(pair, c.at > since, c.why.in_(OF_TWO), STANDING)
        return (await self._session.query(row.limit(1))).first() is not None

    async def among(self, people: Collection[int]) -> list[Booked]:
        """What one of these was paid because another said so."""
        c = TRANSFERS
        rows = ALL.where(c.person_id.in_(people), c.by.in_(people))
        rows = rows.where(c.why.in_(SERVICES), STANDING)
        return await with_entries(self._session, await self._session.query(rows))
