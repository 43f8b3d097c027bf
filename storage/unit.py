"""One transaction with everything that the handlers remember and write.

An event that fails undoes its whole Unit; the intake then takes the others one by one.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.messages import Event
from storage.arrivals import Arrivals
from storage.cases.cases import Cases
from storage.forms import Forms
from storage.history import History
from storage.media.media import MediaRows
from storage.memory.directory import Directory
from storage.offers import Offers
from storage.outbox.outbox import Outbox
from storage.people.people import People
from storage.places import Places
from storage.room_stores import RoomStores
from storage.sent_messages import SentMessages
from storage.session import Session
from storage.stores import Stores
from storage.timers import Timers


class Unit(Stores, RoomStores):
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
        self._hold_back(session)

    def _hold_back(self, session: Session) -> None:
        """The stores that keep writes until a flush, in the order in which their rows go out."""
        self.arrivals = Arrivals(session)
        self.people = People(session)
        self.forms = Forms(session)
        self.cases = Cases(session)
        self.media = MediaRows(session)
        self.history = History(session)
        self.outbox = Outbox(session)
        self.sent_messages = SentMessages(session)
        self.offers = Offers(session)
        self.timers = Timers(session)
        self.places = Places(session)
        session.held_back = (
            self.arrivals,
            self.people,
            self.forms,
            self.cases,
            self.media,
            self.history,
            self.outbox,
            self.sent_messages,
            self.offers,
            self.timers,
            self.places,
        )

    @property
    def directory(self) -> Directory:
        return self._session.directory

    async def prepare(self, events: Sequence[Event], again: bool = False) -> None:
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
        self.arrivals.committed()
        self.people.committed()
        self.forms.committed()
        self.cases.committed()
        self.media.committed()
        self.offers.committed()
        self.timers.committed()
        self.places.committed()

    def undone(self) -> None:
        """The transaction left nothing: nor may what it saw stay in memory."""
        self.arrivals.undone()
        self.people.undone()
        self.forms.undone()
        self.cases.undone()
        self.offers.undone()
        self.timers.undone()
