"""The loop of what is said: outbox → channel.send → sent, again at, or given up.

All `waiting` rows of the outbox are in hand here, per chat in the order of lane and id. What is due
later stays in the table until a tick releases it. Sends of one chat follow each other; chats go
side by side.
"""

from __future__ import annotations

import asyncio
import contextlib
import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import structlog

from bot.channels.channel import Channel, SendError
from bot.logs import told
from bot.loops.marking import Marked, Outcome, mark
from bot.loops.pace import Bucket
from domain.messages import Address
from handlers.dialog.setup import Setup
from storage.database import Database
from storage.memory.media import Kept
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage

log = structlog.get_logger()
AT_ONCE = 256
# seconds; a row marked later than 5 ms after its send makes duplicates after a kill
GATHER = 0.004


@dataclass(slots=True)
class Chat:
    """What waits for one chat. `busy` while a send, or the writing of its failure, is under way.

    `unmarked` are the living messages that were sent but whose ids are not written down yet.
    """

    address: Address
    bucket: Bucket
    queue: list[tuple[int, int, Letter]] = field(default_factory=list)
    busy: bool = False
    unmarked: set[str] = field(default_factory=set)
    not_before: float = 0.0

    def drop_replaced(self, key: str) -> None:
        self.queue = [entry for entry in self.queue if entry[2].replaces != key]
        heapq.heapify(self.queue)


