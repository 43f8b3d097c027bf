"""The area tree, who works where, and which group belongs to which grid: read whole, kept in
memory.

A district has some dozens of areas and staff, so every permission check and every point-in-polygon
look-up is answered without SQL. Whoever changes one of these tables calls
`unit.directory_changes()`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any

import shapely
from shapely.geometry import shape
from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.area import Area
from domain.case import Case
from domain.messages import Address, Place
from domain.people import Grant, Person, Role
from domain.policies import Row, row_of
from storage import tables as t

PLACES_REMEMBERED = 5000


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


class Directory:
    """Areas by code, staff by id, groups by address: an unchanging picture of one moment."""

    def __init__(
        self,
        areas: Iterable[Area] = (),
        staff: Iterable[Person] = (),
        addresses: dict[int, tuple[Address, ...]] | None = None,
        groups: dict[Address, str] | None = None,
        shifts: Iterable[Shift] = (),
        settings: dict[str, Any] | None = None,
    ) -> None:
        self.areas = {area.code: area for area in areas}
        self.staff = {person.id: person for person in staff}
        self.addresses = addresses or {}
        self.groups = groups or {}
        self.shifts = tuple(shifts)
        self.settings = settings or {}
        self._located: dict[Place, str] = {}
        self._paths = {code: tuple(self._climb(code)) for code in self.areas}

    def _climb(self, code: str) -> Iterator[str]:
        climbed: set[str] = set()
        while code in self.areas and code not in climbed:
            climbed.add(code)
            yield code
            code = self.areas[code].parent

    def path(self, code: str) -> tuple[str, ...]:
        """The area codes from `code` up to the root, `code` first; empty for an unknown one."""
        return self._paths.get(code, ())

    def reach(self, case: Case) -> tuple[str, ...]:
        """Where a role must be held to count for this case: its areas up to the root, and the
        office that has it.
        """
        path = self.path(case.area)
        return (*path, case.office) if case.office else path

    def ladder(self, case: Case) -> tuple[str, ...]:
        """The levels that a late case goes up: its grid, or its office and then the office's
        head, and so to the root.
        """
        path = self.path(case.area)
        if not case.office or case.office not in self.areas:
            return path
        return (case.office, case.office, *(path[1:] or path))

    def tags(self, code: str) -> frozenset[str]:
        """The trades of an area and of what it lies in."""
        return frozenset(
            tag for step in self.path(code) for tag in self.areas[step].tags
        )

    @cached_property
    def policy_rows(self) -> tuple[Row, ...]:
        """The rows of the policy that were set at run time; they come before the
        configuration's.
        """
        return tuple(row_of(kept) for kept in self.settings.get("policy", ()))

    @cached_property
    def leaves(self) -> frozenset[str]:
        """The areas that have nothing below them: grids, and offices."""
        return frozenset(self.areas) - {area.parent for area in self.areas.values()}

    @cached_property
    def offices(self) -> tuple[Area, ...]:
        return tuple(area for area in self.areas.values() if area.is_office)

    def on_duty(self, now: datetime) -> set[tuple[int, str]]:
        """(person id, area) of the shifts that are running."""
        return {
            (shift.person_id, shift.area)
            for shift in self.shifts
            if shift.starts_at <= now < shift.ends_at
        }

    @cached_property
    def root(self) -> str:
        """The district's desk: the area without a parent, '' where nothing is loaded."""
        tops = (
            area.code
            for area in self.areas.values()
            if area.parent not in self.areas and not area.is_office
        )
        return next(tops, "")

    @cached_property
    def _tree(self) -> tuple[shapely.STRtree, list[str], list[Any]]:
        drawn = [area for area in self.areas.values() if area.polygon]
        shapes = [
            shape({"type": area.kind, "coordinates": area.polygon}) for area in drawn
        ]
        return shapely.STRtree(shapes), [area.code for area in drawn], shapes

    def locate(self, place: Place) -> str:
        """The lowest area whose polygon holds the place, '' where none does."""
        if place not in self._located:
            if len(self._located) > PLACES_REMEMBERED:
                self._located.clear()
            self._located[place] = self._locate(place)
        return self._located[place]

    def _locate(self, place: Place) -> str:
        tree, codes, _ = self._tree
        hits = [
            codes[i]
            for i in tree.query(
                shapely.Point(place.lon, place.lat), predicate="intersects"
            )
        ]
        return max(hits, key=lambda code: (len(self.path(code)), code), default="")

    def middle(self, code: str) -> Place | None:
        """A point inside the area, for a case whose place is known only by its grid's QR code."""
        area = self.areas.get(code)
        if area is None or not area.polygon:
            return None
        point = shape(
            {"type": area.kind, "coordinates": area.polygon}
        ).representative_point()
        return Place(lat=point.y, lon=point.x)

    def below(self, codes: Iterable[str]) -> set[str]:
        """These areas and everything under them."""
        tops = set(codes)
        return {code for code, path in self._paths.items() if not tops.isdisjoint(path)}

    @cached_property
    def _holders(self) -> dict[Grant, list[Person]]:
        found: dict[Grant, list[Person]] = {}
        for person in self.staff.values():
            for grant in person.grants:
                found.setdefault(grant, []).append(person)
        return found

    def renew(self, person: Person) -> None:
        """Somebody of the staff changed a setting, or was seen: everything else stays as it was
        read.
        """
        if person.id in self.staff:
            self.staff[person.id] = replace(person, grants=self.staff[person.id].grants)
            self.__dict__.pop("_holders", None)

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
        """Everybody with a role in this unit."""
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

    def full_name(self, code: str) -> str:
        """'幸福街道 · 第3网格': the area with its parent's name before it."""
        path = self.path(code)
        names = [self.areas[step].name for step in path[:2]]
        return " · ".join(reversed(names))


