"""Invitations, roles and announcements: what admins change."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, select, update

from domain.messages import Address
from domain.people import Grant, Role
from storage.session import Session
from storage.tables.house import audit
from storage.tables.people import accounts, grants, invitations, people
from storage.tokens import token_hash

INVITATION_LASTS = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Invitation:
    """What is offered, and by whom; `made_by` is None for one from the command line."""

    grant: Grant
    made_by: int | None


class Staff:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def invite(
        self, role: Role, area: str, made_by: int | None, post: str = ""
    ) -> str:
        """Makes a one-time invitation and returns its token: shown once, stored as a hash, valid
        for 7 days.
        """
        token = secrets.token_urlsafe(16)
        row = {
            "hash": token_hash(token),
            "role": role.value,
            "area": area,
            "post": post,
            "made_by": made_by,
            "expires_at": self._session.now + INVITATION_LASTS,
            "used_by": None,
            "used_at": None,
        }
        await self._session.query(insert(invitations), row)
        return token

    async def invitation(self, token: str) -> Invitation | None:
        """What this token offers. None where it is unknown, expired or used."""
        wanted = token_hash(token)
        rows = select(invitations).where(invitations.c.hash == wanted)
        row = (await self._session.query(rows)).first()
        if row is None or not hmac.compare_digest(row.hash, wanted):
            return None
        if row.used_at is not None or row.expires_at < self._session.now:
            return None
        return Invitation(Grant(Role(row.role), row.area, row.post), row.made_by)

    async def redeem(self, token: str, person_id: int) -> Grant | None:
        """Uses up an invitation, for one taker only. None where it is unknown, expired or used."""
        offered = await self.invitation(token)
        if offered is None:
            return None
        same = invitations.c.hash == token_hash(token)
        taken = update(invitations).where(same, invitations.c.used_at.is_(None))
        used = taken.values(used_by=person_id, used_at=self._session.now)
        hit = await self._session.query(used)
        return offered.grant if hit.rowcount == 1 else None

    async def grant(self, person_id: int, grant: Grant) -> None:
        row = {
            "person_id": person_id,
            "role": grant.role.value,
            "area": grant.area,
            "post": grant.post,
        }
        await self._session.query(self._session.insert_or_ignore(grants), row)
        self._session.directory_changes()

    async def revoke(self, person_id: int, grant: Grant) -> bool:
        """Takes a role away. Returns whether the person had it."""
        same = (grants.c.person_id == person_id) & (grants.c.role == grant.role.value)
        same &= (grants.c.area == grant.area) & (grants.c.post == grant.post)
        gone = await self._session.query(delete(grants).where(same))
        self._session.directory_changes()
        return gone.rowcount > 0

    async def forget(self, person_id: int) -> None:
        """Takes all roles from somebody who left."""
        await self._session.query(delete(grants).where(grants.c.person_id == person_id))
        self._session.directory_changes()

    async def audience(self, areas: set[str]) -> list[Address]:
        """Whom an announcement to these areas reaches: staff of the areas and riders who last
        filed there.
        """
        mine = people.c.last_area.in_(areas) & people.c.muted.is_(False)
        rows = select(accounts).join(people, people.c.id == accounts.c.person_id)
        found = await self._session.query(
            rows.where(mine, accounts.c.unreachable_at.is_(None))
        )
        reaches = self._session.memory.reaches
        addresses = [
            Address(row.channel, row.chat) for row in found if reaches(row.channel)
        ]
        directory = self._session.directory
        for person in directory.staff.values():
            if any(grant.area in areas for grant in person.grants):
                addresses += directory.addresses.get(person.id, ())
        return list(dict.fromkeys(addresses))

    async def audit_lines(
        self,
        most: int,
        before: int | None = None,
        acts: Collection[str] = (),
        within: tuple[datetime, datetime] | None = None,
    ) -> list[Any]:
        """The newest lines of the audit log, or the newest `before` the line of this id; with
        `acts` only those, and of the time `within` two moments, the second not counted.
        """
        rows = select(audit).order_by(audit.c.id.desc()).limit(most)
        if before is not None:
            rows = rows.where(audit.c.id < before)
        if acts:
            rows = rows.where(audit.c.act.in_(acts))
        if within is not None:
            begin, end = within
            rows = rows.where(audit.c.at >= begin, audit.c.at < end)
        return list(await self._session.query(rows))
