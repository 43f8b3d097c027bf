"""One request of each network at a time is begun, by turns.

Whoever asks for much at once would else be answered within one round of the event loop: somebody
whose message takes thirty rounds, to the database and back, waits for all of it thirty times. A
rider waited four seconds while 1,383 visits came over fifty connections.
"""

from __future__ import annotations

import asyncio
from collections import deque

from bot.channels.web.limits.caller import Caller

Waiting = deque[asyncio.Future[None]]


class Turns:
    def __init__(self) -> None:
        self._waiting: dict[str, Waiting] = {}
        self._busy = False

    async def wait(self, caller: Caller) -> None:
        """Until it is this network's turn; at once where nobody has had one in this round."""
        loop = asyncio.get_running_loop()
        if not self._busy:
            self._busy = True
            loop.call_soon(self._next)
            return
        turn: asyncio.Future[None] = loop.create_future()
        self._waiting.setdefault(caller.network, deque()).append(turn)
        await turn

    def _next(self) -> None:
        """A round: the first of each network that waits."""
        for network, turns in list(self._waiting.items()):
            _begin(turns)
            if not turns:
                del self._waiting[network]
        self._busy = bool(self._waiting)
        if self._busy:
            asyncio.get_running_loop().call_soon(self._next)


def _begin(turns: Waiting) -> None:
    """Lets the first one go that has not gone away meanwhile."""
    while turns:
        turn = turns.popleft()
        if not turn.done():
            return turn.set_result(None)
