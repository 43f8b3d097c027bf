"""The accounts by which people reach us, and which of them we cannot reach."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, delete, select, update

from domain.messages import Address
from storage.session import Session
from storage.statements import among, same
from storage.tables.people import accounts, people

AT_ONCE = 500  # parameters of one statement
OF_CHATS = (
    select(accounts.c.chat, accounts.c.unreachable_at, people)
    .join(people, people.c.id == accounts.c.person_id)
    .where(same(accounts.c.channel), among(accounts.c.chat))
)
REACHABLE = select(accounts).where(
    same(accounts.c.person_id), accounts.c.unreachable_at.is_(None)
)


EVERY = select(accounts).where(same(accounts.c.person_id))


class Accounts:
    """The part of the people's store that knows addresses; `people` are ids."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._people: dict[Address, int] = {}
        self._unreachable: set[Address] = set()
        self.back: set[Address] = set()
        """Who can be reached again since this Unit."""
        self._written: list[dict[str, Any]] = []
        self._left: set[Address] = set()
        self._forgotten: set[int] = set()

    def recall(self, address: Address) -> int | None:
        """Whose this address is, where that is known by heart; then it is as if loaded."""
        known = self._session.memory.accounts.get(address)
        if known is None or address in self._left or known[0] in self._forgotten:
            return None
        person_id, reachable = known
        self._people[address] = person_id
        if not reachable:
            self._unreachable.add(address)
        return person_id

    async def load(self, addresses: Iterable[Address]) -> list[Any]:
        """The rows of the people behind those addresses that are not known yet."""
        wanted = [address for address in addresses if address not in self._people]
        found = []
        for start in range(0, len(wanted), AT_ONCE):
            found += await self._load(wanted[start : start + AT_ONCE])
        return found

    async def _load(self, addresses: list[Address]) -> list[Any]:
        found = []
        for channel in {address.channel for address in addresses}:
            chats = [one.chat for one in addresses if one.channel == channel]
            these = {"channel": channel, "chat": chats}
            for row in await self._session.run(OF_CHATS, these):
                self._read(Address(channel, row.chat), row)
                found.append(row)
        return found

    def _read(self, address: Address, row: Any) -> None:
        self._people[address] = row.id
        if row.unreachable_at is not None:
            self._unreachable.add(address)

    def person_at(self, address: Address) -> int | None:
        """Whose loaded address this is."""
        return self._people.get(address)

    def add(self, address: Address, person_id: int) -> None:
        self._people[address] = person_id
        self._write(address, person_id)

    def speaks(self, address: Address, person_id: int) -> None:
        """Whoever writes can be reached again."""
        if address in self._unreachable:
            self._unreachable.discard(address)
            self.back.add(address)
            self._write(address, person_id)
            self._session.directory_changes()

    def _write(self, address: Address, person_id: int) -> None:
        self._written.append(
            {
                "channel": address.channel,
                "chat": address.chat,
                "person_id": person_id,
                "unreachable_at": None,
            }
        )

    async def of(self, person_id: int) -> tuple[Address, ...]:
        """Where this person can be reached now; those who blocked us are left out, and channels
        that are not switched on.
        """
        if person_id in self._session.directory.addresses:
            return self._session.directory.addresses[person_id]
        here = [one for one, known in self._people.items() if known == person_id]
        found = dict.fromkeys((*here, *await self._stored(person_id)))
        return tuple(one for one in found if self._reaches(one, person_id))

    def _reaches(self, address: Address, person_id: int) -> bool:
        """As far as this Unit knows better than the rows."""
        theirs = self._people.get(address, person_id) == person_id
        here = self._session.memory.reaches(address.channel)
        return theirs and here and address not in self._unreachable

    async def _stored(self, person_id: int) -> tuple[Address, ...]:
        found = await self._session.run(REACHABLE, {"person_id": person_id})
        return tuple(Address(row.channel, row.chat) for row in found)

    async def many(self, person_id: int) -> bool:
        """Whether they have, or had, more than one door."""
        found = await self._session.run(EVERY, {"person_id": person_id})
        return len(found.all()) > 1

    async def unreachable(self, address: Address) -> None:
        """Marks an address that blocked us, kicked us or is gone."""
        lost = update(accounts).where(_at(address))
        await self._session.query(lost.values(unreachable_at=self._session.now))
        self._unreachable.add(address)
        self._left.add(address)
        self._session.directory_changes()

    async def hand_over(self, person_id: int, to: int) -> None:
        """All accounts of one become the other's."""
        theirs = accounts.c.person_id == person_id
        await self._session.query(update(accounts).where(theirs).values(person_id=to))
        for address, known in list(self._people.items()):
            if known == person_id:
                self._people[address] = to
        self._forgotten.add(person_id)

    async def forget(self, person_id: int) -> None:
        """Removes all accounts of somebody who left."""
        theirs = accounts.c.person_id == person_id
        await self._session.query(delete(accounts).where(theirs))
        for address, known in list(self._people.items()):
            if known == person_id:
                del self._people[address]
        self._forgotten.add(person_id)

    async def flush(self) -> None:
        written, self._written = self._written, []
        self._session.write(self._session.upsert(accounts), written)

    def committed(self) -> None:
        """The transaction is in the database: the addresses that it saw are known by heart."""
        remembered = self._session.memory.accounts
        for address, person_id in self._people.items():
            remembered.keep(address, (person_id, address not in self._unreachable))
        remembered.drop(self._left)
        if self._forgotten:
            remembered.drop(
                address
                for address, (person_id, _) in remembered.items()
                if person_id in self._forgotten
            )

    def undone(self) -> None:
        """The transaction left nothing."""
        self._session.memory.accounts.drop({*self._people, *self._left})


def _at(address: Address) -> ColumnElement[bool]:
    c = accounts.c
    return (c.channel == address.channel) & (c.chat == address.chat)
