"""Where people are reached: each of their doors is a chat of some channel."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from domain.messages import Address
from domain.people import Person
from storage.logins import CHANNEL as PAGE
from storage.people.accounts import Accounts
from storage.session import Session


class Doors:
    """Part of the people's store."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._by_id = session.known.people
        self._accounts = Accounts(session)
        self._spoke: dict[Address, datetime] = {}

    def add_address(self, person: Person, address: Address) -> None:
        """They can be reached there too from now on."""
        self._accounts.add(address, person.id)
        if person.staff:
            self._session.directory_changes()

    async def hand_over(self, person_id: int, to: Person) -> None:
        """Where one could be reached, the other is reached from now on."""
        await self._accounts.hand_over(person_id, to.id)
        self._by_id[to.id] = to
        if to.staff:
            self._session.directory_changes()

    async def addresses(self, person_id: int) -> tuple[Address, ...]:
        """Where this person can be reached now; those who blocked us are left out."""
        return await self._accounts.of(person_id)

    async def has_many(self, person_id: int) -> bool:
        """Whether they have more than one door, blocked ones too."""
        return await self._accounts.many(person_id)

    async def doors(
        self,
        person_id: int,
        *,
        all_of_them: bool,
    ) -> tuple[Address, ...]:
        """Where this person is told something: where they spoke last, or at all their doors; at
        all of them too where that is not known since the start. The page rings for nobody who
        has left it: who spoke there is told at another door as well.
        """
        known = await self.addresses(person_id)
        newest = self._newest(known)
        if all_of_them or newest is None:
            return known
        if newest.channel != PAGE:
            return (newest,)
        ring = tuple(one for one in known if one.channel != PAGE)
        rings = self._newest(ring)
        return (newest, *(ring if rings is None else (rings,)))

    def _newest(self, addresses: Iterable[Address]) -> Address | None:
        """Where somebody spoke last: in this Unit, or as far as that is known by heart."""
        these = tuple(addresses)
        here = (one for one in these if one in self._spoke)
        return next(here, None) or self._session.memory.heard.newest(these)

    async def unreachable(self, address: Address) -> None:
        """Marks an address that blocked us, kicked us or is gone; it clears when the person
        writes again.
        """
        await self._accounts.unreachable(address)

    def came_back(self, address: Address) -> bool:
        """Whether nobody could be reached there until this Unit."""
        return address in self._accounts.back

    def heard_since(self, address: Address, moment: datetime) -> bool:
        """Whether somebody spoke there after this moment."""
        at = self._spoke.get(address)
        if at is not None and at > moment:
            return True
        return self._session.memory.heard.since(address, moment)
