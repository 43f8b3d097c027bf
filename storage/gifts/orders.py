"""Orders for gifts: the row under its two keys first, then the counter, then the points. Whatever
fails takes back what was done before it, and leaves no row.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, delete, select, update

from domain.gifts.gift import Gift
from domain.gifts.order import DIGITS, Order, OrderState, hold, release, spend
from domain.points.ledger import Outcome
from storage.gifts.gifts import Gifts
from storage.gifts.order_rows import order_of, row_of
from storage.points.ledger import Ledger
from storage.session import Session
from storage.tables.gifts import gift_orders

C = gift_orders.c
OPEN = C.ended_at.is_(None)
TRIES = 5
"""So often other figures are drawn where somebody has these: each try fails once in thousands."""


class Ordered(StrEnum):
    """What came of an order. AGAIN: they have one of these open. GONE: none is left."""

    DONE = "done"
    AGAIN = "again"
    GONE = "gone"
    DRY = "dry"


def random_code() -> str:
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"


class Orders:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._gifts = Gifts(session)
        self._ledger = Ledger(session)

    async def order(
        self,
        gift: Gift,
        person_id: int,
        until: datetime,
        code: Callable[[], str] = random_code,
    ) -> tuple[Ordered, Order]:
        """One of it is theirs to fetch until then; its points are held."""
        made = self._new(gift, person_id, until)
        for _ in range(TRIES):
            made = replace(made, code=code())
            if await self._insert(made):
                break
            if await self._has(made):
                return Ordered.AGAIN, made
        else:
            return Ordered.GONE, made
        if not await self._gifts.take(gift):
            await self._drop(made)
            return Ordered.GONE, made
        if await self._ledger.book(hold(made, gift.name)) is not Outcome.BOOKED:
            await self._gifts.put_back(gift.code)
            await self._drop(made)
            return Ordered.DRY, made
        return Ordered.DONE, made

    def _new(
        self,
        gift: Gift,
        person_id: int,
        until: datetime,
    ) -> Order:
        return Order(
            self._session.next_id("gift_orders"),
            gift.code,
            person_id,
            gift.points,
            "",
            OrderState.OPEN,
            self._session.now,
            until,
        )

    async def _insert(self, order: Order) -> bool:
        new = self._session.insert_or_ignore(gift_orders)
        return (await self._session.query(new, row_of(order))).rowcount == 1

    async def _drop(self, order: Order) -> None:
        """What nobody has seen: the same transaction began it."""
        same = delete(gift_orders).where(C.id == order.id)
        await self._session.query(same)

    async def _has(self, order: Order) -> bool:
        """Whether they have one of these open already."""
        same = (C.person_id == order.person_id) & (C.gift == order.gift)
        return await self._one(select(gift_orders).where(same, OPEN)) is not None

    # --- how it ends ---

    async def hand(
        self,
        order: Order,
        bank: str,
        by: int,
    ) -> bool:
        """Handed over: its points are spent. False where it had ended already."""
        if not await self._end(
            order,
            OrderState.HANDED,
            by,
        ):
            return False
        await self._ledger.book(
            spend(
                order,
                bank,
                by,
            )
        )
        return True

    async def give_up(
        self,
        order: Order,
        state: OrderState,
        by: int | None,
    ) -> bool:
        """Not fetched: the gift and its points go back. False where it had ended already."""
        if not await self._end(
            order,
            state,
            by,
        ):
            return False
        await self._gifts.put_back(order.gift)
        await self._ledger.book(release(order, by))
        return True

    async def _end(
        self,
        order: Order,
        state: OrderState,
        by: int | None,
    ) -> bool:
        ended = {"state": state.value, "ended_at": self._session.now, "by": by}
        same = update(gift_orders).where(C.id == order.id, OPEN)
        return (await self._session.query(same.values(ended))).rowcount == 1

    async def noticed(
        self,
        order: Order,
        until: datetime,
    ) -> None:
        """Its end, which is then, was announced."""
        same = update(gift_orders).where(C.id == order.id, OPEN)
        await self._session.query(same.values(noticed=True, until=until))

    # --- looking ---

    async def get(self, order_id: int) -> Order | None:
        return await self._one(select(gift_orders).where(C.id == order_id))

    async def by_code(self, code: str) -> Order | None:
        """The order with these figures: the open one, else the last that had them."""
        rows = select(gift_orders).where(C.code == code)
        rows = rows.order_by(OPEN.desc(), C.id.desc()).limit(1)
        return await self._one(rows)

    async def open_of(self, person_id: int) -> list[Order]:
        """Theirs that wait to be fetched, the soonest to end first."""
        rows = select(gift_orders).where(C.person_id == person_id, OPEN)
        found = await self._session.query(rows.order_by(C.until, C.id))
        return [order_of(row) for row in found]

    async def _one(self, rows: Select[Any]) -> Order | None:
        found = (await self._session.query(rows)).first()
        return order_of(found) if found is not None else None

    # --- whose they are ---

    async def hand_over(
        self,
        person_id: int,
        to: int,
    ) -> None:
        """What one has ordered is the other's. Of a gift that both have ordered, one goes back."""
        theirs = {one.gift for one in await self.open_of(to)}
        for one in await self.open_of(person_id):
            if one.gift in theirs:
                await self.give_up(
                    one,
                    OrderState.CANCELLED,
                    person_id,
                )
        same = update(gift_orders).where(C.person_id == person_id)
        await self._session.query(same.values(person_id=to))

    async def forget(self, person_id: int) -> None:
        """What they had ordered goes back; nobody knows any more whose these were."""
        for one in await self.open_of(person_id):
            await self.give_up(
                one,
                OrderState.LEFT,
                person_id,
            )
        for column in (C.person_id, C.by):
            same = update(gift_orders).where(column == person_id)
            await self._session.query(same.values({column.name: None}))
