"""Callbacks that wait for their answer: what is said to a rider goes with it as long as one is
open, since that costs nothing of what may be said later.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from domain.messages import Address

PATIENCE = 4.5
"""Seconds; WeChat waits 5, and tells the rider then that the account is broken."""
LOOKS_EVERY = 0.05  # seconds
KEPT = 4096  # callbacks whose answers are remembered, for WeChat's second and third try


@dataclass(eq=False)
class Turn:
    """One callback. `stored`: whether what came with it is kept. `text` is what is answered;
    `left` is set when that has gone out, or cannot any more.
    """

    chat: str
    ends: float
    waits: bool
    stored: asyncio.Future[bool] = field(default_factory=asyncio.Future)
    text: asyncio.Future[str] = field(default_factory=asyncio.Future)
    left: asyncio.Event = field(default_factory=asyncio.Event)


class Turns:
    """`pending` says whether something is still to be said to a chat. Times are seconds of the
    loop's clock.
    """

    def __init__(self, channel: str, pending: Callable[[Address], bool]) -> None:
        self._channel = channel
        self._pending = pending
        self._open: dict[str, list[Turn]] = {}
        self._known: OrderedDict[str, Turn] = OrderedDict()

    def known(self, external_id: str) -> Turn | None:
        """An earlier try of the same callback."""
        return self._known.get(external_id)

    def forget(self, external_id: str) -> None:
        """It could not be stored: its next try is a first one."""
        turn = self._known.pop(external_id, None)
        if turn is not None:
            turn.stored.set_result(False)

    def begin(self, external_id: str, chat: str, waits: bool) -> Turn:
        """`waits`: an answer may come that is not yet to be said, as below an album."""
        now = asyncio.get_running_loop().time()
        turn = self._known[external_id] = Turn(chat, now + PATIENCE, waits)
        self._open.setdefault(chat, []).append(turn)
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
        return turn

    async def answer(self, turn: Turn) -> str:
        """What is said, '' for nothing; at once where nothing is to be said."""
        loop = asyncio.get_running_loop()
        address = Address(self._channel, turn.chat)
        try:
            while not turn.text.done():
                left = turn.ends - loop.time()
                if left <= 0 or not (turn.waits or self._pending(address)):
                    break
                await asyncio.wait({turn.text}, timeout=min(left, LOOKS_EVERY))
        finally:
            self._close(turn)
        return turn.text.result() if turn.text.done() else ""

    async def again(self, turn: Turn) -> str | None:
        """The same for another try, while the first is under way or after it. None where what came
        is not stored: WeChat must not take it for received.
        """
        await asyncio.wait({turn.stored}, timeout=PATIENCE)
        if not _is_stored(turn):
            return None
        loop = asyncio.get_running_loop()
        left = max(turn.ends - loop.time(), 0)
        await asyncio.wait({turn.text}, timeout=left)
        return turn.text.result() if turn.text.done() else ""

    def gone(self, turn: Turn) -> None:
        """Its answer has left the house."""
        self._close(turn)
        turn.left.set()

    def _close(self, turn: Turn) -> None:
        turns = self._open.get(turn.chat, [])
        if turn in turns:
            turns.remove(turn)
        if not turns:
            self._open.pop(turn.chat, None)

    # --- for whoever speaks ---

    def open(self, chat: str) -> bool:
        """Whether what is said there now goes with an answer."""
        return self._first(chat) is not None

    async def say(self, chat: str, text: str) -> bool:
        """Whether it went with an answer; returns when that has left. What could not be stored has
        no answer.
        """
        turn = self._first(chat)
        if turn is None:
            return False
        turn.text.set_result(text)
        for other in self._open.get(chat, ()):
            other.waits = False  # the album has its answer
        self._close(turn)
        await turn.left.wait()
        return _is_stored(turn)

    def _first(self, chat: str) -> Turn | None:
        """The one that waits the longest."""
        turns = self._open.get(chat, [])
        return next((turn for turn in turns if not turn.text.done()), None)


def _is_stored(turn: Turn) -> bool:
    return turn.stored.done() and turn.stored.result()
