"""What each of WeChat's error codes means (developers.weixin.qq.com, 全局返回码)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from bot.channels.channel import SendError
from bot.channels.tencent.calls import Refused, Uncertain, Unreached

STALE_TOKEN = frozenset({40001, 40014, 42001})
SHUT = frozenset({45015, 45047})
"""No window, or nothing left of it: they have to say something first."""

LONG = timedelta(hours=49)
"""Longer than any window: their next word ends the wait."""
OURS = timedelta(minutes=1)
TODAY = timedelta(hours=1)
"""A day's quota of calls is looked at again each hour."""


def _shut(why: str) -> SendError:
    return SendError(why, after=LONG, busy=True)


def _busy(why: str) -> SendError:
    """Again in 1 s, 2 s, 4 s (domain/retry.py)."""
    return SendError(why)


def _ours(why: str) -> SendError:
    """Nothing is wrong with the letter: token, address list, a minute's quota of calls."""
    return SendError(why, after=OURS, busy=True)


def _today(why: str) -> SendError:
    return SendError(why, after=TODAY, busy=True)


def _gone(why: str) -> SendError:
    return SendError(why, permanent=True, gone=True)


MEANS: dict[int, Callable[[str], SendError]] = {
    -1: _busy,
    **dict.fromkeys(SHUT, _shut),
    **dict.fromkeys(STALE_TOKEN, _ours),
    **dict.fromkeys((40164, 45011), _ours),
    45009: _today,
    **dict.fromkeys((40003, 43004, 43019, 50005), _gone),
}


def judged(error: Refused | Uncertain | Unreached) -> SendError:
    """What is not in the table is a mistake of ours: the letter will never go."""
    if isinstance(error, Unreached):
        return SendError("cannot be reached")
    if isinstance(error, Uncertain):
        return SendError("no answer", uncertain=True)
    means = MEANS.get(error.code)
    return means(str(error)) if means else SendError(str(error), permanent=True)
