"""One transaction with everything that the handlers remember and write.

An event that fails undoes its whole Unit; the intake then takes the others one by one.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.messages import Event
from storage.held_stores import HeldStores
from storage.memory.directory import Directory
from storage.room_stores import RoomStores
from storage.session import Session
from storage.stores import Stores


class Unit(HeldStores, Stores, RoomStores):
    """Every noun's store, on one session. `now` is the moment at which the transaction began
    (aware UTC): handlers know no other clock. It has no connection to offer: what would be
    written past `query` would be in no transaction.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.now = session.now
        self.next_id = session.next_id
        self.query = session.query
        self.flush = session.flush
        self.directory_changes = session.directory_changes
        self.directory_now = session.directory_now
        session.held_back = self._made

    @property
    def directory(self) -> Directory:
        return self._session.directory

    async def prepare(
        self,
        events: Sequence[Event],
        again: bool = False,
    ) -> None:
        """Loads what a batch will need: which events were seen, who speaks, which forms are
        open.

        Events that come `again`, after a Unit that failed, are looked up one and all; else those
        that nobody remembers are taken for new, and break the Unit (IntegrityError) where they
        are not.
        """
        senders = {event.sender for event in events}
        self.arrivals.recall(events)
        if again:
            await self.arrivals.load(events)
        await self.people.load(senders)
        await self.forms.load(senders)

    def committed(self) -> None:
        """The transaction is in the database: what is known by heart follows."""
        for store in self._made():
            store.committed()

    def undone(self) -> None:
        """The transaction left nothing: nor may what it saw stay in memory."""
        for store in (self.cases, *self._made()):
            store.undone()
