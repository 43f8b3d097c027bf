"""The stores that keep writes until a flush."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from storage.arrivals import Arrivals
from storage.cases.cases import Cases
from storage.forms import Forms
from storage.history import History
from storage.media.media import MediaRows
from storage.offers import Offers
from storage.outbox.outbox import Outbox
from storage.people.people import People
from storage.places import Places
from storage.sent_messages import SentMessages
from storage.session import HoldsBack, Session
from storage.timers import Timers

IN_ORDER = (
    "arrivals",
    "people",
    "forms",
    "cases",
    "media",
    "history",
    "outbox",
    "sent_messages",
    "offers",
    "timers",
    "places",
    "stations",
)
"""The order in which their rows go out."""


class HeldStores:
    """Each is made when something asks for it: a Unit that only looks for a timer has one, and
    flushes one.
    """

    _session: Session

    def _made(self) -> Iterator[HoldsBack]:
        """Those that somebody asked for."""
        here = vars(self)
        return (here[name] for name in IN_ORDER if name in here)

    @cached_property
    def arrivals(self) -> Arrivals:
        return Arrivals(self._session)

    @cached_property
    def people(self) -> People:
        return People(self._session)

    @cached_property
    def forms(self) -> Forms:
        return Forms(self._session)

    @cached_property
    def cases(self) -> Cases:
        return Cases(self._session)

    @cached_property
    def media(self) -> MediaRows:
        return MediaRows(self._session)

    @cached_property
    def history(self) -> History:
        return History(self._session)

    @cached_property
    def outbox(self) -> Outbox:
        return Outbox(self._session)

    @cached_property
    def sent_messages(self) -> SentMessages:
        return SentMessages(self._session)

    @cached_property
    def offers(self) -> Offers:
        return Offers(self._session)

    @cached_property
    def timers(self) -> Timers:
        return Timers(self._session)

    @cached_property
    def places(self) -> Places:
        return Places(self._session)
