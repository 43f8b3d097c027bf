"""Points by hand as the ledger has them: which still wait, how one was settled, who has it now."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import select

from domain.points.by_hand import settling
from domain.points.ledger import Transfer, Why, honour, rider
from storage.points.of_cases import TRANSFERS
from storage.points.rows import ALL, Booked, with_entries
from storage.session import Session
from storage.tables.points import point_entries, point_transfers

ENTRIES = point_entries.c
AWARDS = ALL.where(TRANSFERS.why == Why.AWARD.value)


class ByHand:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def award(self, number: int) -> Booked | None:
        rows = await self._session.query(AWARDS.where(TRANSFERS.id == number))
        found = await with_entries(self._session, rows)
        return found[0] if found else None

    async def of_key(self, key: str) -> Booked | None:
        """The transfer with this key."""
        rows = await self._session.query(ALL.where(TRANSFERS.key == key))
        found = await with_entries(self._session, rows)
        return found[0] if found else None

    async def settled(self, awards: Iterable[Transfer]) -> dict[str, Why]:
        """How the waiting of each ended, by the award's key; those that wait are not in it."""
        keys = {settling(one): one.key for one in awards}
        rows = select(
            TRANSFERS.key,
            TRANSFERS.why,
        ).where(TRANSFERS.key.in_(keys))
        found = await self._session.query(rows) if keys else ()
        return {keys[row.key]: Why(row.why) for row in found}

    async def refused(self, base: str) -> int:
        """How many awards for this were refused, one after the other."""
        times = 0
        while True:
            ended = await self.of_key(f"settled:{base}:{times + 1}")
            if ended is None or ended.transfer.why is not Why.BACK:
                return times
            times += 1

    async def given_to(self, people: Collection[int]) -> list[Booked]:
        """All that these were ever given by hand."""
        rows = await self._session.query(AWARDS.where(TRANSFERS.person_id.in_(people)))
        return await with_entries(self._session, rows)

    async def ending(self, given: Transfer) -> Transfer | None:
        """What ended the waiting of an award; None while it waits."""
        found = await self.of_key(settling(given))
        return found.transfer if found else None

    async def waiting(self, person_id: int) -> list[Booked]:
        """Somebody's awards that nobody has confirmed yet, the oldest first."""
        rows = await self._session.query(AWARDS.where(TRANSFERS.person_id == person_id))
        found = await with_entries(self._session, rows)
        settled = await self.settled(one.transfer for one in found)
        return [one for one in found if one.transfer.key not in settled]

    async def holder(self, person_id: int) -> int:
        """Who has their points now: themselves, or whom they became by joining two doors."""
        both = point_entries.join(
            point_transfers,
            TRANSFERS.id == ENTRIES.transfer_id,
        )
        rows = select(TRANSFERS.person_id).select_from(both)
        rows = rows.where(
            ENTRIES.account.in_((rider(person_id), honour(person_id))),
            ENTRIES.amount < 0,
            TRANSFERS.why == Why.JOINED.value,
        )
        now = (await self._session.query(rows.order_by(TRANSFERS.id.desc()))).scalar()
        return person_id if now is None else await self.holder(now)
