"""What waits for each chat, and which letter may go next.

A chat's letters go in the order of lane and id, one after the other; chats go side by side, the
lowest lane first, as fast as the paces of chat and channel allow. A letter that fails again and
again while others arrive is put aside: those behind it need not wait. Times are seconds of the
loop's clock.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from bot.channels.channel import Channel
from bot.loops.aside import Aside
from bot.loops.chats import Chats
from bot.loops.line import Chat, Entry, Line
from domain.messages import Address
from storage.outbox.letters import Letter

NOTHING: frozenset[str] = frozenset()  # one for all chats
HOLDS_UP = 3  # tries by which a letter holds up those behind it


class Queues:
    def __init__(self, channels: Mapping[str, Channel]) -> None:
        self._channels = channels
        self._chats = Chats(channels)
        self._lines: dict[str, Line] = {}
        self._aside = Aside()
        # since when a letter has been failing
        self._failing: dict[int, float] = {}

    def __len__(self) -> int:
        waiting = sum(len(chat.queue) for chat in self._chats.all())
        return waiting + len(self._aside)

    def letters(self) -> Iterator[Letter]:
        """All that waits, in no order."""
        for chat in self._chats.all():
            yield from (letter for _, letter in chat.queue)
        yield from self._aside

    def add(self, letter: Letter) -> None:
        chat = self._chats.of(letter)
        chat.come(letter)
        self.line(letter).put(chat)

    def at_once(self, letter: Letter, now: float) -> bool:
        """Whether a toast may go this very moment, as most may; it counts as begun then."""
        chat, slots = self._chats.of(letter), self.line(letter).slots
        waits = chat.merges or chat.busy or chat.queue or chat.suspect
        if waits or slots.wait(letter.lane, now) > 0:
            return False
        chat.busy = True
        slots.begin(letter.id, now, suspect=False)
        return True

    def drop_replaced(self, letter: Letter) -> None:
        """Takes out what this letter replaces."""
        chat = self._chats.at(letter.to)
        if chat is not None:
            chat.drop_replaced(letter.replaces)
            self.line(letter).put(chat)
        self._aside.keep(
            lambda old: old.to != letter.to or old.replaces != letter.replaces
        )

    def take(self, now: float) -> tuple[list[Letter], float | None]:
        """(letters that may go now, in how many seconds one more may: None if nothing waits)."""
        for letter in self._aside.due(now):
            self.add(letter)
        soonest = self._aside.soonest(now)
        taken: list[Letter] = []
        for line in self._lines.values():
            letters, wait = line.take(now)
            taken += letters
            soonest = min(soonest, wait)
        return taken, None if math.isinf(soonest) else soonest

    # --- finding ---

    def line(self, letter: Letter) -> Line:
        """That of the letter's channel."""
        name = letter.to.channel
        if name not in self._lines:
            self._lines[name] = Line(self._channels[name], self._next)
        return self._lines[name]

    def lines(self) -> Mapping[str, Line]:
        return self._lines

    def _next(self, entry: Entry) -> Chat | None:
        """The chat whose next letter this is; None where it is that no longer, or not yet."""
        chat = self._chats.at(entry[1])
        if chat is None or chat.busy or not chat.queue:
            return None
        place, letter = chat.queue[0]
        # what edits an unmarked message comes back when the marking is done
        if place != entry[0] or letter.reply.slot in chat.unmarked:
            return None
        return chat

    # --- after a send ---

    def ended(
        self,
        letter: Letter,
        now: float,
        *,
        answered: bool,
        well: bool,
    ) -> None:
        """The send is over: its slot is free. `answered` says whether the other side said
        anything.
        """
        slots = self.line(letter).slots
        suspect = slots.end(letter.id, now, answered=answered, well=well)
        chat = self._chats.known(letter)
        if chat is not None:
            chat.suspect = suspect

    def sent(self, letter: Letter) -> None:
        """The chat's next letter need not wait for the marking, unless it edits this very
        message.
        """
        chat = self._chats.known(letter)
        if chat is not None:
            if letter.reply.slot:
                chat.unmarked |= {letter.reply.slot}
            chat.busy = False
            self.line(letter).put(chat)

    def again(
        self,
        letter: Letter,
        now: float,
        wait: float,
        tries: int,
        ours: bool = False,
    ) -> None:
        """It failed and comes again; `go_on` is still to come. The whole chat waits with it, but
        not for one that fails alone. `ours`: we did not let it go ourselves.
        """
        since = self._failing.setdefault(letter.id, now)
        failed = tries > letter.tries
        alone = self.line(letter).slots.well_at > since
        letter.tries = tries
        if failed and tries >= HOLDS_UP and alone:
            self._aside.put(letter, now + wait)
            return
        chat = self._chats.of(letter)
        chat.push(letter)
        chat.hold(letter, now + wait, ours)

    def marked(self, letter: Letter, *, failed: bool, gone: bool) -> None:
        """What became of it is written down. Nothing more goes to a chat that is gone."""
        chat = self._chats.known(letter)
        if chat is None:
            return
        if chat.unmarked:
            chat.unmarked = chat.unmarked - {letter.reply.slot} or NOTHING
        if failed:
            chat.busy = False
            if gone:
                chat.queue.clear()
                self._aside.take(letter.to)

    def done(self, letter: Letter) -> None:
        """It does not come again."""
        self._failing.pop(letter.id, None)

    def go_on(self, letter: Letter) -> None:
        """Chats with nothing to say are not kept, once there are many."""
        chat = self._chats.known(letter)
        if chat is not None:
            self.line(letter).put(chat)
            self._chats.spare(chat)

    def pending(self, address: Address) -> bool:
        """Whether something is being said there, or waits only for its turn."""
        chat = self._chats.at(address)
        return chat is not None and (chat.busy or bool(chat.queue))

    def at_last(self, address: Address) -> None:
        """What waited for the chat to be reachable need not wait any more."""
        chat = self._chats.at(address)
        if chat is None:
            return
        chat.at_once()
        for letter in self._aside.take(address):
            chat.push(letter)
        self._lines[address.channel].put(chat)

    def close(self, address: Address) -> list[Letter]:
        """What waited there, in no order; the chat has another address now."""
        chat = self._chats.drop(address)
        found = [letter for _, letter in chat.queue] if chat else []
        return found + self._aside.take(address)
