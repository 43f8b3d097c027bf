"""Invitations, roles, groups and announcements: what admins change."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update

from domain.messages import Address
from domain.people import Grant, Role
from storage import tables as t

if TYPE_CHECKING:
    from storage.unit import Unit

INVITATION_LASTS = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Invitation:
    """What is offered, and by whom; `made_by` is None for one from the command line."""

    grant: Grant
    made_by: int | None


def token_hash(token: str) -> str:
    """What is stored of a secret that a person carries: its SHA-256. Tokens have 128 random
    bits, so no salt.
    """
    return hashlib.sha256(token.encode()).hexdigest()


class Staff:
    def __init__(self, unit: Unit) -> None:
        self._unit = unit

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
            "expires_at": self._unit.now + INVITATION_LASTS,
            "used_by": None,
            "used_at": None,
        }
        await self._unit.query(insert(t.invitations), row)
        return token

    async def invitation(self, token: str) -> Invitation | None:
        """What this token offers. None where it is unknown, expired or used."""
        wanted = token_hash(token)
        row = (
            await self._unit.query(
                select(t.invitations).where(t.invitations.c.hash == wanted)
            )
        ).first()
        if row is None or not hmac.compare_digest(row.hash, wanted):
            return None
        if row.used_at is not None or row.expires_at < self._unit.now:
            return None
        return Invitation(Grant(Role(row.role), row.area, row.post), row.made_by)

    async def redeem(self, token: str, person_id: int) -> Grant | None:
        """Uses up an invitation, for one taker only. None where it is unknown, expired or used."""
        offered = await self.invitation(token)
        if offered is None:
            return None
        unused = (t.invitations.c.hash == token_hash(token)) & (
            t.invitations.c.used_at.is_(None)
        )
        taken = update(t.invitations).where(unused)
        hit = await self._unit.query(
            taken.values(used_by=person_id, used_at=self._unit.now)
        )
        return offered.grant if hit.rowcount == 1 else None

    async def grant(self, person_id: int, grant: Grant) -> None:
        row = {
            "person_id": person_id,
            "role": grant.role.value,
            "area": grant.area,
            "post": grant.post,
        }
        await self._unit.flush()
        await self._unit.connection.execute(
            self._unit.database.insert_or_ignore(t.grants), row
        )
        self._unit.directory_changes()

    async def revoke(self, person_id: int, grant: Grant) -> bool:
        """Takes a role away. Returns whether the person had it."""
        same = (t.grants.c.person_id == person_id) & (
            t.grants.c.role == grant.role.value
        )
        same &= (t.grants.c.area == grant.area) & (t.grants.c.post == grant.post)
        gone = await self._unit.query(delete(t.grants).where(same))
        self._unit.directory_changes()
        return gone.rowcount > 0

    async def bind(self, chat: Address, area: str, by: int) -> None:
        """Gives a group to a grid, in place of the group that the grid had and the grid that the
        group had.
        """
        await self._unit.flush()
        same_area = (t.groups.c.channel == chat.channel) & (t.groups.c.area == area)
        await self._unit.connection.execute(delete(t.groups).where(same_area))
        row = {
            "channel": chat.channel,
            "chat": chat.chat,
            "area": area,
            "bound_by": by,
            "unreachable_at": None,
        }
        await self._unit.connection.execute(self._unit.database.upsert(t.groups), row)
        self._unit.directory_changes()

    async def group_lost(self, chat: Address) -> bool:
        """The bot was put out of a group. Returns whether the group was a grid's."""
        same = (t.groups.c.channel == chat.channel) & (t.groups.c.chat == chat.chat)
        hit = await self._unit.query(
            update(t.groups).where(same).values(unreachable_at=self._unit.now)
        )
        self._unit.directory_changes()
        return hit.rowcount > 0

    async def group_back(self, chat: Address) -> None:
        same = (t.groups.c.channel == chat.channel) & (t.groups.c.chat == chat.chat)
        await self._unit.query(update(t.groups).where(same).values(unreachable_at=None))
        self._unit.directory_changes()

    async def audience(self, areas: set[str]) -> list[Address]:
        """Whom an announcement to these areas reaches: staff of the areas and riders who last
        filed there.
        """
        mine = t.people.c.last_area.in_(areas) & t.people.c.muted.is_(False)
        rows = select(t.accounts).join(
            t.people, t.people.c.id == t.accounts.c.person_id
        )
        found = await self._unit.query(
            rows.where(mine, t.accounts.c.unreachable_at.is_(None))
        )
        addresses = [Address(row.channel, row.chat) for row in found]
        directory = self._unit.directory
        for person in directory.staff.values():
            if any(grant.area in areas for grant in person.grants):
                addresses += directory.addresses.get(person.id, ())
        return list(dict.fromkeys(addresses))

    async def groups_lost(self, areas: set[str]) -> set[str]:
        """Those of the areas whose group has put the bot out."""
        rows = select(t.groups.c.area).where(
            t.groups.c.area.in_(areas), t.groups.c.unreachable_at.is_not(None)
        )
        return set((await self._unit.query(rows)).scalars())

    async def audit_lines(self, most: int, before: int | None = None) -> list[Any]:
        """The newest lines of the audit log, or the newest `before` the line of this id."""
        rows = select(t.audit).order_by(t.audit.c.id.desc()).limit(most)
        if before is not None:
            rows = rows.where(t.audit.c.id < before)
        return list(await self._unit.query(rows))
