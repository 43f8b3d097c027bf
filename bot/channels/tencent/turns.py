"""Callbacks that wait for their answer: what is said to whoever called goes with it as long as
one is open. In WeChat that costs nothing of what may be said later; in WeCom it changes the card
that was pressed.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from domain.messages import Address

PATIENCE = 4.5
"""Seconds; both wait 5, and WeChat tells the rider then that the account is broken."""
LOOKS_EVERY = 0.05  # seconds
TRIES = 3
NEXT_TRY = 6.0
"""Seconds within which another try comes, if any does."""
KEPT = 4096  # callbacks whose answers are remembered, for the second and third try
Said = TypeVar("Said")


@dataclass(eq=False)
class Turn(Generic[Said]):
    """One callback. `stored`: whether what came with it is kept. `said` is what is answered;
    `left` is set when that has gone out, or cannot any more; `arrived` then says whether somebody
    was still there, `missed` how many tries nobody waited for; `then` hears of it. `about` is what
    alone can be answered, '' for anything.
    """

    chat: str
    ends: float
    waits: bool
    about: str = ""
    stored: asyncio.Future[bool] = field(default_factory=asyncio.Future)
    said: asyncio.Future[Said] = field(default_factory=asyncio.Future)
    left: asyncio.Event = field(default_factory=asyncio.Event)
    arrived: bool = False
    missed: int = 0
    then: Callable[[], None] | None = None

    def leaves(self) -> None:
        """Once, whoever says so."""
        if not self.left.is_set():
            self.left.set()
            if self.then is not None:
                self.then()


class Turns(Generic[Said]):
    """`pending` says whether something is still to be said to a chat. Times are seconds of the
    loop's clock.
    """

    def __init__(
        self,
        channel: str,
        pending: Callable[[Address], bool],
    ) -> None:
        self._channel = channel
        self._pending = pending
        self._open: dict[str, list[Turn[Said]]] = {}
        self._known: OrderedDict[str, Turn[Said]] = OrderedDict()

    def known(self, external_id: str) -> Turn[Said] | None:
        """An earlier try of the same callback."""
        return self._known.get(external_id)

    def forget(self, external_id: str) -> None:
        """It could not be stored: its next try is a first one."""
        turn = self._known.pop(external_id, None)
        if turn is not None:
            turn.stored.set_result(False)

    def begin(
        self, external_id: str, chat: str, waits: bool = False, about: str = ""
    ) -> Turn[Said]:
        """`waits`: an answer may come that is not yet to be said, as below an album."""
        now = asyncio.get_running_loop().time()
        turn = self._known[external_id] = Turn(chat, now + PATIENCE, waits, about)
        self._open.setdefault(chat, []).append(turn)
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
        return turn

    async def answer(self, turn: Turn[Said]) -> Said | None:
        """What is said, None for nothing; at once where nothing is to be said."""
        loop = asyncio.get_running_loop()
        address = Address(self._channel, turn.chat)
        try:
            while not turn.said.done():
                left = turn.ends - loop.time()
                if left <= 0 or not (turn.waits or self._pending(address)):
                    break
                await asyncio.wait({turn.said}, timeout=min(left, LOOKS_EVERY))
        finally:
            self._close(turn)
        return _said(turn)

    async def again(self, turn: Turn[Said]) -> tuple[bool, Said | None]:
        """Whether what came is stored, else nobody may take it for received; and what is said, the
        same for another try, while the first is under way or after it.
        """
        await asyncio.wait({turn.stored}, timeout=PATIENCE)
        if not _is_stored(turn):
            return False, None
        loop = asyncio.get_running_loop()
        left = max(turn.ends - loop.time(), 0)
        await asyncio.wait({turn.said}, timeout=left)
        # what nobody was there to hear is said in another way by now
        withdrawn = turn.left.is_set() and not turn.arrived
        return True, None if withdrawn else _said(turn)

    def gone(self, turn: Turn[Said], arrived: bool = True) -> None:
        """The answer to one of its tries has left the house. Where whoever called had gone before,
        another try may still take it.
        """
        self._close(turn)
        if turn.left.is_set():
            return
        if arrived or not turn.said.done():
            turn.arrived = arrived
            return turn.leaves()
        turn.missed += 1
        if turn.missed >= TRIES:
            turn.leaves()
        elif turn.missed == 1:
            asyncio.get_running_loop().call_later(NEXT_TRY, turn.leaves)

    def _close(self, turn: Turn[Said]) -> None:
        turns = self._open.get(turn.chat, [])
        if turn in turns:
            turns.remove(turn)
        if not turns:
            self._open.pop(turn.chat, None)

    # --- for whoever speaks ---

    def open(self, chat: str, about: str = "") -> bool:
        """Whether what is said there now goes with an answer."""
        return self._first(chat, about) is not None

    async def say(self, chat: str, said: Said, about: str = "") -> bool:
        """Whether it went with an answer; returns when that has left. What could not be stored has
        no answer, nor has what nobody waited for any more.
        """
        turn = self._first(chat, about)
        if turn is None:
            return False
        turn.said.set_result(said)
        if turn.waits:  # the album has its answer
            for other in self._open.get(chat, ()):
                other.waits = False
        self._close(turn)
        await turn.left.wait()
        return turn.arrived and _is_stored(turn)

    def _first(self, chat: str, about: str) -> Turn[Said] | None:
        """The one that waits the longest."""
        turns = self._open.get(chat, [])
        fitting = (turn for turn in turns if turn.about == about)
        return next((turn for turn in fitting if not turn.said.done()), None)


def _said(turn: Turn[Said]) -> Said | None:
    return turn.said.result() if turn.said.done() else None


def _is_stored(turn: Turn[Said]) -> bool:
    return turn.stored.done() and turn.stored.result()
