"""Who somebody is, and where their word counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

MEDIATOR = "mediator"  # the post whose holders may read confidential cases


class Role(StrEnum):
    COORDINATOR = "coordinator"
    LEAD = "lead"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Grant:
    """A role in an area; it counts in everything below that area too. A `post` (岗位) narrows it
    to its own cases.
    """

    role: Role
    area: str
    post: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who wrote to us. `quiet` holds (from, to) minutes after local midnight; None means
    the defaults.

    `shops` are the areas in which a report about a shop may mean one that they are tied to. They
    filed last at `last_filed_at`, in `last_area`. From `away_from`, None for at once, until
    `away_until` somebody else gets their cases, and their `stand_in` what they carry when it
    begins. `digest` is the minute of the morning digest, -1 and less
    for none.
    """

    id: int
    name: str
    language: str = ""
    grants: tuple[Grant, ...] = ()
    quiet: tuple[tuple[int, int], ...] | None = None
    muted: bool = False
    last_area: str = ""
    last_filed_at: datetime | None = None
    seen_at: datetime | None = None
    away_from: datetime | None = None
    away_until: datetime | None = None
    stand_in: int | None = None
    digest: int | None = None
    shops: frozenset[str] = frozenset()

    @property
    def staff(self) -> bool:
        return bool(self.grants)

    def has(self, role: Role) -> bool:
        return any(grant.role is role for grant in self.grants)

    def away(self, now: datetime) -> bool:
        return self.away_within(now, now)

    def away_within(self, start: datetime, end: datetime) -> bool:
        """Whether they are on leave at any time from `start` to `end`."""
        begun = self.away_from is None or self.away_from <= end
        return begun and self.away_until is not None and start < self.away_until


def admin_of(person: Person, area_path: Iterable[str]) -> bool:
    """Whether the person is an admin of an area on this path."""
    path = set(area_path)
    return any(
        grant.role is Role.ADMIN and grant.area in path for grant in person.grants
    )
