"""Invitations: what a link offers."""

from __future__ import annotations

from domain.people import Grant, admin_of
from storage.staff import Invitation
from storage.unit import Unit


async def offered(unit: Unit, token: str) -> Grant | None:
    """What this token gives to whoever takes it now; None where it gives nothing (any more)."""
    found = await unit.staff.invitation(token)
    if found is None:
        return None
    # its maker may have lost the role in this very transaction
    await unit.directory_now()
    return found.grant if _worth(unit, found) else None


def _worth(unit: Unit, invitation: Invitation) -> bool:
    """Whether its maker may still give this; what the command line made always counts."""
    path = unit.directory.path(invitation.grant.area)
    if not path or invitation.made_by is None:
        return bool(path)
    maker = unit.directory.staff.get(invitation.made_by)
    return maker is not None and admin_of(maker, path)
