"""What may go next through one channel: the chats whose turn it is, by lane and number, at the
channel's pace and as long as it has slots. Within a lane an alarm goes before all else, and what
was said of its case before it with it.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.channels.channel import Channel
from bot.loops.pace import Bucket
from bot.loops.slots import Slots
from domain.fitting import messages
from domain.messages import Address
from storage.outbox.letters import ANNOUNCEMENT, Letter

SOON = 0.5  # seconds, where nobody knows when a slot will be free

Place = tuple[int, bool, int]
Entry = tuple[Place, Address]


@dataclass(slots=True)
class Chat:
    """What waits for one chat. `busy` while a send, or the writing of its failure, is under way.

    `unmarked` are the living messages that were sent but whose ids are not written down yet. A
    `suspect` has let the last send hang. With `merges` all that waits goes as one message. Where it
    `counts` how much may be said, what rings is tried at once, though what waits may not go.
    With what is `kept` what is pressing need not wait for the pace.
    `changed`: something came since the last send began that its failure knows nothing of.
    `alarms` are the last that came, by case.
    """

    address: Address
    bucket: Bucket
    paced: bool = True
    queue: list[tuple[Place, Letter]] = field(default_factory=list)
    busy: bool = False
    suspect: bool = False
    unmarked: frozenset[str] = frozenset()
    merges: bool = False
    counts: bool = False
    kept: bool = False
    changed: bool = False
    alarms: dict[int, int] = field(default_factory=dict)

    def next(self) -> Letter:
        """The letter whose turn it is, with all that goes along."""
        letter = heapq.heappop(self.queue)[1]
        letter.along = []
        self.changed = False
        while self._merges(letter):
            letter.along.append(heapq.heappop(self.queue)[1])
        if not self.queue:
            self.alarms.clear()
        return letter

    def _merges(self, letter: Letter) -> bool:
        """An announcement goes by itself."""
        return self.merges and bool(self.queue) and self.queue[0][0][0] < ANNOUNCEMENT

    def push(self, letter: Letter) -> None:
        if letter.alarm and letter.case_id is not None:
            self._call(letter.case_id, letter.id)
        heapq.heappush(self.queue, (self._place(letter), letter))

    def _call(self, case_id: int, number: int) -> None:
        """What was said of the case before its alarm goes before it still."""
        self.alarms[case_id] = max(number, self.alarms.get(case_id, 0))
        if any(place[1] and one.case_id == case_id for place, one in self.queue):
            self.queue = [(self._place(letter), letter) for _, letter in self.queue]
            heapq.heapify(self.queue)

    def _place(self, letter: Letter) -> Place:
        first = letter.alarm
        if self.alarms and not first:
            first = letter.id < self.alarms.get(letter.case_id or 0, 0)
        return letter.lane, not first, letter.id

    def come(self, letter: Letter) -> None:
        self.push(letter)
        if self.bucket.ours and letter.pressing:
            self.bucket.hold(0)
        if self.counts and letter.reply.matter:
            self.at_once()

    def at_once(self) -> None:
        """What waits is tried now, or when the send that is under way is over."""
        self.changed = True
        self.bucket.hold(0)

    def hold(self, letter: Letter, until: float, ours: bool) -> None:
        """Nothing goes until then, but for what is pressing and has come meanwhile."""
        first = self.queue[0][1]
        passes = ours and first is not letter and first.pressing
        if not (self.changed or passes):
            self.bucket.hold(until, ours)

    def drop_replaced(self, key: str) -> None:
        self.queue = [entry for entry in self.queue if entry[1].replaces != key]
        heapq.heapify(self.queue)


Next = Callable[[Entry], Chat | None]


class Line:
    def __init__(self, channel: Channel, next_of: Next) -> None:
        """`next_of` tells the chat whose next letter an entry is, None where it is that no
        longer.
        """
        self.slots = Slots()
        self._next = next_of
        self._channel = channel
        self._overall = Bucket(channel.per_second, channel.burst)
        self._paced: list[Entry] = []
        self._unpaced: list[Entry] = []

    def put(self, chat: Chat) -> None:
        if chat.queue and not chat.busy:
            ready = self._paced if chat.paced else self._unpaced
            heapq.heappush(ready, (chat.queue[0][0], chat.address))

    def take(self, now: float) -> tuple[list[Letter], float]:
        """(letters that may go now, in how many seconds one more may: infinite if none waits)."""
        taken: list[Letter] = []
        soonest = min(
            self._take(self._unpaced, now, taken),
            self._take(self._paced, now, taken),
        )
        return taken, soonest

    def _take(
        self,
        ready: list[Entry],
        now: float,
        taken: list[Letter],
    ) -> float:
        """Whom the whole line stops, it stops for all behind: they are of no lower lane."""
        later: list[Entry] = []
        soonest = math.inf
        while ready:
            chat = self._next(ready[0])
            if chat is None:
                heapq.heappop(ready)
                continue
            wait = self._wait(chat, ready[0][0][0], now)
            if wait > 0:
                soonest = min(soonest, SOON if math.isinf(wait) else wait)
                break
            entry = heapq.heappop(ready)
            wait = self._wait_of(chat, now)
            if wait > 0:
                later.append(entry)
                soonest = min(soonest, wait)
            else:
                taken.append(self._begin(chat, now))
        for entry in later:
            heapq.heappush(ready, entry)
        return soonest

    def _wait(self, chat: Chat, lane: int, now: float) -> float:
        """Until the line lets one of this lane go."""
        pace = self._overall.wait(now) if chat.paced else 0.0
        return max(pace, self.slots.wait(lane, now))

    def _wait_of(self, chat: Chat, now: float) -> float:
        """Until its chat does."""
        if chat.suspect and not self.slots.room_for_suspects:
            return SOON
        if chat.kept and chat.queue[0][1].pressing:
            return chat.bucket.held(now)
        return chat.bucket.wait(now)

    def _begin(self, chat: Chat, now: float) -> Letter:
        letter = chat.next()
        many = messages(letter.reply, self._channel.can(letter.to.chat))
        chat.bucket.take(now, many)
        if chat.paced:
            self._overall.take(now, many)
        chat.busy = True
        self.slots.begin(letter.id, now, chat.suspect)
        return letter
