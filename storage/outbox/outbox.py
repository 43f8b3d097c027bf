"""What is to be said: rows that the delivery loop takes to the channels."""

from __future__ import annotations

import itertools
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    bindparam,
    delete,
    text,
    update,
)

from domain.messages import Address, Reply
from storage.outbox.due import DueLetters
from storage.outbox.letters import ANNOUNCEMENT, ANSWER, BEHIND, Letter, row_of
from storage.session import HoldsBack, Session
from storage.tables.messages import UNSENT, outbox

OVER = ("sent", "dropped", "gave_up")
"""States of a letter that nobody has to do anything about."""

DROP = (
    update(outbox)
    .where(outbox.c.chat == bindparam("to_chat"), outbox.c.replaces == bindparam("key"))
    .where(outbox.c.channel == bindparam("to_channel"), text(UNSENT))
    .values(state="dropped")
)

MARK = (
    update(outbox)
    .where(outbox.c.id == bindparam("of"))
    .values(
        state=bindparam("to_state"),
        due_at=bindparam("again_at"),
        tries=bindparam("tried"),
        sent_at=bindparam("sent"),
        error=bindparam("why"),
    )
)


UNNUMBERED = itertools.count(1)
"""What has no row is counted too, below 0: no two letters are the same."""


class Outbox(DueLetters, HoldsBack):
    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._new: dict[object, Letter] = {}
        self.handover: list[Letter] = []

    def add(
        self,
        to: Address,
        reply: Reply,
        lane: int = ANSWER,
        *,
        at: datetime | None = None,
        held: bool = False,
        case_id: int | None = None,
        form_id: int | None = None,
        about: str = "",
        replaces: str = "",
    ) -> Letter:
        """Puts a letter in. With `at` it waits until then; `held` marks one that quiet hours
        hold back.
        """
        now = self._session.now
        made = self._session.next_id("outbox")
        letter = Letter(
            made,
            to,
            reply,
            lane,
            "held" if held else "later",
            at or now,
            now,
            case_id,
            form_id,
            about,
            replaces,
        )
        if at is None and lane != ANNOUNCEMENT:
            letter.state = "waiting"
        key = (to, replaces) if replaces else made
        self._new.pop(key, None)
        self._new[key] = letter
        return letter

    def take_back(self, to: Address, replaces: str) -> None:
        """What waits under this name is not said any more."""
        self._new.pop((to, replaces), None)
        self._session.write(DROP, [_place(to, replaces)])

    def acknowledge(self, to: Address, press_ref: str) -> None:
        """Ends the wait below a pressed button. It says nothing, so that nothing is lost where
        the house is killed before it went, and it has no row.
        """
        now, reply = self._session.now, Reply(press_ref=press_ref)
        made = -next(UNNUMBERED)
        letter = Letter(made, to, reply, ANSWER, "waiting", now, now, durable=False)
        self._new[press_ref] = letter

    async def flush(self) -> None:
        if not self._new:
            return
        new, self._new = list(self._new.values()), {}
        newer = [letter for letter in new if letter.replaces]
        self._session.write(DROP, [_place(one.to, one.replaces) for one in newer])
        self._session.write(
            self._session.insert(outbox),
            [row_of(letter) for letter in new if letter.durable],
        )
        gone = {(letter.to, letter.replaces) for letter in newer}
        self.handover = [
            old for old in self.handover if (old.to, old.replaces) not in gone
        ]
        self.handover += [
            letter for letter in new if letter.state == "waiting" or letter.replaces
        ]

    async def mark(self, rows: list[dict[str, Any]]) -> None:
        """Writes what became of letters: dicts with of, to_state, again_at, tried, sent, why."""
        self._session.write(MARK, rows)

    async def read_behind(self, to: Address) -> None:
        """They opened the link to what only a link went of: it need not come here too."""
        theirs = update(outbox).where(_to(to), text(UNSENT), outbox.c.error == BEHIND)
        read = {"state": "sent", "sent_at": self._session.now, "error": ""}
        await self._session.query(theirs.values(read))

    async def drop_address(self, to: Address) -> int:
        """Drops all unsent letters to somebody who cannot be reached. Returns how many."""
        theirs = update(outbox).where(_to(to), text(UNSENT))
        gone = await self._session.query(theirs.values(state="dropped"))
        return gone.rowcount

    async def forget(self, to: Address) -> None:
        """Deletes what was said to somebody who left; what still waits to be said goes out."""
        over = _to(to) & outbox.c.state.in_(OVER)
        await self._session.query(delete(outbox).where(over))

    async def move_chat(self, old: Address, new: Address) -> None:
        """A chat has a new id: all that was said to it, or is to be, goes along."""
        moved = update(outbox).where(_to(old)).values(chat=new.chat)
        await self._session.query(moved)

    async def prune(self, before: datetime) -> int:
        """Deletes letters done with that were made before then. What they said is in the cases'
        history.
        """
        done = outbox.c.state.in_(OVER)
        old = delete(outbox).where(done, outbox.c.made_at < before)
        return (await self._session.query(old)).rowcount


def _to(chat: Address) -> ColumnElement[bool]:
    return (outbox.c.channel == chat.channel) & (outbox.c.chat == chat.chat)


def _place(to: Address, replaces: str) -> dict[str, Any]:
    """Whose unsent letter DROP takes out."""
    return {"to_chat": to.chat, "to_channel": to.channel, "key": replaces}
