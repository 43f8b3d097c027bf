"""What a refusal means for the letter that was refused: a table of codes for each door."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.channels.channel import SendError
from bot.channels.tencent.calls import Refused, Uncertain, Unreached

Meaning = Callable[[str], SendError]
"""Of what the other side said."""
Failed = Refused | Uncertain | Unreached

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


def again(after: timedelta | None = None, *, busy: bool = False) -> Meaning:
    """It comes again, after so long; with `busy` nothing is wrong with the letter."""

    def meaning(why: str) -> SendError:
        return SendError(why, after=after, busy=busy)

    return meaning


def gone(why: str) -> SendError:
    """Whoever it is for cannot be reached until they come back."""
    return SendError(why, permanent=True, gone=True)


def not_reached(why: str) -> SendError:
    return SendError("cannot be reached")


HTTP = range(400, 500)
"""No code of theirs: somebody between us and them says no."""

IN_WECOM: Mapping[int, Meaning] = {
    -1: again(SECOND),
    **dict.fromkeys(HTTP, again()),
    **dict.fromkeys((45009, 45033), again(MINUTE, busy=True)),
}
"""The same at each of its doors: busy, not reached, and too many calls."""


def judge(
    means: Mapping[int, Meaning], unreached: Meaning = not_reached
) -> Callable[[Failed], SendError]:
    """What is not in the table is a mistake of ours: the letter will never go."""

    def judged(error: Failed) -> SendError:
        if isinstance(error, Unreached):
            return unreached("not connected")
        if isinstance(error, Uncertain):
            return SendError("no answer", uncertain=True)
        means_it = means.get(error.code)
        return means_it(str(error)) if means_it else _ours(error)

    return judged


def _ours(error: Refused) -> SendError:
    return SendError(str(error), permanent=True)