async def load_directory(connection: AsyncConnection) -> Directory:
    areas = [
        Area(
            row.code,
            row.name,
            row.level,
            row.parent,
            tuple(row.polygon) if row.polygon else None,
            row.kind,
            tuple(row.tags or ()),
        )
        for row in await connection.execute(select(t.areas).order_by(t.areas.c.code))
    ]
    grants: dict[int, list[Grant]] = {}
    for row in await connection.execute(
        select(t.grants).order_by(t.grants.c.role, t.grants.c.area)
    ):
        grants.setdefault(row.person_id, []).append(
            Grant(Role(row.role), row.area, row.post)
        )
    found = await connection.execute(
        select(t.people).where(t.people.c.id.in_(list(grants))).order_by(t.people.c.id)
    )
    staff = [person_of(row, tuple(grants[row.id])) for row in found]
    addresses: dict[int, tuple[Address, ...]] = {}
    reachable = t.accounts.c.unreachable_at.is_(None) & t.accounts.c.person_id.in_(
        list(grants)
    )
    for row in await connection.execute(select(t.accounts).where(reachable)):
        addresses[row.person_id] = (
            *addresses.get(row.person_id, ()),
            Address(row.channel, row.chat),
        )
    bound = await connection.execute(
        select(t.groups).where(t.groups.c.unreachable_at.is_(None))
    )
    groups = {Address(row.channel, row.chat): row.area for row in bound}
    shifts = [
        Shift(row.id, row.person_id, row.area, row.starts_at, row.ends_at)
        for row in await connection.execute(
            select(t.duty).order_by(t.duty.c.starts_at, t.duty.c.id)
        )
    ]
    settings = {
        row.name: row.value for row in await connection.execute(select(t.settings))
    }
    return Directory(areas, staff, addresses, groups, shifts, settings)


def person_of(row: Any, grants: tuple[Grant, ...] = ()) -> Person:
    quiet = (
        None if row.quiet is None else tuple((start, end) for start, end in row.quiet)
    )
    return Person(
        row.id,
        row.name,
        row.language,
        grants,
        quiet,
        row.muted,
        last_area=row.last_area,
        seen_at=row.seen_at,
        away_until=row.away_until,
        digest=row.digest,
    )


async def replace_areas(connection: AsyncConnection, areas: Iterable[Area]) -> None:
    """Puts these areas in place of all that were there; cases keep their area's code."""
    await connection.execute(delete(t.areas))
    rows = [
        {
            "code": a.code,
            "name": a.name,
            "level": a.level,
            "parent": a.parent,
            "kind": a.kind,
            "polygon": a.polygon,
            "tags": list(a.tags) or None,
        }
        for a in areas
    ]
    if rows:
        await connection.execute(insert(t.areas), rows)
