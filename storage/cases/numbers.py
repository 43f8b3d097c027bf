"""The numbers that people see: one after the other for each kind and year, without a gap."""

from __future__ import annotations

from sqlalchemy import select

from domain.kinds import Kind, number
from storage.session import Session
from storage.statements import same
from storage.tables.house import counters

LAST_NUMBER = select(counters.c.value).where(same(counters.c.name))


class CaseNumbers:
    """What one Unit numbers: its numbers go back with it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._last: dict[str, int] = {}
        self._unwritten: set[str] = set()

    async def next(self, kind: Kind, year: int) -> str:
        name = f"{kind}-{year}"
        if name not in self._last:
            self._last[name] = await self._found(name)
        self._last[name] += 1
        self._unwritten.add(name)
        return number(kind, year, self._last[name])

    async def _found(self, name: str) -> int:
        known = self._session.memory.numbers.get(name)
        if known is None:
            known = (await self._session.run(LAST_NUMBER, {"name": name})).scalar()
        return int(known or 0)

    def flush(self) -> None:
        unwritten, self._unwritten = self._unwritten, set()
        rows = [{"name": name, "value": self._last[name]} for name in unwritten]
        self._session.write(self._session.upsert(counters), rows)

    def committed(self) -> None:
        for name, value in self._last.items():
            self._session.memory.numbers.keep(name, value)

    def undone(self) -> None:
        self._session.memory.numbers.drop(self._last)
