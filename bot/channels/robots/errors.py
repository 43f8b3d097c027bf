"""What a group robot's refusals mean (developer.work.weixin.qq.com/document/path/99110)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from bot.channels.channel import SendError
from bot.channels.tencent.calls import Refused, Uncertain, Unreached

SHORTLY = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
WRONG_KEY = timedelta(minutes=10)


def _later(why: str) -> SendError:
    return SendError(why, after=SHORTLY)


def _slower(why: str) -> SendError:
    return SendError(why, after=MINUTE, busy=True)


def _wrong_key(why: str) -> SendError:
    """Whoever took the robot out of the group has to put one in again: some days it waits."""
    return SendError(why, after=WRONG_KEY)


MEANS: dict[int, Callable[[str], SendError]] = {
    -1: _later,
    45009: _slower,
    45033: _slower,
    93000: _wrong_key,
}
"""What is not here is a mistake of ours: the letter will never go."""


def judged(error: Refused | Uncertain | Unreached) -> SendError:
    if isinstance(error, Unreached):
        return SendError("cannot be reached")
    if isinstance(error, Uncertain):
        return SendError("no answer", uncertain=True)
    means = MEANS.get(error.code)
    if means is None:
        return SendError(str(error), permanent=True)
    return means(str(error))
