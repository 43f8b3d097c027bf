"""Who works where, and which group belongs to which grid: read whole, kept in memory.

A district has some dozens of areas and staff, so every permission check and every point-in-polygon
look-up is answered without SQL. Whoever changes one of these tables calls
`session.directory_changes()`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from domain.area import Area
from domain.messages import Address
from domain.named import Names
from domain.people import Grant, Person, Role
from domain.policies import Row, row_of
from domain.stations.station import Station
from storage.memory.area_tree import AreaTree

NO_TIES: Mapping[int, Sequence[str]] = {}


@dataclass(frozen=True, slots=True)
class Shift:
    """Somebody is on duty (驻点值守) for an area or an office, from `starts_at` to just before
    `ends_at`.
    """

    id: int
    person_id: int
    area: str
    starts_at: datetime
    ends_at: datetime


class Directory(AreaTree):
    """Areas and rest stations by code, staff by id, groups by address, the codes of gifts and
    merchants that are offered: an unchanging picture of one moment.
    """

    def __init__(
        self,
        areas: Iterable[Area] = (),
        staff: Iterable[Person] = (),
        addresses: dict[int, tuple[Address, ...]] | None = None,
        groups: dict[Address, str] | None = None,
        shifts: Iterable[Shift] = (),
        settings: dict[str, Any] | None = None,
        stations: Iterable[Station] = (),
        gifts: frozenset[str] = frozenset(),
        merchants: frozenset[str] = frozenset(),
        ties: Mapping[int, Sequence[str]] = NO_TIES,
    ) -> None:
        super().__init__(areas)
        self.staff = {person.id: self._tied(person, ties) for person in staff}
        self.addresses = addresses or {}
        self.groups = groups or {}
        self.shifts = tuple(shifts)
        self.settings = settings or {}
        self.stations = {station.code: station for station in stations}
        self.gifts = gifts
        self.merchants = merchants

    @cached_property
    def policy_rows(self) -> tuple[Row, ...]:
        """The rows of the policy that were set at run time; they come before the
        configuration's.
        """
        return tuple(row_of(kept) for kept in self.settings.get("policy", ()))

    def on_duty(self, now: datetime) -> set[tuple[int, str]]:
        """(person id, area) of the shifts that are running."""
        return {
            (shift.person_id, shift.area)
            for shift in self.shifts
            if shift.starts_at <= now < shift.ends_at
        }

    @cached_property
    def _at(self) -> dict[Address, list[Person]]:
        found: dict[Address, list[Person]] = {}
        for person in self.staff.values():
            for chat in self.addresses.get(person.id, ()):
                found.setdefault(chat, []).append(person)
        return found

    def people_at(self, chat: Address) -> list[Person]:
        """Whose chat it is; nobody's for a group."""
        return list(self._at.get(chat, ()))

    @cached_property
    def staff_names(self) -> Names:
        """What everybody of the staff is called."""
        return Names(person.name for person in self.staff.values())

    @cached_property
    def _holders(self) -> dict[Grant, list[Person]]:
        found: dict[Grant, list[Person]] = {}
        for person in self.staff.values():
            for grant in person.grants:
                found.setdefault(grant, []).append(person)
        return found

    @cached_property
    def _looking_after(self) -> dict[str, tuple[Person, ...]]:
        return {}

    def looking_after(self, area: str) -> tuple[Person, ...]:
        """Everybody with a role in this area or in one above it."""
        found = self._looking_after.get(area)
        if found is None:
            path = set(self.path(area))
            found = self._looking_after[area] = tuple(
                person
                for person in self.staff.values()
                if any(grant.area in path for grant in person.grants)
            )
        return found

    def _tied(
        self,
        person: Person,
        ties: Mapping[int, Sequence[str]],
    ) -> Person:
        """With where their shops may be meant: below the area of each, and above it, where nobody
        knows yet where exactly. A shop of no area is everywhere.
        """
        theirs = ties.get(person.id)
        if not theirs:
            return person
        tops = [code or self.root for code in theirs]
        above = (code for top in tops for code in self.path(top))
        return replace(person, shops=frozenset({*self.below(tops), *above}))

    def renew(self, person: Person) -> None:
        """Somebody of the staff changed a setting, or was seen: everything else stays as it was
        read.
        """
        if person.id in self.staff:
            self.staff[person.id] = self.as_staff(person)
            self.__dict__.pop("_holders", None)
            self.__dict__.pop("staff_names", None)
            self.__dict__.pop("_at", None)
            self._looking_after.clear()

    def as_staff(self, person: Person) -> Person:
        """With what they may do, and may not, as it now stands here."""
        known = self.staff.get(person.id)
        grants, shops = (known.grants, known.shops) if known else ((), frozenset())
        if (person.grants, person.shops) == (grants, shops):
            return person
        return replace(person, grants=grants, shops=shops)

    def holders(self, area: str, role: Role) -> list[Person]:
        """The people who hold `role` in exactly this area, without a post, in the order in which
        they came.
        """
        return list(self._holders.get(Grant(role, area), ()))

    def post_holders(self, area: str, post: str) -> tuple[str, list[Person]]:
        """The nearest area on the way up in which somebody holds this post, and who; ('', []) if
        nobody does.
        """
        for code in self.path(area):
            people = [
                person
                for role in Role
                for person in self._holders.get(Grant(role, code, post), ())
            ]
            if people:
                return code, list(dict.fromkeys(people))
        return "", []

    def members(self, office: str) -> list[Person]:
        """Everybody with a role in this office."""
        people = [person for role in Role for person in self.holders(office, role)]
        return list(dict.fromkeys(people))

    def nearest(self, area: str, *roles: Role) -> tuple[str, list[Person]]:
        """The first area on the way up in which somebody holds one of the roles, and who; ('',
        []) if nobody does.
        """
        for code in self.path(area):
            people = [person for role in roles for person in self.holders(code, role)]
            if people:
                return code, list(dict.fromkeys(people))
        return "", []

    def group_of(self, area: str) -> list[Address]:
        return [address for address, code in self.groups.items() if code == area]
