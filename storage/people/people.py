"""People and the accounts by which they reach us."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select, update

from domain.messages import Address
from domain.people import Person
from storage.memory.directory import person_of
from storage.tables.cases import cases
from storage.tables.casework import followers
from storage.tables.house import timers
from storage.tables.people import accounts as accounts_table
from storage.tables.people import duty, grants, people

if TYPE_CHECKING:
    from storage.unit import Unit

AT_ONCE = 500  # parameters of one statement
SEEN_EVERY = timedelta(seconds=60)


class People:
    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._by_address: dict[Address, Person] = {}
        self._by_id: dict[int, Person] = {}
        self._made: set[int] = set()
        self._changed: set[int] = set()
        self._accounts: list[dict[str, Any]] = []
        self._unreachable: set[Address] = set()
        self._renewed: set[int] = set()

    async def load(self, addresses: Iterable[Address]) -> None:
        """Reads the people behind these addresses at one go."""
        wanted = [address for address in addresses if address not in self._by_address]
        for start in range(0, len(wanted), AT_ONCE):
            await self._load(wanted[start : start + AT_ONCE])

    async def _load(self, addresses: list[Address]) -> None:
        for channel in {address.channel for address in addresses}:
            chats = [a.chat for a in addresses if a.channel == channel]
            rows = (
                select(accounts_table.c.chat, accounts_table.c.unreachable_at, people)
                .join(people, people.c.id == accounts_table.c.person_id)
                .where(
                    accounts_table.c.channel == channel,
                    accounts_table.c.chat.in_(chats),
                )
            )
            for row in await self._unit.connection.execute(rows):
                address = Address(channel, row.chat)
                self._remember(row)
                self._by_address[address] = self._by_id[row.id]
                if row.unreachable_at is not None:
                    self._unreachable.add(address)

    def _remember(self, row: Any) -> Person:
        staff = self._unit.directory.staff.get(row.id)
        person = person_of(row, staff.grants if staff else ())
        return self._by_id.setdefault(row.id, person)

    def loaded(self) -> set[int]:
        """The ids of everybody whom this Unit has to do with."""
        return set(self._by_id)

    def at(self, address: Address) -> Person | None:
        """The person behind a loaded address."""
        person = self._by_address.get(address)
        return self._by_id[person.id] if person else None

    def meet(self, address: Address, name: str, language: str = "") -> Person:
        """The person behind this address, made now if they are new. Whoever writes can be
        reached again.
        """
        person = self.at(address)
        if person is None:
            person = Person(
                self._unit.database.next_id("people"),
                name,
                language,
                seen_at=self._unit.now,
            )
            self._by_address[address] = self._by_id[person.id] = person
            self._made.add(person.id)
            self._changed.add(person.id)
            self._account(address, person.id)
        elif person.seen_at is None or self._unit.now - person.seen_at > SEEN_EVERY:
            person = self.change(replace(person, seen_at=self._unit.now))
        if address in self._unreachable:
            self._unreachable.discard(address)
            self._account(address, person.id)
            self._unit.directory_changes()
        return person

    def _account(
        self, address: Address, person_id: int, unreachable: bool = False
    ) -> None:
        at = self._unit.now if unreachable else None
        row = {
            "channel": address.channel,
            "chat": address.chat,
            "person_id": person_id,
            "unreachable_at": at,
        }
        self._accounts.append(row)

    def change(self, person: Person) -> Person:
        self._by_id[person.id] = person
        self._changed.add(person.id)
        return person

    async def get(self, person_id: int | None) -> Person | None:
        if person_id is None:
            return None
        known = self._by_id.get(person_id) or self._unit.directory.staff.get(person_id)
        if known is None:
            row = (
                await self._unit.connection.execute(
                    select(people).where(people.c.id == person_id)
                )
            ).first()
            known = self._remember(row) if row else None
        return known

    async def addresses(self, person_id: int) -> tuple[Address, ...]:
        """Where this person can be reached now; those who blocked us are left out."""
        if person_id in self._unit.directory.addresses:
            return self._unit.directory.addresses[person_id]
        here = tuple(
            a
            for a, p in self._by_address.items()
            if p.id == person_id and a not in self._unreachable
        )
        if here:
            return here
        rows = select(accounts_table).where(
            accounts_table.c.person_id == person_id,
            accounts_table.c.unreachable_at.is_(None),
        )
        return tuple(
            Address(row.channel, row.chat)
            for row in await self._unit.connection.execute(rows)
        )

    async def unreachable(self, address: Address) -> None:
        """Marks an address that blocked us, kicked us or is gone; it clears when the person
        writes again.
        """
        same = (accounts_table.c.channel == address.channel) & (
            accounts_table.c.chat == address.chat
        )
        await self._unit.query(
            update(accounts_table).where(same).values(unreachable_at=self._unit.now)
        )
        self._unreachable.add(address)
        self._unit.directory_changes()

    async def forget(self, person: Person) -> None:
        """Removes who somebody was: name, accounts, roles. Their cases stay, without them."""
        await self._unit.flush()
        write = self._unit.connection.execute
        await write(
            accounts_table.delete().where(accounts_table.c.person_id == person.id)
        )
        await write(grants.delete().where(grants.c.person_id == person.id))
        await write(
            timers.delete().where(
                timers.c.kind == "digest", timers.c.subject == person.id
            )
        )
        await write(
            update(people)
            .where(people.c.id == person.id)
            .values(
                name="",
                language="",
                quiet=None,
                last_area="",
                forgotten_at=self._unit.now,
                seen_at=None,
                away_until=None,
                digest=None,
            )
        )
        await write(
            update(cases).where(cases.c.filer_id == person.id).values(filer_id=None)
        )
        self._unit.database.nearby.forget()  # they name filers
        for case_id in await self._unit.followers.followed_by(person.id):
            followed = await self._unit.cases.get(case_id)
            if followed is not None:
                self._unit.cases.change(
                    replace(followed, joined=max(followed.joined - 1, 0))
                )
        await self._unit.flush()
        await write(followers.delete().where(followers.c.person_id == person.id))
        await write(duty.delete().where(duty.c.person_id == person.id))
        self._unit.cases.forget_filer(person.id)
        self._by_id.pop(person.id, None)
        self._by_address = {
            a: p for a, p in self._by_address.items() if p.id != person.id
        }
        self._unit.directory_changes()

    async def flush(self) -> None:
        changed, self._changed = self._changed, set()
        accounts, self._accounts = self._accounts, []
        rows = [self._row(self._by_id[i]) for i in changed if i in self._by_id]
        new = [
            row | {"made_at": self._unit.now, "forgotten_at": None}
            for row in rows
            if row["id"] in self._made
        ]
        old = [
            {f"new_{key}": value for key, value in row.items()}
            for row in rows
            if row["id"] not in self._made
        ]
        self._made.clear()
        await self._unit.write(people.insert(), new)
        await self._unit.write(UPDATE, old)
        await self._unit.write(self._unit.database.upsert(accounts_table), accounts)
        self._renewed |= {
            row["new_id"] for row in old if row["new_id"] in self._unit.directory.staff
        }

    def committed(self) -> None:
        """The Unit's transaction is in the database: the directory knows its staff as they are
        now.
        """
        for person_id in self._renewed & self._by_id.keys():
            self._unit.directory.renew(self._by_id[person_id])

    @staticmethod
    def _row(person: Person) -> dict[str, Any]:
        return {
            "id": person.id,
            "name": person.name,
            "language": person.language,
            "quiet": person.quiet,
            "muted": person.muted,
            "last_area": person.last_area,
            "seen_at": person.seen_at,
            "away_until": person.away_until,
            "digest": person.digest,
        }

    async def named(self, ids: Iterable[int]) -> dict[int, str]:
        """Names by id, '' for those who left."""
        wanted = tuple(ids)
        rows = select(people.c.id, people.c.name).where(people.c.id.in_(wanted))
        return (
            {row.id: row.name for row in await self._unit.query(rows)} if wanted else {}
        )

    async def at_many(self, addresses: Iterable[Address]) -> dict[Address, Person]:
        """The people behind these addresses."""
        wanted = tuple(addresses)
        await self.load(wanted)
        return {address: person for address in wanted if (person := self.at(address))}


def _update() -> Any:
    names = (
        "name",
        "language",
        "quiet",
        "muted",
        "last_area",
        "seen_at",
        "away_until",
        "digest",
    )
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
    return update(people).where(people.c.id == bindparam("new_id")).values(values)


UPDATE = _update()
