"""Which connections may stand open: so many in all, of one network, of one address.

Where there is no room, the one that has been waiting longest without asking for anything gives
way; where all have just come, one of a crowd from one address before that. So half-open
connections keep nobody out, however many there are and wherever they come from; and what the
process needs besides (Telegram, files, the database) always finds a descriptor. Where all are
being answered a few more may come and ask how we are.
"""

from __future__ import annotations

import resource
import time
from collections import Counter
from collections.abc import Callable
from typing import Protocol

from bot.channels.web.limits.caller import Caller, Callers
from bot.config.limits import LimitsConfig

KEPT_FREE = 350  # descriptors for everything that is no web connection
FRESH = 1.0  # seconds in which a new connection's first request may be on its way
RESERVE = 32  # connections that may only ask for /health
FAIR = 10  # connections that may wait before an address is called a crowd


class Held(Protocol):
    """A connection: whose it is, and how it is cut."""

    caller: Caller

    def cut(self) -> None: ...


class Gate:
    def __init__(
        self,
        limits: LimitsConfig,
        callers: Callers,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.limits = limits
        self._callers = callers
        self._clock = clock
        self._most = min(limits.connections, room())
        self._addresses: Counter[str] = Counter()
        self._networks: Counter[str] = Counter()
        self._open: set[Held] = set()
        self._waiting: dict[Held, float] = {}
        self._reserve: dict[Held, None] = {}

    def caller(self, peer: str) -> Caller:
        return self._callers.of(peer)

    def admit(self, held: Held, peer: str) -> bool:
        """Whether it may stay. Of a proxy of ours only the number in all is looked at."""
        fits = self._fits(held.caller, proxied=self._callers.trusts(peer))
        if fits:
            self._open.add(held)
            self._waiting[held] = self._clock()
            self._addresses[held.caller.address] += 1
            self._networks[held.caller.network] += 1
        return fits

    def _fits(self, caller: Caller, *, proxied: bool) -> bool:
        beside = proxied or self._fits_beside(caller)
        in_all = beside and len(self._open) < self._most
        return in_all or (beside and self._makes_room(caller))

    def _fits_beside(self, caller: Caller) -> bool:
        """Those of its address first: where one of them gives way its network has room, too."""
        most, here, there = self.limits, caller.address, caller.network
        many = self._addresses[here] >= most.connections_an_address
        if many and not self._makes_room(caller, address=here):
            return False
        fits = self._networks[there] < most.connections_a_network
        return fits or self._makes_room(caller, network=there)

    def _makes_room(
        self,
        caller: Caller,
        address: str = "",
        network: str = "",
    ) -> bool:
        """Cuts one of this address or network, if one is named: the one that has waited longest,
        or, where all have just come, one of the address that has many more waiting than this
        caller, if there is such a one. Returns whether any was waiting.
        """
        there = [
            held
            for held in self._waiting
            if address in ("", held.caller.address)
            and network in ("", held.caller.network)
        ]
        if not there:
            return False
        if self._waiting[there[0]] <= self._clock() - FRESH:
            return self._gives_way(there[0])
        crowds = Counter(held.caller.address for held in there)
        crowd, many = crowds.most_common(1)[0]
        if many <= 2 * crowds[caller.address] + FAIR:
            return self._gives_way(there[0])
        return self._gives_way(next(h for h in there if h.caller.address == crowd))

    def reserve(self, held: Held) -> None:
        """Lets one stay for which there is no room, to ask for nothing but /health, until as many
        others have come after it.
        """
        if len(self._reserve) >= RESERVE:
            oldest = next(iter(self._reserve))
            del self._reserve[oldest]
            oldest.cut()
        self._reserve[held] = None

    def _gives_way(self, held: Held) -> bool:
        self.gone(held)
        held.cut()
        return True

    def busy(self, held: Held) -> None:
        """It has asked for something."""
        self._waiting.pop(held, None)

    def idle(self, held: Held) -> None:
        """It has its answer, and may ask again."""
        if held in self._open:
            self._waiting.setdefault(held, self._clock())

    def gone(self, held: Held) -> None:
        self._reserve.pop(held, None)
        if held not in self._open:
            return
        self._open.discard(held)
        self._waiting.pop(held, None)
        _less(self._addresses, held.caller.address)
        _less(self._networks, held.caller.network)


def _less(counts: Counter[str], key: str) -> None:
    counts[key] -= 1
    if counts[key] <= 0:
        del counts[key]


def room() -> int:
    """How many connections the process has descriptors for."""
    most, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if most == resource.RLIM_INFINITY:
        return 1_000_000
    return max(most - KEPT_FREE, most // 3)
