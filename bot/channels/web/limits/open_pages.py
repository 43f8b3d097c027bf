"""How many pages may listen at one time: of a chat, of an address, of a network, in all. Each holds
a connection, and behind a proxy nobody else counts those by address; so a third stays for whoever
asks or says something. A page that may not listen asks again and again instead.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from bot.channels.web.limits.caller import Caller
from bot.channels.web.limits.gate import room
from bot.config.limits import LimitsConfig

OF_A_CHAT = 20
ALL = "all"


class OpenPages:
    def __init__(self, limits: LimitsConfig) -> None:
        self._address = _most(limits.connections_an_address)
        self._network = _most(limits.connections_a_network)
        self._all = _most(min(limits.connections, room()))
        self._open: Counter[tuple[str, str]] = Counter()

    def take(self, chat: str, caller: Caller) -> Callable[[], None] | None:
        """What ends it; None where there is no room."""
        places = {
            ("chat", chat): OF_A_CHAT,
            ("address", caller.address): self._address,
            ("network", caller.network): self._network,
            (ALL, ALL): self._all,
        }
        if any(self._open[place] >= most for place, most in places.items()):
            return None
        self._open.update(places.keys())

        def over() -> None:
            self._open.subtract(places.keys())
            for place in places:
                if not self._open[place]:
                    del self._open[place]

        return over


def _most(connections: int) -> int:
    return max(1, connections * 2 // 3)
