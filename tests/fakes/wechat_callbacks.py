"""The sending side: every word and event is posted to the bot, up to three times, five seconds
each.
"""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, field
from typing import Literal

import aiohttp

from tests.fakes.wechat_errors import Json
from tests.fakes.wechat_letters import BadAnswer, Letter, Seal
from tests.fakes.wechat_phone import FAULT, Shown
from tests.fakes.wechat_state import State

TRIES = 3
UNSEEN = {"unsubscribe", "LOCATION", "VIEW", "TEMPLATESENDJOBFINISH"}
"""Events in whose place a phone shows nothing, whatever is answered."""
Outcome = Literal["", "nothing", "passive", "fault"]


@dataclass(frozen=True, slots=True)
class Try:
    """`status` is 0 where no answer came: `error` says why."""

    status: int
    body: bytes
    seconds: float
    error: str = ""


@dataclass(slots=True)
class Callback:
    """One word or event on its way to the bot; `why` is told with the outcome "fault"."""

    openid: str
    fields: Json
    tries: list[Try] = field(default_factory=list)
    outcome: Outcome = ""
    shown: Shown | None = None
    why: str = ""
    ended: asyncio.Event = field(default_factory=asyncio.Event)

    async def over(self) -> Callback:
        """When WeChat has an answer, or has given up."""
        await self.ended.wait()
        return self


class Sender:
    """Posts callbacks to `url`.

    `patience` is how long a try may take and, as nobody says what WeChat does where a connection
    is refused, also how far a try is from the one before: seconds of the machine, not of the
    fake's clock. With a `pause` they are so far from the end of the one before. `repeats_address`:
    whether further tries have the timestamp and nonce of the first.
    """

    def __init__(self, state: State, seal: Seal) -> None:
        self.state, self.seal = state, seal
        self.url = ""
        self.patience = 5.0
        self.pause: float | None = None
        self.repeats_address = False
        self.sent: list[Callback] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None
        self._limit: asyncio.Timeout | None = None

    async def start(self) -> None:
        connector = aiohttp.TCPConnector(limit=0)
        self._session = aiohttp.ClientSession(connector=connector)

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    def send(self, openid: str, fields: Json) -> Callback:
        """On its way at once; others do not wait for it."""
        assert self.url, "no callback address is set in the console"
        callback = Callback(openid, fields)
        self.sent.append(callback)
        task = asyncio.create_task(self._tries(callback), name="wechat callback")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return callback

    async def settled(self) -> None:
        """When every callback so far has its outcome."""
        await asyncio.gather(*(callback.over() for callback in self.sent))

    def gives_up(self) -> None:
        """The try that was begun last has lasted long enough."""
        assert self._limit is not None, "nothing was tried"
        self._limit.reschedule(0)

    async def post(self, letter: Letter) -> Try:
        """One try of any letter, also of a false one."""
        assert self._session is not None, "use `async with FakeWeChat()`"
        loop = asyncio.get_running_loop()
        began, status, body, error = loop.time(), 0, b"", ""
        try:
            async with asyncio.timeout(self.patience) as self._limit:
                async with self._session.post(
                    self.url,
                    params=letter.query,
                    data=letter.body,
                    headers={"Content-Type": "text/xml", "User-Agent": "Mozilla/4.0"},
                ) as response:
                    body = await response.read()
                    status = response.status
        except (aiohttp.ClientError, TimeoutError, OSError) as broken:
            error = type(broken).__name__
        return Try(status, body, loop.time() - began, error)

    async def console(self, echo: str = "5951781252727318532") -> bool:
        """Whether the check of the address in the console succeeds."""
        assert self._session is not None, "use `async with FakeWeChat()`"
        letter = self.seal.letter({"FromUserName": ""}, self.state.now())
        names = ("signature", "timestamp", "nonce")
        query = {name: letter.query[name] for name in names} | {"echostr": echo}
        with contextlib.suppress(aiohttp.ClientError, TimeoutError):
            async with asyncio.timeout(self.patience):
                async with self._session.get(self.url, params=query) as response:
                    return response.status == 200 and await response.text() == echo
        return False

    async def _tries(self, callback: Callback) -> None:
        letter = self.seal.letter(callback.fields, self.state.now())
        for left in reversed(range(TRIES)):
            tried = await self.post(letter)
            callback.tries.append(tried)
            self.state.changed.notify()
            if tried.status == 200:
                return self._end(callback, tried.body)
            if left:
                rest = self.patience - tried.seconds
                await asyncio.sleep(
                    max(0.0, rest) if self.pause is None else self.pause
                )
            if not self.repeats_address:
                letter = self.seal.letter(callback.fields, self.state.now())
        self._fault(callback, "no answer in three tries")

    def _end(self, callback: Callback, body: bytes) -> None:
        try:
            callback.shown = self.seal.read(body, callback.openid, self.state)
        except BadAnswer as reason:
            return self._fault(callback, str(reason))
        callback.outcome = "passive" if callback.shown else "nothing"
        self._over(callback)

    def _fault(self, callback: Callback, why: str) -> None:
        callback.outcome, callback.why = "fault", why
        callback.shown = Shown("fault", "text", FAULT, self.state.now())
        self._over(callback)

    def _over(self, callback: Callback) -> None:
        follower = self.state.followers[callback.openid]
        seen = callback.fields.get("Event") not in UNSEEN
        if callback.shown and seen and follower.subscribed:
            self.state.shows(follower, callback.shown)
        callback.ended.set()
        self.state.changed.notify()
