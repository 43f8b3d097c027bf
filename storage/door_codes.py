"""Codes by which somebody says that two doors are theirs: short-lived, for one use, kept hashed."""

from __future__ import annotations

import secrets
from datetime import timedelta

from sqlalchemy import delete, insert, select, update

from storage.session import Session
from storage.tables.people import door_codes
from storage.tokens import token_hash

LASTS = timedelta(minutes=10)
LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
LENGTH = 10
"""Letters: 50 random bits, of which a chat may try five within the ten minutes."""


class DoorCodes:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def make(self, person_id: int) -> str:
        """A new code, in place of an earlier one of the same person."""
        code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
        c = door_codes.c
        old = (c.person_id == person_id) | (c.expires_at < self._session.now)
        await self._session.query(delete(door_codes).where(old))
        row = {
            "hash": token_hash(code),
            "person_id": person_id,
            "expires_at": self._session.now + LASTS,
            "used_at": None,
        }
        await self._session.query(insert(door_codes), row)
        return code

    async def use(self, said: str) -> int | None:
        """Whose code this is; it is used up. None where it is unknown, used or too old."""
        code = "".join(letter for letter in said.upper() if letter.isalnum())
        c = door_codes.c
        same = (c.hash == token_hash(code)) & c.used_at.is_(None)
        same &= c.expires_at >= self._session.now
        found = await self._session.query(select(c.person_id).where(same))
        person_id = found.scalar()
        if person_id is None:
            return None
        used = update(door_codes).where(same).values(used_at=self._session.now)
        hit = await self._session.query(used)
        return int(person_id) if hit.rowcount == 1 else None

    async def forget(self, person_id: int) -> None:
        theirs = door_codes.c.person_id == person_id
        await self._session.query(delete(door_codes).where(theirs))
