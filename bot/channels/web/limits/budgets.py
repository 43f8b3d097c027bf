"""What a caller may still ask for. In memory: a restart forgives.

Each key has one number, the moment at which its budget is whole again (GCRA, the algorithm of
ATM cells, ITU-T I.371): so many at once, and then as many as come back in time.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from bot.channels.web.limits.caller import Caller
from bot.config.limits import LimitsConfig

MINUTE, HOUR, DAY = 60.0, 3600.0, 86_400.0  # seconds
MANY = 50_000  # keys
Clock = Callable[[], float]


class Busy(Exception):
    """Somebody asks for more than they get; they may again in so many `seconds`."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Budget:
    """At most `most` at once, and as many within each `period` (seconds)."""

    def __init__(
        self, most: float, period: float, clock: Clock = time.monotonic
    ) -> None:
        self._step = period / most
        self._period = period
        self._clock = clock
        self._whole: dict[str, float] = {}

    def left(self, key: str, cost: float = 1) -> float:
        """0 where it can be had now, else in how many seconds; nothing is taken."""
        now = self._clock()
        whole = max(self._whole.get(key, now), now)
        return max(0.0, whole + cost * self._step - now - self._period)

    def take(self, key: str, cost: float = 1) -> None:
        """Raises Busy where it is too much; then nothing is taken."""
        wait = self.left(key, cost)
        if wait:
            raise Busy(wait)
        now = self._clock()
        self._whole[key] = max(self._whole.get(key, now), now) + cost * self._step
        if len(self._whole) > MANY:
            self._forget(now)

    def _forget(self, now: float) -> None:
        """Whose budget is whole again; where that is not half of them, those nearest to it."""
        whole = sorted(self._whole.items(), key=lambda item: item[1])
        kept = whole[-MANY // 2 :]
        self._whole = {key: at for key, at in kept if at > now}


class Shared:
    """A budget of each address, and of each network that is `times` as large."""

    def __init__(
        self, most: float, period: float, times: float, clock: Clock = time.monotonic
    ) -> None:
        self._address = Budget(
            most,
            period,
            clock,
        )
        self._network = Budget(
            most * times,
            period,
            clock,
        )

    def check(self, caller: Caller) -> None:
        """Raises Busy where nothing is left; takes nothing."""
        wait = self._network.left(caller.network) or self._address.left(caller.address)
        if wait:
            raise Busy(wait)

    def take(self, caller: Caller, cost: float = 1) -> None:
        """Raises Busy."""
        wait = self._network.left(caller.network, cost)
        if wait:
            raise Busy(wait)
        self._address.take(caller.address, cost)
        self._network.take(caller.network, cost)


class Budgets:
    """All of them, as the configuration has them. Megabytes are the cost of what is uploaded."""

    def __init__(
        self,
        limits: LimitsConfig,
        clock: Clock = time.monotonic,
    ) -> None:
        times = limits.network_times
        self.requests = Budget(
            limits.requests_a_minute,
            MINUTE,
            clock,
        )
        self.uploads = Budget(
            limits.megabytes_a_day,
            DAY,
            clock,
        )
        self.visits = Shared(
            limits.visits_a_minute,
            MINUTE,
            times,
            clock,
        )
        self.first_words = Shared(
            limits.first_words_an_hour,
            HOUR,
            times,
            clock,
        )
        self.wrong_codes = Shared(
            limits.wrong_codes_an_hour,
            HOUR,
            times,
            clock,
        )
        self.uploads_there = Shared(
            limits.address_megabytes_a_day,
            DAY,
            times,
            clock,
        )
