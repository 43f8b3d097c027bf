"""The chats for which something waits or waited lately, each with its pace.

A toast stands in no order with messages: it goes by a row of its own, and unpaced.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from weakref import WeakValueDictionary

from bot.channels.channel import Channel
from bot.loops.line import Chat
from bot.loops.pace import Bucket
from domain.messages import Address, Can
from storage.outbox.letters import Letter

MANY = 5000
TOASTS = 8  # at a time in a group; a person gets one after the other
TOAST = "!"  # behind a chat, before the number of one of its rows of toasts


class Chats:
    def __init__(self, channels: Mapping[str, Channel]) -> None:
        self._channels = channels
        self._chats: dict[Address, Chat] = {}
        # a pace goes with the last of the chats that share it
        self._buckets: WeakValueDictionary[Address, Bucket] = WeakValueDictionary()

    def all(self) -> Iterable[Chat]:
        return self._chats.values()

    def at(self, row: Address) -> Chat | None:
        return self._chats.get(row)

    def known(self, letter: Letter) -> Chat | None:
        """That of the letter, if there is one by now."""
        return self._chats.get(self._row_of(letter))

    def of(self, letter: Letter) -> Chat:
        """That of the letter, made where there is none."""
        row = self._row_of(letter)
        if row not in self._chats:
            self._chats[row] = self._made(row)
        return self._chats[row]

    def spare(self, chat: Chat) -> None:
        """One that has nothing to say is not kept, once there are many."""
        idle = not (chat.queue or chat.busy or chat.unmarked)
        if idle and len(self._chats) > MANY:
            del self._chats[chat.address]

    def drop(self, row: Address) -> Chat | None:
        return self._chats.pop(row, None)

    def _row_of(self, letter: Letter) -> Address:
        if not letter.reply.press_ref or self._can(letter.to).merges:
            return letter.to
        private = self._channels[letter.to.channel].is_private(letter.to.chat)
        number = letter.id % (1 if private else TOASTS)
        return Address(letter.to.channel, f"{letter.to.chat}{TOAST}{number}")

    def _made(self, row: Address) -> Chat:
        paced = TOAST not in row.chat
        bucket = self._bucket(row.whole) if paced else Bucket(0, 1)
        can = self._can(row)
        merges, counts, kept = can.merges, can.quota, can.kept
        return Chat(row, bucket, paced, merges=merges, counts=counts, kept=kept)

    def _can(self, chat: Address) -> Can:
        return self._channels[chat.channel].can(chat.chat)

    def _bucket(self, whole: Address) -> Bucket:
        """The pace of a chat, which all its topics share: a channel counts by chat."""
        bucket = self._buckets.get(whole)
        if bucket is None:
            channel = self._channels[whole.channel]
            seconds, burst = channel.pace_of(whole.chat)
            bucket = Bucket(1 / seconds if seconds else 0, burst)
            self._buckets[whole] = bucket
        return bucket
