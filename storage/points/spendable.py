"""What came to, and went from, the points that somebody may spend: through all their doors."""

from __future__ import annotations

from sqlalchemy import select

from domain.points.expiry import Move
from domain.points.ledger import Why, rider
from storage.points.of_cases import TRANSFERS
from storage.session import Session
from storage.tables.points import point_entries, point_transfers

ENTRIES = point_entries.c
BOTH = point_entries.join(point_transfers, TRANSFERS.id == ENTRIES.transfer_id)
JOINED = TRANSFERS.why == Why.JOINED.value


class Spendable:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def moves(self, person_id: int) -> list[Move]:
        """The oldest first. Joining two doors moves nothing of what one person has."""
        accounts = await self._accounts(person_id)
        rows = select(
            TRANSFERS.key,
            TRANSFERS.at,
            TRANSFERS.reverses,
            ENTRIES.amount,
        ).select_from(BOTH)
        rows = rows.where(ENTRIES.account.in_(accounts), ~JOINED)
        found = await self._session.query(rows.order_by(TRANSFERS.id))
        return [
            Move(
                row.key,
                row.at,
                row.amount,
                row.reverses,
            )
            for row in found
        ]

    async def _accounts(self, person_id: int) -> list[str]:
        """Their own, and those of the doors that were joined to it."""
        known: list[str] = []
        new = [rider(person_id)]
        while new:
            known += new
            new = await self._joined_to(new, known)
        return known

    async def _joined_to(
        self,
        accounts: list[str],
        known: list[str],
    ) -> list[str]:
        into = select(ENTRIES.transfer_id).select_from(BOTH)
        into = into.where(
            JOINED,
            ENTRIES.account.in_(accounts),
            ENTRIES.amount > 0,
        )
        rows = select(ENTRIES.account).where(
            ENTRIES.transfer_id.in_(into),
            ENTRIES.account.like("rider:%"),
            ENTRIES.account.not_in(known),
        )
        return list((await self._session.query(rows)).scalars())
