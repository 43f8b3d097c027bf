"""Which events have been handled, and which could not be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Delete, bindparam, delete, insert, select, update

from domain.messages import Address, Event
from storage.session import Session
from storage.statements import among, same
from storage.tables.messages import quarantine, seen

SHORTEST_ID = 20
"""Letters: an openid has 28, and is found within other words; a number may be any."""
REMEMBERED = timedelta(days=7)  # Telegram keeps undelivered updates for 24 hours

KNOCK = {"channel": "house", "external_id": "knock"}

AT = select(seen.c.at).where(same(seen.c.channel, seen.c.external_id))
SINCE = select(seen.c.external_id).where(
    same(seen.c.channel), seen.c.at >= bindparam("since")
)
SEEN = select(seen.c.external_id).where(same(seen.c.channel), among(seen.c.external_id))

WAITING = (
    select(quarantine)
    .where(quarantine.c.replayed_at.is_(None))
    .order_by(quarantine.c.id)
)
NUMBERED = select(quarantine).where(same(quarantine.c.id))


class Arrivals:
    """Exactly once: (channel, external id) is a row, committed with everything the event caused."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: set[tuple[str, str]] = set()
        self._new: list[dict[str, Any]] = []

    def recall(self, events: Sequence[Event]) -> None:
        """Which of these events were seen lately. One that was seen longer ago breaks the Unit when
        it is written (IntegrityError), and has to come again after `load`.
        """
        seen_lately = self._session.memory.seen
        keys = ((event.channel, event.external_id) for event in events)
        self._known.update(key for key in keys if seen_lately.get(key))

    async def load(self, events: Sequence[Event]) -> None:
        """Reads at one go which of these events were seen."""
        for channel in {event.channel for event in events}:
            wanted = [event.external_id for event in events if event.channel == channel]
            these = {"channel": channel, "external_id": wanted}
            found = await self._session.run(SEEN, these)
            self._known.update((channel, row.external_id) for row in found)

    def first_time(self, event: Event) -> bool:
        """Whether this event is new; from now on it is not."""
        key = (event.channel, event.external_id)
        if key in self._known:
            return False
        self._known.add(key)
        self._new.append(
            {
                "channel": event.channel,
                "external_id": event.external_id,
                "at": self._session.now,
            }
        )
        return True

    async def once(self, channel: str, key: str) -> bool:
        """Whether this is the first time that something of the house's own is done, for a week."""
        if await self.known(channel, key):
            return False
        row = {"channel": channel, "external_id": key, "at": self._session.now}
        self._session.write(self._session.insert(seen), [row])
        return True

    async def known(self, channel: str, key: str) -> bool:
        """Whether this was done within the week."""
        this = {"channel": channel, "external_id": key}
        return (await self._session.query(AT, this)).first() is not None

    async def since(self, channel: str, moment: datetime) -> frozenset[str]:
        """The ids of what was stored since then."""
        asked = {"channel": channel, "since": moment}
        return frozenset((await self._session.query(SINCE, asked)).scalars())

    async def not_done(self, channel: str, key: str) -> None:
        """It came to nothing: the next time is a first one."""
        await self._session.query(_undone(channel, key))

    def knock(self) -> None:
        """Writes what means nothing, to see whether that is possible; a week later it is gone."""
        row = KNOCK | {"at": self._session.now}
        self._session.write(self._session.upsert(seen), [row])

    async def flush(self) -> None:
        rows, self._new = self._new, []
        self._session.write(self._session.insert(seen), rows)

    def committed(self) -> None:
        """The transaction is in the database: what was seen in it is remembered."""
        for key in self._known:
            self._session.memory.seen.keep(key, True)

    def undone(self) -> None:
        """The transaction left nothing."""
        self._session.memory.seen.drop(self._known)

    async def quarantine(self, event: Event, error: str) -> int:
        """Keeps an event that could not be handled. Returns its number."""
        made = self._session.next_id("quarantine")
        row = {
            "id": made,
            "channel": event.channel,
            "external_id": event.external_id,
            "raw": event.raw,
            "error": error.encode("ascii", "backslashreplace")
            .decode()
            .replace("\0", "\\0"),
            "at": self._session.now,
            "replayed_at": None,
        }
        await self._session.query(insert(quarantine), row)
        return made

    async def quarantined(self, number: int | None = None) -> list[Any]:
        """The rows that wait for a person, or the one with this number, oldest first."""
        if number:
            return list(await self._session.query(NUMBERED, {"id": number}))
        return list(await self._session.query(WAITING))

    async def release(
        self,
        number: int,
        address: Address,
        external_id: str,
    ) -> None:
        """Lets a quarantined event be handled once more."""
        await self._session.query(
            update(quarantine)
            .where(quarantine.c.id == number)
            .values(replayed_at=self._session.now)
        )
        await self._session.query(_undone(address.channel, external_id))
        key = (address.channel, external_id)
        self._known.discard(key)
        self._session.memory.seen.drop([key])

    async def forget(self, addresses: Iterable[Address]) -> None:
        """What lies in quarantine and names one of these goes: they want nothing kept of them."""
        for one in addresses:
            where = quarantine.c.channel == one.channel
            rows = await self._session.query(select(quarantine).where(where))
            theirs = [row.id for row in rows if _names(row.raw, one.chat)]
            if theirs:
                gone = delete(quarantine).where(quarantine.c.id.in_(theirs))
                await self._session.query(gone)

    async def forget_channel(self, channel: str) -> None:
        """Its ids begin anew: the same one is another event from now on."""
        await self._session.query(delete(seen).where(seen.c.channel == channel))
        self._session.memory.seen.clear()

    async def forget_old(self) -> int:
        """Drops what no channel will deliver again. Returns how many rows went."""
        gone = await self._session.query(
            delete(seen).where(seen.c.at < self._session.now - REMEMBERED)
        )
        self._session.memory.seen.clear()
        return gone.rowcount


def _names(raw: Any, chat: str) -> bool:
    """Whether the chat stands anywhere in what a channel sent, as a number or as words."""
    if isinstance(raw, dict):
        return any(_names(one, chat) for one in raw.values())
    if isinstance(raw, list):
        return any(_names(one, chat) for one in raw)
    return str(raw) == chat or (len(chat) > SHORTEST_ID and chat in str(raw))


def _undone(channel: str, key: str) -> Delete:
    return delete(seen).where(seen.c.channel == channel, seen.c.external_id == key)
