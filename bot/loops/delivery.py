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
from bot.loops.marking import Marked, Outcome, mark
from bot.loops.needed import needed
from bot.loops.queues import Queues
from domain.messages import Address
from handlers.dialog.setup import Setup
from storage.database import Database
from storage.outbox.letters import Letter

log = structlog.get_logger()
AT_ONCE = 256
# seconds; a row marked later than 5 ms after its send makes duplicates after a kill
GATHER = 0.004
PAUSE = 0.2  # seconds, where outcomes could not be written
SOON = 1.0  # seconds; Telegram takes no acknowledgement much later
MOST_BROKEN = 5  # tries of a letter at which the channel breaks


class Delivery:
    def __init__(
        self, database: Database, setup: Setup, channels: Mapping[str, Channel]
    ) -> None:
        self._database = database
        self._setup = setup
        self._channels = channels
        self._queues = Queues(channels)
        self._outcomes: list[Outcome] = []
        self._marking = False
        self._closing = False
        self._wake = asyncio.Event()
        self._marks = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Takes everything in hand that an earlier run left waiting."""
        async with self._database.unit() as unit:
            letters = await unit.outbox.waiting()
        self.offer(letters)

    def offer(self, letters: Iterable[Letter]) -> None:
        """Takes over rows that were just committed. A letter that replaces another one puts it
        out of the queue.
        """
        for letter in letters:
            if letter.to.channel not in self._channels:
                continue
            if letter.replaces:
                self._queues.chat(letter.to).drop_replaced(letter.replaces)
            if letter.state != "waiting":
                continue
            if letter.reply.press_ref and not self._closing:
                # a toast stands in no order with messages and counts for no pace
                self._begin(letter)
            else:
                self._queues.add(letter)
        self._wake.set()

    async def run(self) -> None:
        """Hands letters to their channels, the lowest lane first, as fast as the paces allow."""
        marker = asyncio.create_task(self._mark_loop())
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
        now = asyncio.get_running_loop().time()
        letters, wait = self._queues.take(now, AT_ONCE - len(self._tasks))
        for letter in letters:
            self._begin(letter)
        return wait

    def _begin(self, letter: Letter) -> None:
        task = asyncio.create_task(self._send(letter))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _send(self, letter: Letter) -> None:
        channel = self._channels[letter.to.channel]
        outcome = Outcome(letter, private=channel.is_private(letter.to.chat))
        try:
            standing, media = await needed(self._database, letter)
            outcome.sent = await channel.send(
                letter,
                standing,
                media,
            )
        except SendError as error:
            outcome.error = error
        except Exception as error:
            log.error(
                "delivery.broken",
                letter=letter.id,
                **told(error),
            )
            lasting = letter.tries >= MOST_BROKEN
            outcome.error = SendError(type(error).__name__, permanent=lasting)
        if not letter.durable:
            return self._acknowledged(letter, outcome.error)
        self._outcomes.append(outcome)
        self._marks.set()
        if outcome.error is None and not letter.reply.press_ref:
            self._queues.sent(letter)
            self._wake.set()

    def _acknowledged(self, letter: Letter, error: SendError | None) -> None:
        """A press that is still to be acknowledged is, a few times; nobody waits for longer."""
        letter.tries += 1
        if error is None or error.permanent or letter.tries >= MOST_BROKEN:
            return
        after = error.after.total_seconds() if error.after else SOON
        asyncio.get_running_loop().call_later(after, self.offer, [letter])

    # --- outcomes ---

    async def _mark_loop(self) -> None:
        while True:
            await self._marks.wait()
            await asyncio.sleep(GATHER)
            self._marks.clear()
            outcomes, self._outcomes = self._outcomes, []
            self._marking = True
            try:
                marked = await mark(
                    self._database,
                    self._setup,
                    outcomes,
                )
                self._go_on(outcomes, marked)
            except Exception as error:
                log.error(
                    "delivery.not_marked",
                    letters=len(outcomes),
                    **told(error),
                )
                self._outcomes = outcomes + self._outcomes
                self._marks.set()
                await asyncio.sleep(PAUSE)
            finally:
                self._marking = False

    def _go_on(self, outcomes: list[Outcome], marked: Marked) -> None:
        """Their chats may go on; what failed comes again, and what the marking itself had to say
        goes out.
        """
        for letter, after, tries in marked.again:
            self._again(letter, after, tries)
        for outcome in outcomes:
            error, letter = outcome.error, outcome.letter
            failed = error is not None and not letter.reply.press_ref
            # not where they have written since: what waits there is its answer
            gone = failed and letter.to in marked.lost
            self._queues.marked(letter, failed=failed, gone=gone)
        for old, new in marked.moved:
            self._rekey(old, new)
        for outcome in outcomes:
            self._queues.go_on(outcome.letter.to)
        self.offer(marked.letters)
        self._wake.set()

    def _again(self, letter: Letter, after: float, tries: int) -> None:
        loop = asyncio.get_running_loop()
        letter.tries = tries
        if letter.reply.press_ref:
            # beside the chat's queue, as before
            loop.call_later(after, self.offer, [letter])
        else:
            self._queues.again(letter, loop.time() + after)

    def _rekey(self, old: Address, new: Address) -> None:
        letters = self._queues.close(old)
        for letter in letters:
            letter.to = new
        self.offer(letters)

    # --- for the house ---

    async def settle(self, seconds: float) -> None:
        """Begins no more sends and waits until those under way are over and marked, at most so
        long.
        """
        self._closing = True
        loop = asyncio.get_running_loop()
        ends = loop.time() + seconds
        while (self._tasks or self.unmarked) and loop.time() < ends:
            await asyncio.sleep(0.005)

    @property
    def unmarked(self) -> bool:
        """Whether outcomes are still to be written down."""
        return bool(self._outcomes) or self._marking

    @property
    def in_hand(self) -> int:
        """Letters that wait or are being sent."""
        return len(self._queues) + len(self._tasks)
