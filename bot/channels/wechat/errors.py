"""What each of WeChat's error codes means (developers.weixin.qq.com, 全局返回码)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.channels.tencent.verdicts import HTTP, again, gone, judge

STALE_TOKEN = frozenset({40001, 40014, 42001})
SHUT = frozenset({45015, 45047})
"""No window, or nothing left of it: they have to say something first."""
NO_RIGHT = frozenset({40200, 48001})
"""The account may not do this: an unverified one, or one of another kind."""
WAITS = SHUT | NO_RIGHT
"""The letter waits for their next word, whose answer counts for nothing."""
SECRET = frozenset({40013, 40125})
ADDRESS = 40164
DAY, MINUTE = 45009, 45011
"""The calls of a day, and of a minute, are used up."""
TEMPLATE = frozenset({40037, 47003})
"""Its id or a field of it is not what the account has."""
UNWANTED = 43101
"""They want no more templates."""
GONE = frozenset({40003, 43004, 43019, 50005})
"""No follower, or one that we put on the blacklist."""
MISTAKES = frozenset({40008, 40033, 40037, 44004, 45002, 47001, 47003})
"""Of ours: what is sent is wrong and stays so."""

LONG = timedelta(hours=49)
"""Longer than any window: their next word ends the wait."""
OURS = timedelta(minutes=1)
LATER = timedelta(hours=1)
"""A letter is looked at again so often while the day's calls are used up."""


waits = again(LONG, busy=True)
WHOLE = again(OURS, busy=True)
"""Nothing is wrong with the letter: token, address list, a minute's quota of calls."""
BUSY = again()
"""Again in 1 s, 2 s, 4 s (domain/retry.py)."""

judged = judge(
    {
        -1: BUSY,
        **dict.fromkeys(HTTP, BUSY),
        **dict.fromkeys(WAITS, waits),
        UNWANTED: waits,
        **dict.fromkeys(STALE_TOKEN | SECRET, WHOLE),
        **dict.fromkeys((ADDRESS, MINUTE), WHOLE),
        DAY: again(LATER, busy=True),
        **dict.fromkeys(GONE, gone),
    }
)


def shape(body: object) -> Any:
    """What was sent without a word of it: names, and how long each text is."""
    if isinstance(body, Mapping):
        return {name: shape(value) for name, value in body.items()}
    if isinstance(body, list):
        return [shape(value) for value in body]
    return len(body) if isinstance(body, str) else type(body).__name__
