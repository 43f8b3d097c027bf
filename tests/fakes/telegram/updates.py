"""The queue of updates: getUpdates with its confirming by offset, and the webhook that replaces
it.
"""

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import aiohttp
import orjson

from tests.fakes.signal import Signal
from tests.fakes.telegram.message import Json
from tests.fakes.telegram.state import ApiError

TERMINATED = (
    "Conflict: terminated by other getUpdates request; make sure that only one "
    "bot instance is running"
)
BY_WEBHOOK = "Conflict: terminated by setWebhook request"
WHILE_WEBHOOK = (
    "Conflict: can't use getUpdates method while webhook is active; use "
    "deleteWebhook to delete the webhook first"
)
#: Not delivered unless asked for (core.telegram.org/bots/api#getupdates).
ONLY_IF_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
LONGEST_POLL = 50  # seconds; td's bot API server cuts longer timeouts to this
FIRST_UPDATE_ID = 100_000_001


class UpdateQueue:
    """Updates that the bot has not confirmed yet, and all there ever were."""

    def __init__(self) -> None:
        self.pending: deque[Json] = deque()
        self.repeated: deque[Json] = deque()
        self.everything: list[Json] = []
        self.by_id: dict[int, Json] = {}
        self.allowed: frozenset[str] | None = None
        self.arrived = Signal()
        self.webhook: Webhook | None = None
        self.backwards = (
            False  # the newest first, which Telegram never promised not to do
        )
        self._next_id = FIRST_UPDATE_ID
        self._poll: asyncio.Future[None] | None = None

    def push(self, kind: str, content: Json) -> int | None:
        """Queue an update; its id, or None when allowed_updates keeps this kind away."""
        if kind in ONLY_IF_ASKED if self.allowed is None else kind not in self.allowed:
            return None
        return self.push_raw({"update_id": self._next_id, kind: content})

    def push_raw(self, update: Json) -> int:
        """Queue an update as it is, however odd; without an update_id it gets the next one."""
        update.setdefault("update_id", self._next_id)
        self._next_id = max(self._next_id, update["update_id"] + 1)
        self.pending.append(update)
        self.everything.append(update)
        self.by_id[update["update_id"]] = update
        self._wake()
        return int(update["update_id"])

    def repeat(self, update_id: int) -> None:
        """Deliver an old update once more, even to a poller that has confirmed it."""
        self.repeated.append(self.by_id[update_id])
        self._wake()

    def unconfirmed(self) -> int:
        return len(self.pending) + len(self.repeated)

    def clear(self) -> None:
        self.pending.clear()
        self.repeated.clear()

    def take(self, offset: int, limit: int) -> list[Json]:
        """Forget what is below `offset` (negative: all but the last -offset), return what comes
        next.
        """
        while self.pending and (
            len(self.pending) > -offset
            if offset < 0
            else self.pending[0]["update_id"] < offset
        ):
            self.pending.popleft()
        again = [self.repeated.popleft() for _ in range(min(limit, len(self.repeated)))]
        found = again + [
            self.pending[index]
            for index in range(min(limit - len(again), len(self.pending)))
        ]
        return found[::-1] if self.backwards else found

    async def poll(self, offset: int, limit: int, timeout: float) -> list[Json]:
        """getUpdates; `timeout` in seconds, 0 answers at once. ApiError 409 when another asks
        meanwhile.
        """
        if self.webhook is not None:
            raise ApiError(409, WHILE_WEBHOOK)
        self.end_poll(TERMINATED)
        batch = self.take(offset, limit)
        if batch or timeout <= 0:
            return batch
        self._poll = mine = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(min(timeout, LONGEST_POLL)):
                await mine
        except TimeoutError:
            return []
        finally:
            if self._poll is mine:
                self._poll = None
        return self.take(offset, limit)

    def end_poll(self, reason: str) -> None:
        """End a getUpdates that is waiting with 409."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(ApiError(409, reason))
        self._poll = None

    def _wake(self) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
        self.arrived.notify()


@dataclass(slots=True)
class Webhook:
    """Posts updates in order to the bot's URL, each until it is answered with 2xx.

    Telegram waits minutes between tries; here the pause starts at `pause` and doubles up to
    `longest_pause` seconds.
    """

    url: str
    secret: str
    updates: UpdateQueue
    on_answer: Callable[[Json], Any]
    now: Callable[[], float]
    pause: float = 0.05
    longest_pause: float = 1.0
    timeout: float = 60.0
    tries: int = 0
    last_error: str = ""
    last_error_at: int = 0
    task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self.task = asyncio.create_task(self._run(), name="telegram webhook")

    async def stop(self) -> None:
        if self.task is not None:
            self.task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self.task

    async def _run(self) -> None:
        async with aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(self.timeout)
        ) as session:
            while True:
                more = self.updates.arrived.next()
                queue = self.updates.repeated or self.updates.pending
                if not queue:
                    await more
                    continue
                update = queue[0]
                await self._until_taken(session, update)
                if queue and queue[0] is update:
                    queue.popleft()

    async def _until_taken(self, session: aiohttp.ClientSession, update: Json) -> None:
        pause = self.pause
        while not await self._post(session, update):
            await asyncio.sleep(pause)
            pause = min(pause * 2, self.longest_pause)

    async def _post(self, session: aiohttp.ClientSession, update: Json) -> bool:
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.secret
        self.tries += 1
        try:
            async with session.post(
                self.url, data=orjson.dumps(update), headers=headers
            ) as response:
                body = await response.read()
                if not response.ok:
                    return self._failed(
                        f"Wrong response from the webhook: {response.status} {response.reason}"
                    )
        except (aiohttp.ClientError, TimeoutError) as error:
            return self._failed(
                "Read timeout expired"
                if isinstance(error, TimeoutError)
                else "Connection failed"
            )
        self._obey(body)
        return True

    def _failed(self, why: str) -> bool:
        self.last_error, self.last_error_at = why, int(self.now())
        return False

    def _obey(self, body: bytes) -> None:
        """A webhook's answer may itself be a method call: {"method": "sendMessage", ...}."""
        with contextlib.suppress(orjson.JSONDecodeError):
            answer = orjson.loads(body)
            if isinstance(answer, dict) and "method" in answer:
                self.on_answer(answer)
