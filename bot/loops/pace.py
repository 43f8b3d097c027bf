"""How fast a chat, or a channel, is spoken to: so many at once, then so many a second."""

from __future__ import annotations


class Bucket:
    """`rate` is per second (0: no limit), `burst` how many may go at once. Times are seconds of
    any clock.
    """

    __slots__ = (
        "__weakref__",
        "_at",
        "_burst",
        "_not_before",
        "_rate",
        "_tokens",
        "ours",
    )

    def __init__(self, rate: float, burst: int) -> None:
        self._rate = rate
        self._burst = max(burst, 1)
        self._tokens = float(self._burst)
        self._at = 0.0
        self._not_before = 0.0
        self.ours = False

    def hold(self, until: float, ours: bool = False) -> None:
        """Nothing goes until then; where that is `ours` to say, what is pressing may break it."""
        self._not_before = until
        self.ours = ours

    def held(self, now: float) -> float:
        """Seconds until the hold is over."""
        return max(self._not_before - now, 0.0)

    def _fill(self, now: float) -> None:
        self._tokens = min(
            self._burst, self._tokens + max(now - self._at, 0) * self._rate
        )
        self._at = now

    def wait(self, now: float) -> float:
        """Seconds until one may go; 0 means now."""
        held = self.held(now)
        if held or not self._rate:
            return held
        self._fill(now)
        # A hair of tolerance: floats must not make a full bucket wait for a nanosecond.
        return (
            max(0.0, (1 - self._tokens) / self._rate)
            if self._tokens < 1 - 1e-9
            else 0.0
        )

    def take(self, now: float, many: int = 1) -> None:
        """More than there are make those that come next wait longer."""
        if self._rate:
            self._fill(now)
            self._tokens -= many
