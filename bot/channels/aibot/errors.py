"""What the robot's error codes mean (developer.work.weixin.qq.com/document/path/101463)."""

from __future__ import annotations

from datetime import timedelta

from bot.channels.channel import SendError
from bot.channels.tencent.calls import Refused, Uncertain, Unreached

NOT_US = 853000
"""Bot id and secret do not fit: nothing but the configuration mends that."""
TASK_KNOWN = 42014
"""The card with this task has arrived already."""
NEVER_SPOKEN = 846607
"""Nobody has spoken to the robot in this chat, so it may not either."""
BUSY, RATE = frozenset({-1}), frozenset({45009, 45033})

SHORTLY = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
UNTIL_CONNECTED = timedelta(seconds=30)
UNTIL_SPOKEN = timedelta(minutes=10)


class SecretRefused(RuntimeError):
    """The robot is not taken for who it says it is."""


class Displaced(RuntimeError):
    """Another connection of the same robot took the place of ours."""


def judged(error: Refused | Uncertain | Unreached) -> SendError:
    if isinstance(error, Unreached):
        return SendError("not connected", after=UNTIL_CONNECTED, busy=True)
    if isinstance(error, Uncertain):
        return SendError("no answer", uncertain=True)
    why = str(error)
    if error.code in BUSY:
        return SendError(why, after=SHORTLY)
    if error.code in RATE:
        return SendError(why, after=MINUTE, busy=True)
    if error.code == NEVER_SPOKEN:
        return SendError(why, after=UNTIL_SPOKEN)
    return SendError(why, permanent=True)
