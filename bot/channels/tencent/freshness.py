"""How old a callback may be, and how often one and the same may come."""

from __future__ import annotations

import re
from collections import OrderedDict

from bot.channels.tencent.envelope import BadEnvelope

OLDEST = 600
"""Seconds to either side of our clock: our choice, Tencent asks for none."""
TRIES = 3
"""How often a message is sent that had no answer (WeChat and WeCom alike)."""
MOST_KEPT = 50_000
"""Pairs, a few megabytes: 200 callbacks a second for four minutes."""
TIMESTAMP = re.compile(r"[0-9]{1,12}")
LONGEST_NONCE = 64  # letters; Tencent's have about ten


class OtherTime(BadEnvelope):
    """Signed by the other side at a time that is not ours: one of the two clocks is wrong."""


class Freshness:
    """Keeps the pairs of timestamp and nonce that came, as long as they would pass as new.

    A message without an answer in time is sent up to three times. Whether such a try has a new
    nonce is written nowhere. So one pair may come three times: a strict repetition gets the same
    answer by its message id, and what broke at the first try is not lost. The fourth is nobody's
    try and is refused. To be asked after the signature was found right: else a stranger fills the
    memory. When it is full the oldest pair goes; a message counts once by its id in any case.
    """

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most = most
        self._came: OrderedDict[tuple[int, str], int] = OrderedDict()

    def check(self, timestamp: str, nonce: str, now: float) -> None:
        """`now` in epoch seconds. Raises BadEnvelope for what is too old, too new, without a
        nonce, or here for the fourth time.
        """
        if not TIMESTAMP.fullmatch(timestamp):
            raise BadEnvelope("the timestamp is no number")
        if not 0 < len(nonce) <= LONGEST_NONCE:
            raise BadEnvelope("there is no nonce, or it is too long")
        at = int(timestamp)
        if abs(now - at) > OLDEST:
            raise OtherTime("the timestamp is not of these ten minutes")
        self._forget(now)
        times = self._came.get((at, nonce), 0) + 1
        if times > TRIES:
            raise BadEnvelope("the nonce has come too often")
        if times == 1 and len(self._came) >= self._most:
            self._came.popitem(last=False)
        self._came[at, nonce] = times

    def _forget(self, now: float) -> None:
        """The oldest, while it is too old to pass once more."""
        while self._came and now - next(iter(self._came))[0] > OLDEST:
            self._came.popitem(last=False)
