"""Gifts: how many are left is changed by one statement that compares, and by nothing else."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Update,
    and_,
    bindparam,
    func,
    or_,
    select,
    update,
)

from domain.gifts.gift import Gift
from storage.session import Session
from storage.tables.gifts import gifts

C = gifts.c


class Gifts:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, code: str) -> Gift | None:
        """Also one that is offered no more."""
        row = select(gifts).where(C.code == code)
        found = (await self._session.query(row)).first()
        return gift_of(found) if found is not None else None

    async def listed(
        self, areas: Collection[str], most: int, skip: int = 0
    ) -> list[Gift]:
        """What is offered in these areas: what is there first, then the cheapest."""
        rows = select(gifts).where(_offered(areas))
        gone = C.left == 0
        rows = (
            rows.order_by(
                gone,
                C.points,
                C.code,
            )
            .limit(most)
            .offset(skip)
        )
        return [gift_of(row) for row in await self._session.query(rows)]

    async def count(self, areas: Collection[str]) -> int:
        rows = select(func.count()).select_from(gifts).where(_offered(areas))
        return (await self._session.query(rows)).scalar() or 0

    # --- the counter ---

    async def take(self, gift: Gift) -> bool:
        """One less is left. False where there is none, or it is offered no more at this price."""
        same = and_(
            C.code == gift.code,
            C.points == gift.points,
            C.offered,
        )
        one = update(gifts).where(same, C.left > 0).values(left=C.left - 1)
        return (await self._session.query(one)).rowcount == 1

    async def put_back(self, code: str) -> None:
        one = update(gifts).where(C.code == code).values(left=C.left + 1)
        await self._session.query(one)

    async def supply(
        self,
        code: str,
        more: int,
    ) -> bool:
        """So many more are there; less than nothing takes some away. False where it would take
        what is ordered.
        """
        enough = C.left + more >= 0
        same = update(gifts).where(C.code == code, enough)
        new = {"supplied": C.supplied + more, "left": C.left + more}
        return (await self._session.query(same.values(new))).rowcount == 1

    async def replace(self, loaded: Sequence[Gift]) -> list[str]:
        """From now on these are offered and no others. What has been ordered stays ordered: only
        what was supplied beyond it is left. Returns the codes of those of which more are ordered
        than are said to have been supplied: nothing of these was changed.
        """
        self._session.directory_changes()
        await self._session.query(update(gifts).values(offered=False))
        if not loaded:
            return []
        rows = [row_of(one) for one in loaded]
        there = self._session.insert_or_ignore(gifts)
        await self._session.query(there, [{**row, "offered": False} for row in rows])
        told = [{f"new_{name}": said for name, said in row.items()} for row in rows]
        await self._session.query(PUT, told)
        codes = [one.code for one in loaded]
        short = select(C.code).where(C.code.in_(codes), ~C.offered)
        return list((await self._session.query(short.order_by(C.code))).scalars())


def _put() -> Update:
    """One gift in the place of what it was, where enough are left."""
    new = {one.name: bindparam(f"new_{one.name}", type_=one.type) for one in C}
    left = C.left + new["supplied"] - C.supplied
    made = update(gifts).where(C.code == new["code"], left >= 0)
    return made.values({**new, "left": left})


PUT = _put()


def _offered(areas: Collection[str]) -> ColumnElement[bool]:
    return and_(C.offered, or_(C.area == "", C.area.in_(tuple(areas))))


def gift_of(row: Any) -> Gift:
    return Gift(
        row.code,
        row.name,
        row.points,
        row.supplied,
        row.left,
        row.area,
        row.keeper,
        row.place,
    )


def row_of(gift: Gift) -> dict[str, Any]:
    return {
        "code": gift.code,
        "name": gift.name,
        "points": gift.points,
        "supplied": gift.supplied,
        "left": gift.left,
        "area": gift.area,
        "keeper": gift.keeper,
        "place": gift.place,
        "offered": True,
    }