class Delivery:
    def __init__(
        self, database: Database, setup: Setup, channels: Mapping[str, Channel]
    ) -> None:
        self._database = database
        self._setup = setup
        self._channels = channels
        self._chats: dict[Address, Chat] = {}
        self._ready: list[tuple[int, int, Address]] = []
        self._buckets: dict[str, Bucket] = {}
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
            channel = self._channels.get(letter.to.channel)
            if channel is None:
                continue
            chat = self._chat(letter.to, channel)
            if letter.replaces:
                chat.drop_replaced(letter.replaces)
            if (
                letter.reply.press_ref
                and letter.state == "waiting"
                and not self._closing
            ):
                # a toast stands in no order with messages and counts for no pace
                self._begin(letter)
            elif letter.state == "waiting":
                heapq.heappush(chat.queue, (letter.lane, letter.id, letter))
                self._put(chat)
        self._wake.set()

    def _chat(self, address: Address, channel: Channel) -> Chat:
        if address not in self._chats:
            seconds, burst = channel.pace_of(address.chat)
            self._chats[address] = Chat(
                address, Bucket(1 / seconds if seconds else 0, burst)
            )
        return self._chats[address]

    def _put(self, chat: Chat) -> None:
        if chat.queue and not chat.busy:
            lane, number, _ = chat.queue[0]
            heapq.heappush(self._ready, (lane, number, chat.address))
            self._wake.set()

    async def run(self) -> None:
        """Hands letters to their channels, the lowest lane first, as fast as the paces allow."""
        marker = asyncio.create_task(self._mark_loop())
        try:
            while True:
                self._wake.clear()
                wait = self._send_what_may_go()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._wake.wait(), wait)
        finally:
            marker.cancel()

    def _send_what_may_go(self) -> float | None:
        """Starts sends until nothing may go. Returns in how many seconds something may, None if
        nothing waits.
        """
        now = asyncio.get_running_loop().time()
        soonest: float | None = None
        later: list[tuple[int, int, Address]] = []
        while self._ready and len(self._tasks) < AT_ONCE and not self._closing:
            entry = heapq.heappop(self._ready)
            chat = self._chats.get(entry[2])
            if (
                chat is None
                or chat.busy
                or not chat.queue
                or chat.queue[0][1] != entry[1]
            ):
                continue
            if chat.queue[0][2].reply.slot in chat.unmarked:
                continue  # comes back when the marking is done
            wait = self._wait(chat, chat.queue[0][2], now)
            if wait > 0:
                later.append(entry)
                soonest = wait if soonest is None else min(soonest, wait)
                continue
            _, _, letter = heapq.heappop(chat.queue)
            chat.busy = True
            self._begin(letter)
        for entry in later:
            heapq.heappush(self._ready, entry)
        return soonest

    def _wait(self, chat: Chat, letter: Letter, now: float) -> float:
        """Seconds until this letter may go; takes its place in both paces when that is now."""
        if chat.not_before > now:
            return chat.not_before - now
        channel = self._channels[chat.address.channel]
        overall = self._buckets.setdefault(
            channel.name, Bucket(channel.per_second, channel.burst)
        )
        wait = max(chat.bucket.wait(now), overall.wait(now))
        if wait <= 0:
            chat.bucket.take(now)
            overall.take(now)
        return wait

    def _begin(self, letter: Letter) -> None:
        task = asyncio.create_task(self._send(letter))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _send(self, letter: Letter) -> None:
        outcome = Outcome(letter)
        try:
            standing, media = await self._needed(letter)
            outcome.sent = await self._channels[letter.to.channel].send(
                letter, standing, media
            )
        except SendError as error:
            outcome.error = error
        except Exception as error:
            log.error("delivery.broken", letter=letter.id, **told(error))
            outcome.error = SendError(type(error).__name__, permanent=letter.tries >= 5)
        self._outcomes.append(outcome)
        self._marks.set()
        if outcome.error is None and not letter.reply.press_ref:
            self._go_on_early(self._chats.get(letter.to), letter)

    def _go_on_early(self, chat: Chat | None, letter: Letter) -> None:
        """After a success the chat's next letter need not wait for the marking, unless it edits
        this very message.
        """
        if chat is not None:
            if letter.reply.slot:
                chat.unmarked.add(letter.reply.slot)
            chat.busy = False
            self._put(chat)

    async def _needed(self, letter: Letter) -> tuple[SentMessage | None, list[Kept]]:
        """The living message that the letter edits, and the media that it shows."""
        ids = (*letter.reply.photos, *letter.reply.files)
        rows, slot = self._database.memory.media.rows, letter.reply.slot
        known = [rows[one] for one in sorted(ids) if one in rows]
        # A card's first letter replaces nothing, so nothing of it stands anywhere yet.
        standing_wanted = bool(slot and letter.replaces)
        if not standing_wanted and len(known) == len(ids):
            return None, known
        async with self._database.reader() as reader:
            standing = None
            if standing_wanted:
                messages = reader.sent_messages
                standing = await messages.living(letter.to, letter.case_id, slot)
            return standing, await reader.media.get_many(ids)

    # --- outcomes ---

    async def _mark_loop(self) -> None:
        while True:
            await self._marks.wait()
            await asyncio.sleep(GATHER)
            self._marks.clear()
            outcomes, self._outcomes = self._outcomes, []
            self._marking = True
            try:
                marked = await mark(self._database, self._setup, outcomes)
                self._go_on(outcomes, marked)
            except Exception as error:
                log.error("delivery.not_marked", letters=len(outcomes), **told(error))
                self._outcomes = outcomes + self._outcomes
                self._marks.set()
                await asyncio.sleep(0.2)
            finally:
                self._marking = False

    def _go_on(self, outcomes: list[Outcome], marked: Marked) -> None:
        """Their chats may go on; what failed comes again, and what the marking itself had to say
        goes out.
        """
        now = asyncio.get_running_loop().time()
        for letter, after, tries in marked.again:
            letter.tries = tries
            if letter.reply.press_ref:
                # beside the chat's queue, as before
                asyncio.get_running_loop().call_later(after, self.offer, [letter])
                continue
            chat = self._chat(letter.to, self._channels[letter.to.channel])
            heapq.heappush(chat.queue, (letter.lane, letter.id, letter))
            chat.not_before = now + after
        for outcome in outcomes:
            known = self._chats.get(outcome.letter.to)
            if known is None:
                continue
            known.unmarked.discard(outcome.letter.reply.slot)
            if outcome.error is not None and not outcome.letter.reply.press_ref:
                known.busy = False
                if outcome.error.gone:
                    known.queue.clear()
        for old, new in marked.moved:
            self._rekey(old, new)
        for outcome in outcomes:
            kept = self._chats.get(outcome.letter.to)
            if kept is not None:
                self._put(kept)
                self._forget_idle(kept)
        self.offer(marked.letters)
        self._wake.set()

    def _rekey(self, old: Address, new: Address) -> None:
        chat = self._chats.pop(old, None)
        for _, _, letter in chat.queue if chat else ():
            letter.to = new
            self.offer([letter])

    def _forget_idle(self, chat: Chat) -> None:
        """Chats with nothing to say are not kept, once there are many."""
        if len(self._chats) > 5000 and not (chat.queue or chat.busy or chat.unmarked):
            del self._chats[chat.address]

    # --- for the house ---

    async def settle(self, seconds: float) -> None:
        """Begins no more sends and waits until those under way are over and marked, at most so
        long.
        """
        self._closing = True
        ends = asyncio.get_running_loop().time() + seconds
        while (
            self._tasks or self.unmarked
        ) and asyncio.get_running_loop().time() < ends:
            await asyncio.sleep(0.005)

    @property
    def unmarked(self) -> bool:
        """Whether outcomes are still to be written down."""
        return bool(self._outcomes) or self._marking

    @property
    def in_hand(self) -> int:
        """Letters that wait or are being sent."""
        return sum(len(chat.queue) for chat in self._chats.values()) + len(self._tasks)
