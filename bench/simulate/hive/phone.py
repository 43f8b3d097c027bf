"""What stands in somebody's chat: the newest messages, and which buttons are below them."""

from __future__ import annotations

import random
import re
from collections import deque
from dataclasses import dataclass

from storage.outbox.letters import Letter

KEPT = 40


class Gone(LookupError):
    """There is nothing like that to press."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A message with the data of its buttons."""

    message_id: str
    text: str
    data: tuple[str, ...]


class Phone:
    """`words` is what came up over the latest presses, each by its own reference: what a press
    beside it was answered says nothing of it.
    """

    def __init__(self) -> None:
        self._shown: deque[Shown] = deque(maxlen=KEPT)
        self.words: dict[str, str] = {}

    def takes(self, letter: Letter, message_id: str) -> Shown:
        reply = letter.reply
        data = tuple(choice.data for row in reply.choices for choice in row)
        shown = Shown(message_id, reply.text, data)
        if reply.press_ref:
            self.words[reply.press_ref] = reply.text
            if len(self.words) > KEPT:
                del self.words[next(iter(self.words))]
            return shown
        kept = [one for one in self._shown if one.message_id != message_id]
        self._shown = deque([*kept, shown], maxlen=KEPT)
        return shown

    @property
    def newest(self) -> str:
        """What can be pressed below the newest message."""
        return " ".join(self._shown[-1].data) if self._shown else ""

    @property
    def last(self) -> str:
        return self._shown[-1].text if self._shown else ""

    def all(self, pattern: str) -> list[tuple[str, str]]:
        """(data, message) of the newest message that has such buttons. Raises Gone."""
        fits = re.compile(pattern)
        for shown in reversed(self._shown):
            found = [
                (one, shown.message_id) for one in shown.data if fits.fullmatch(one)
            ]
            if found:
                return found
        raise Gone(pattern)

    def one(self, pattern: str, chance: random.Random) -> tuple[str, str]:
        """One of those. Raises Gone."""
        return chance.choice(self.all(pattern))

    def read(self, pattern: str) -> str:
        """What a pattern's group finds in the newest message that has it. Raises Gone."""
        for shown in reversed(self._shown):
            hit = re.search(pattern, shown.text)
            if hit is not None:
                return hit[1]
        raise Gone(pattern)
