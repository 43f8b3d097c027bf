"""The loop of what is said: outbox → channel.send → sent, again at, or given up.

All `waiting` rows of the outbox are in hand here. What is due later stays in the table until a tick
releases it.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterable, Mapping

import structlog

from bot.channels.channel import Channel, SendError
from bot.logs import told
from bot.loops.afterwards import Marked, Outcome
from bot.loops.coming_again import ComingAgain
from bot.loops.left import left, paged
from bot.loops.outcomes import PAUSE, Outcomes
from bot.loops.queues import Queues
from bot.loops.sending import MOST_BROKEN, outcome_of
from domain.messages import Address
from handlers.dialog.setup import Setup
from storage.database import Database
from storage.outbox.letters import ANNOUNCEMENT, Letter

log = structlog.get_logger()
SOON = 1.0  # seconds
LATEST = 15.0  # seconds; an acknowledgement that comes later is refused as too old


class Delivery:
    def __init__(
        self, database: Database, setup: Setup, channels: Mapping[str, Channel]
    ) -> None:
        self._database = database
        self._setup = setup
        self._channels = channels
        self.queues = Queues(channels)
        self._outcomes = Outcomes(database, setup, self._go_on)
        self._coming_again = ComingAgain(self.queues, self._outcomes)
        self._closing = False
        self._wake = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Takes everything in hand that an earlier run left waiting. What it was sending is not
        sent again: admins hear of how many announcements that was, and all else stands on a page
        where there is one.
        """
        waiting, unsure = await left(self._database, self._setup)
        self.offer(waiting)
        await paged(self._channels, unsure)

    def offer(self, letters: Iterable[Letter]) -> None:
        """Takes over rows that were just committed. A letter that replaces another one puts it
        out of the queue.
        """
        for letter in letters:
            if letter.to.channel not in self._channels:
                continue
            try:
                self._take_over(letter)
            except Exception as error:
                log.error("delivery.broken", letter=letter.id, **told(error))
                if letter.durable:
                    lost = SendError("no way", permanent=True)
                    self._outcomes.add(Outcome(letter, error=lost))
        self._wake.set()

    def _take_over(self, letter: Letter) -> None:
        if letter.replaces:
            self.queues.drop_replaced(letter)
        if letter.state != "waiting" or self._says_nothing(letter):
            return
        now = asyncio.get_running_loop().time()
        toast = letter.reply.press_ref and not self._closing
        if toast and self.queues.at_once(letter, now):
            self._begin(letter)
        elif letter.durable or not self._closing:
            self.queues.add(letter)

    def _says_nothing(self, letter: Letter) -> bool:
        """Whether it ends a wait that nobody sees there."""
        if letter.durable:
            return False
        return not self._channels[letter.to.channel].can(letter.to.chat).toasts

    def at_last(self, chat: Address) -> None:
        """The chat can be reached: what waited for that goes now."""
        self.queues.at_last(chat)
        self._wake.set()

    async def run(self) -> None:
        """Hands letters to their channels, the lowest lane first, as fast as the paces allow."""
        marker = asyncio.create_task(self._outcomes.run())
        try:
            while True:
                self._wake.clear()
                wait = self._send_what_may_go()
                # wait_for of Python 3.11 swallows a cancellation that comes with the wake
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(wait):
                        await self._wake.wait()
        finally:
            marker.cancel()

    def _send_what_may_go(self) -> float | None:
        """Starts sends until nothing may go. Returns in how many seconds something may, None if
        nothing waits.
        """
        if self._closing:
            return None
        if self._database.lease.over:
            return PAUSE
        letters, wait = self.queues.take(asyncio.get_running_loop().time())
        for letter in letters:
            if letter.lane == ANNOUNCEMENT or self._claims(letter):
                self._outcomes.add(Outcome(letter, begins=True))
            else:
                self._begin(letter)
        return wait

    def _claims(self, letter: Letter) -> bool:
        return self._channels[letter.to.channel].claims(letter.to.chat)

    def _begin(self, letter: Letter) -> None:
        task = asyncio.create_task(self._send(letter))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _send(self, letter: Letter) -> None:
        outcome = await outcome_of(self._database, self._channels, letter)
        error = outcome.error
        self.queues.ended(
            letter,
            asyncio.get_running_loop().time(),
            answered=error is None or error.answered,
            well=error is None,
        )
        if not letter.durable:
            return self._acknowledged(letter, error)
        self._outcomes.add(outcome)
        for one in letter.along:
            self._outcomes.add(outcome.of(one))
        if error is None:
            self.queues.sent(letter)
        self._wake.set()

    def _acknowledged(self, letter: Letter, error: SendError | None) -> None:
        """A press that is still to be acknowledged is, a few times; nobody waits for longer."""
        self.queues.marked(letter, failed=True, gone=False)
        self.queues.go_on(letter)
        self._wake.set()
        letter.tries += 1
        if error is None or error.permanent or letter.tries >= MOST_BROKEN:
            return
        after = error.after.total_seconds() if error.after else SOON
        if after <= LATEST:
            asyncio.get_running_loop().call_later(after, self.offer, [letter])

    # --- outcomes ---

    def _go_on(self, outcomes: list[Outcome], marked: Marked) -> None:
        """Their chats may go on; what failed comes again, and what the marking itself had to say
        goes out.
        """
        for letter in marked.begins:
            self._begin(letter)
        over = [outcome for outcome in outcomes if not outcome.begins]
        self._coming_again.hear(over, marked)
        for old, new in marked.moved:
            self._rekey(old, new)
        for outcome in over:
            self.queues.go_on(outcome.letter)
        self.offer(marked.letters)
        self._wake.set()

    def _rekey(self, old: Address, new: Address) -> None:
        letters = self.queues.close(old)
        for letter in letters:
            letter.to = new
        self.offer(letters)

    # --- for the house ---

    async def settle(self, seconds: float) -> None:
        """Begins no more sends and waits until those under way are over and marked, at most so
        long.
        """
        self._closing = True
        self._outcomes.close()
        loop = asyncio.get_running_loop()
        ends = loop.time() + seconds
        while (self._tasks or self.unmarked) and loop.time() < ends:
            await asyncio.sleep(0.005)

    @property
    def unmarked(self) -> bool:
        """Whether outcomes are still to be written down."""
        return self._outcomes.unmarked

    @property
    def in_hand(self) -> int:
        """Letters that wait or are being sent."""
        return len(self.queues) + len(self._tasks)
