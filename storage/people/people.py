"""People: who speaks, who they are, and what has changed about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import select, update

from domain.messages import Address
from domain.people import Person
from storage.loading import person_of
from storage.people.doors import Doors
from storage.people.rows import FORGOTTEN, UPDATE, changed, row_of
from storage.session import Session
from storage.statements import among, same
from storage.tables.people import people

SEEN_EVERY = timedelta(seconds=60)
ONE = select(people).where(same(people.c.id))
NAMES = select(people.c.id, people.c.name).where(among(people.c.id))


class People(Doors):
    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._made: set[int] = set()
        self._changed: set[int] = set()
        self._renewed: set[int] = set()
        self._forgotten: set[int] = set()

    async def load(self, addresses: Iterable[Address]) -> None:
        """Reads the people behind these addresses at one go."""
        strange = [address for address in addresses if not self._recall(address)]
        for row in await self._accounts.load(strange):
            self._remember(row)

    def _recall(self, address: Address) -> bool:
        """Whether this address and who is behind it are known by heart."""
        account = self._session.memory.accounts.get(address)
        if account is None or self.at(address):
            return False
        known = self._by_id.get(account[0]) or self._known(account[0])
        if known is None or self._accounts.recall(address) is None:
            return False
        self._by_id[known.id] = known
        return True

    def _known(self, person_id: int) -> Person | None:
        """As they were when they were last seen, with what they may do now."""
        known = self._session.memory.people.get(person_id)
        return self._session.directory.as_staff(known) if known else None

    def _remember(self, row: Any) -> Person:
        person = self._session.directory.as_staff(person_of(row))
        return self._by_id.setdefault(row.id, person)

    def at(self, address: Address) -> Person | None:
        """The person behind a loaded address."""
        person_id = self._accounts.person_at(address)
        return None if person_id is None else self._by_id[person_id]

    async def at_many(self, addresses: Iterable[Address]) -> dict[Address, Person]:
        """The people behind these addresses."""
        wanted = tuple(addresses)
        await self.load(wanted)
        return {address: person for address in wanted if (person := self.at(address))}

    def meet(
        self,
        address: Address,
        name: str,
        language: str = "",
    ) -> Person:
        """The person behind this address, made now if they are new. Whoever writes can be
        reached again, a name that could not be read is known again, and a language that nobody
        said before is known from now on.
        """
        person, now = self.at(address), self._session.now
        self._spoke[address] = now
        if person is None:
            return self._make(address, name, language)
        if person.seen_at is None or now - person.seen_at > SEEN_EVERY:
            person = self.change(replace(person, seen_at=now))
        if name and not person.name:
            person = self.change(replace(person, name=name))
        if language and not person.language:
            person = self.change(replace(person, language=language))
        self._accounts.speaks(address, person.id)
        return person

    def _make(
        self,
        address: Address,
        name: str,
        language: str,
    ) -> Person:
        made = self._session.next_id("people")
        person = Person(
            made,
            name,
            language,
            seen_at=self._session.now,
        )
        self._made.add(made)
        self._accounts.add(address, made)
        return self.change(person)

    def change(self, person: Person) -> Person:
        self._by_id[person.id] = person
        self._changed.add(person.id)
        return person

    async def get(self, person_id: int | None) -> Person | None:
        if person_id is None:
            return None
        staff = self._session.directory.staff
        known = self._by_id.get(person_id) or staff.get(person_id)
        if known is None:
            row = (await self._session.run(ONE, {"id": person_id})).first()
            known = self._remember(row) if row else None
        return known

    async def named(self, ids: Iterable[int]) -> dict[int, str]:
        """Names by id, '' for those who left."""
        wanted = tuple(ids)
        if not wanted:
            return {}
        found = await self._session.query(NAMES, {"id": wanted})
        return {row.id: row.name for row in found}

    async def forget(self, person_id: int) -> None:
        """Removes who somebody was: name, language, settings and accounts."""
        await self._accounts.forget(person_id)
        gone = update(people).where(people.c.id == person_id)
        values = FORGOTTEN | {"forgotten_at": self._session.now}
        await self._session.query(gone.values(**values))
        self._by_id.pop(person_id, None)
        self._forgotten.add(person_id)
        self._session.directory_changes()

    async def flush(self) -> None:
        if self._changed:
            self._write()
        await self._accounts.flush()

    def _write(self) -> None:
        ids, self._changed = self._changed & self._by_id.keys(), set()
        made, self._made = self._made, set()
        rows = [row_of(self._by_id[one]) for one in ids]
        fresh = {"made_at": self._session.now, "forgotten_at": None}
        new = [row | fresh for row in rows if row["id"] in made]
        old = [changed(row) for row in rows if row["id"] not in made]
        self._session.write(self._session.insert(people), new)
        self._session.write(UPDATE, old)
        self._renewed |= (ids - made) & self._session.directory.staff.keys()

    def committed(self) -> None:
        """The transaction is in the database: the directory knows its staff as they are now, and
        who was seen is known by heart.
        """
        self._accounts.committed()
        for address, at in self._spoke.items():
            self._session.memory.heard.note(address, at)
        for person in self._by_id.values():
            self._session.memory.people.keep(person.id, person)
        self._session.memory.people.drop(self._forgotten)
        for person_id in self._renewed & self._by_id.keys():
            self._session.directory.renew(self._by_id[person_id])

    def undone(self) -> None:
        """The transaction left nothing."""
        self._accounts.undone()
        self._session.memory.people.drop({*self._by_id, *self._forgotten})
