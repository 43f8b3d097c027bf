"""What waits for each chat, and which letter may go next.

A chat's letters go in the order of lane and id, one after the other; chats go side by side, the
lowest lane first, as fast as the paces of chat and channel allow. Times are seconds of the loop's
clock.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from dataclasses import dataclass, field
from weakref import WeakValueDictionary

from bot.channels.channel import Channel
from bot.loops.pace import Bucket
from domain.messages import Address
from storage.outbox.letters import Letter

MANY_CHATS = 5000


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

    def push(self, letter: Letter) -> None:
        heapq.heappush(self.queue, (letter.lane, letter.id, letter))

    def drop_replaced(self, key: str) -> None:
        self.queue = [entry for entry in self.queue if entry[2].replaces != key]
        heapq.heapify(self.queue)


class Queues:
    def __init__(self, channels: Mapping[str, Channel]) -> None:
        self._channels = channels
        self._chats: dict[Address, Chat] = {}
        self._ready: list[tuple[int, int, Address]] = []
        self._overall: dict[str, Bucket] = {}
        # a pace goes with the last of the chats that share it
        self._buckets: WeakValueDictionary[Address, Bucket] = WeakValueDictionary()

    def __len__(self) -> int:
        return sum(len(chat.queue) for chat in self._chats.values())

    def chat(self, address: Address) -> Chat:
        if address not in self._chats:
            bucket = self._bucket(address.whole)
            self._chats[address] = Chat(address, bucket)
        return self._chats[address]

    def _bucket(self, whole: Address) -> Bucket:
        """The pace of a chat, which all its topics share: a channel counts by chat."""
        bucket = self._buckets.get(whole)
        if bucket is None:
            channel = self._channels[whole.channel]
            seconds, burst = channel.pace_of(whole.chat)
            bucket = Bucket(1 / seconds if seconds else 0, burst)
            self._buckets[whole] = bucket
        return bucket

    def add(self, letter: Letter) -> None:
        chat = self.chat(letter.to)
        chat.push(letter)
        self._put(chat)

    def _put(self, chat: Chat) -> None:
        if chat.queue and not chat.busy:
            lane, number, _ = chat.queue[0]
            heapq.heappush(self._ready, (lane, number, chat.address))

    def take(self, now: float, most: int) -> tuple[list[Letter], float | None]:
        """(letters that may go now, in how many seconds one more may: None if nothing waits)."""
        taken: list[Letter] = []
        soonest: float | None = None
        later: list[tuple[int, int, Address]] = []
        while self._ready and len(taken) < most:
            entry = heapq.heappop(self._ready)
            chat = self._next(entry)
            if chat is None:
                continue
            wait = self._wait(chat, now)
            if wait > 0:
                later.append(entry)
                soonest = wait if soonest is None else min(soonest, wait)
                continue
            chat.busy = True
            taken.append(heapq.heappop(chat.queue)[2])
        for entry in later:
            heapq.heappush(self._ready, entry)
        return taken, soonest

    def _next(self, entry: tuple[int, int, Address]) -> Chat | None:
        """The chat whose next letter this is; None where it is that no longer, or not yet."""
        chat = self._chats.get(entry[2])
        if chat is None or chat.busy or not chat.queue:
            return None
        _, number, letter = chat.queue[0]
        # what edits an unmarked message comes back when the marking is done
        if number != entry[1] or letter.reply.slot in chat.unmarked:
            return None
        return chat

    def _wait(self, chat: Chat, now: float) -> float:
        """Seconds until one may go; takes its place in both paces when that is now."""
        channel = self._channels[chat.address.channel]
        if channel.name not in self._overall:
            made = Bucket(channel.per_second, channel.burst)
            self._overall[channel.name] = made
        overall = self._overall[channel.name]
        wait = max(chat.bucket.wait(now), overall.wait(now))
        if wait <= 0:
            chat.bucket.take(now)
            overall.take(now)
        return wait

    # --- after a send ---

    def sent(self, letter: Letter) -> None:
        """The chat's next letter need not wait for the marking, unless it edits this very
        message.
        """
        chat = self._chats.get(letter.to)
        if chat is not None:
            if letter.reply.slot:
                chat.unmarked.add(letter.reply.slot)
            chat.busy = False
            self._put(chat)

    def again(self, letter: Letter, not_before: float) -> None:
        """It failed, and the whole chat waits; `go_on` is still to come."""
        chat = self.chat(letter.to)
        chat.push(letter)
        chat.bucket.hold(not_before)

    def marked(self, letter: Letter, *, failed: bool, gone: bool) -> None:
        """What became of it is written down. Nothing more goes to a chat that is gone."""
        chat = self._chats.get(letter.to)
        if chat is None:
            return
        chat.unmarked.discard(letter.reply.slot)
        if failed:
            chat.busy = False
            if gone:
                chat.queue.clear()

    def go_on(self, address: Address) -> None:
        """Chats with nothing to say are not kept, once there are many."""
        chat = self._chats.get(address)
        if chat is None:
            return
        self._put(chat)
        idle = not (chat.queue or chat.busy or chat.unmarked)
        if idle and len(self._chats) > MANY_CHATS:
            del self._chats[address]

    def close(self, address: Address) -> list[Letter]:
        """What waited there, in no order; the chat has another address now."""
        chat = self._chats.pop(address, None)
        return [letter for _, _, letter in chat.queue] if chat else []
