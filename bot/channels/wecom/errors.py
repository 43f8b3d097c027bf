"""What each of WeCom's error codes means (developer.work.weixin.qq.com/document/path/90313)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from bot.channels.channel import SendError
from bot.channels.tencent.calls import Refused, Uncertain, Unreached

STALE_TOKEN = frozenset({40014, 42001})
TASK_KNOWN = 42014
"""The card with this task has arrived already: a repetition of what nobody could be sure of."""
MEDIA_GONE = 40007
"""A file is older than three days: it has to be sent up anew."""

OURS = timedelta(minutes=1)
BUSY = timedelta(seconds=1)
RATE = timedelta(minutes=1)
UNPAID = timedelta(hours=1)


def _busy(why: str) -> SendError:
    return SendError(why, after=BUSY)


def _ours(why: str) -> SendError:
    """Nothing is wrong with the letter: token, secret, address list, the app itself."""
    return SendError(why, after=OURS, busy=True)


def _slower(why: str) -> SendError:
    return SendError(why, after=RATE, busy=True)


def _gone(why: str) -> SendError:
    return SendError(why, permanent=True, gone=True)


MEANS: dict[int, Callable[[str], SendError]] = {
    -1: _busy,
    **dict.fromkeys(STALE_TOKEN, _ours),
    # corp, secret, app, what it may do, and from where
    **dict.fromkeys((40001, 40013, 40056, 41001, 301002, 48002, 60011, 60020), _ours),
    **dict.fromkeys((45009, 45033), _slower),
    **dict.fromkeys((60111, 81013), _gone),
}
"""What is not here is a mistake of ours: the letter will never go."""


def judged(error: Refused | Uncertain | Unreached) -> SendError:
    if isinstance(error, Unreached):
        return SendError("cannot be reached")
    if isinstance(error, Uncertain):
        return SendError("no answer", uncertain=True)
    means = MEANS.get(error.code)
    return means(str(error)) if means else SendError(str(error), permanent=True)


def missed(userid: str) -> SendError:
    """Of somebody who is named in `invaliduser`: not there, or the app is not for them."""
    return _gone(f"invaliduser, {len(userid)} characters")


def unpaid() -> SendError:
    """Of somebody for whom the corp does not pay: an administrator has to."""
    return SendError("unlicenseduser", after=UNPAID, busy=True)
