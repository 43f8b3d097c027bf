"""The channel in memory: what the house says arrives at once, is marked by the real code, and
people hear it.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime

from bot.channels.channel import Sent
from bot.loops.afterwards import Outcome
from bot.loops.marking import mark
from handlers.dialog.setup import Setup
from storage.database import Database
from storage.outbox.letters import NOTICE, Letter

Hear = Callable[[str, Letter, str], None]


class Office:
    """In the place of bot/loops/delivery.py, whose pacing and tasks would only cost time here:
    `offer`, then `deliver`.
    """

    in_hand = 0

    def __init__(self, database: Database, setup: Setup, hear: Hear) -> None:
        self._database = database
        self._setup = setup
        self._hear = hear
        self._waiting: list[Letter] = []
        self._standing: dict[tuple[str, str], str] = {}
        self._ids = itertools.count(1)
        self.kinds: Counter[str] = Counter()
        self.rings: Counter[tuple[str, datetime]] = Counter()
        self.toasts: Counter[str] = Counter()

    def offer(self, letters: Iterable[Letter]) -> None:
        """Takes over what was just committed; a letter that replaces another puts it out of the
        queue.
        """
        for letter in letters:
            if letter.replaces:
                self._waiting = [
                    old
                    for old in self._waiting
                    if old.to != letter.to or old.replaces != letter.replaces
                ]
            if letter.state == "waiting":
                self._waiting.append(letter)

    async def deliver(self) -> None:
        """All that waits, chat by chat, answers before notices; then people hear it."""
        while self._waiting:
            letters, self._waiting = self._waiting, []
            # the same in every run
            letters.sort(key=lambda letter: (letter.to.chat, letter.lane, letter.id))
            outcomes = [Outcome(letter, self._send(letter)) for letter in letters]
            marked = await mark(self._database, self._setup, outcomes)
            self.offer(marked.letters)
            for outcome in outcomes:
                self._hear(
                    outcome.letter.to.chat,
                    outcome.letter,
                    outcome.sent[0].message_id if outcome.sent else "",
                )

    def _send(self, letter: Letter) -> list[Sent]:
        reply, chat = letter.reply, letter.to.chat
        if reply.press_ref:
            self.kinds["toast"] += 1
            if reply.text:
                self.toasts["".join(c for c in reply.text if not c.isascii())] += 1
            return []
        stands = (
            self._standing.get((chat, reply.slot), "") if reply.slot else reply.edits
        )
        if stands and (letter.replaces or reply.edits):
            self.kinds["card changed" if reply.slot else "message changed"] += 1
            return [Sent(stands, new=not reply.slot)]
        made = str(next(self._ids))
        if reply.slot:
            self._standing[chat, reply.slot] = made
        self._count(letter)
        return [Sent(made, "photo" if reply.photos else "text")]

    def _count(self, letter: Letter) -> None:
        reply = letter.reply
        if reply.slot.startswith("card:"):
            kind = "card"
        elif reply.place is not None:
            kind = "pin of a card"
        elif letter.lane == NOTICE:
            kind = "notice"
        else:
            kind = "question of a form" if letter.form_id else "answer"
        self.kinds[kind] += 1
        if not reply.silent and letter.lane == NOTICE and reply.place is None:
            day = (
                self._database.clock()
                .astimezone(self._setup.zone)
                .replace(hour=0, minute=0, second=0, microsecond=0)
            )
            self.rings[letter.to.chat, day] += 1
