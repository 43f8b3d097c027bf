"""The sending side: every word and press is posted to the bot, up to three times, five seconds
each; anything but 200 is tried again (90238).
"""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import aiohttp

from tests.fakes.wecom_answers import Answered, BadAnswer, Reader
from tests.fakes.wecom_envelope import Envelope
from tests.fakes.wecom_errors import Json
from tests.fakes.wecom_phone import Card
from tests.fakes.wecom_state import Member, State
from tests.fakes.wecom_xml import written

TRIES = 3
NOTHING = Answered("")
ECHO_PATIENCE = 1.0  # seconds for the check in the console
Outcome = Literal["", "nothing", "answered", "bad answer", "lost"]


class Letter(NamedTuple):
    """A callback: what stands in the address, and the body."""

    query: dict[str, str]
    body: bytes


class Try(NamedTuple):
    """`status` is 0 where no answer came: `error` says why."""

    status: int
    body: bytes
    seconds: float
    error: str = ""


@dataclass(slots=True)
class Callback:
    """One word or event on its way to the bot; `pressed` is the card that it came from."""

    member: Member
    fields: Json
    pressed: Card | None = None
    tries: list[Try] = field(default_factory=list)
    outcome: Outcome = ""
    answered: Answered = NOTHING
    why: str = ""
    ended: asyncio.Event = field(default_factory=asyncio.Event)

    async def over(self) -> Callback:
        """When WeCom has an answer, or has given up."""
        await self.ended.wait()
        return self


class Sender:
    """Posts callbacks to `url`.

    `patience` is how long a try may take, and how far it is from the one before: seconds of the
    machine, not of the fake's clock. With a `pause` they are so far from the end of the one before.
    `repeats_address`: whether further tries have the timestamp and nonce of the first, which nobody
    says.
    """

    def __init__(self, state: State, envelope: Envelope) -> None:
        self.state, self.envelope = state, envelope
        self.reader = Reader(state, envelope)
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

    def send(
        self, member: Member, fields: Json, pressed: Card | None = None
    ) -> Callback:
        """On its way at once; others do not wait for it."""
        assert self.url, "no callback address is set in the console"
        callback = Callback(member, fields, pressed)
        self.sent.append(callback)
        task = asyncio.create_task(self._tries(callback), name="wecom callback")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return callback

    def letter(self, fields: Json) -> Letter:
        """Sealed as of now."""
        timestamp, nonce = str(int(self.state.now())), str(secrets.randbelow(10**10))
        encrypt = self.envelope.seal(written(fields))
        signature = self.envelope.signature(timestamp, nonce, encrypt)
        query = {"msg_signature": signature, "timestamp": timestamp, "nonce": nonce}
        around = {
            "ToUserName": self.state.corp_id,
            "Encrypt": encrypt,
            "AgentID": str(self.state.agent_id),
        }
        return Letter(query, written(around).encode())

    def gives_up(self) -> None:
        """The try that was begun last has lasted long enough."""
        assert self._limit is not None, "nothing was tried"
        self._limit.reschedule(0)

    async def post(self, letter: Letter) -> Try:
        """One try of any letter, also of a false one."""
        kind = {"Content-Type": "text/xml"}
        return await self._ask("POST", letter.query, letter.body, kind, self.patience)

    async def console(self, echo: str = "1616140317555161061") -> bool:
        """Whether the check of the address in the console succeeds: the bare text, within one
        second.
        """
        timestamp, nonce = str(int(self.state.now())), str(secrets.randbelow(10**10))
        sealed = self.envelope.seal(echo)
        signature = self.envelope.signature(timestamp, nonce, sealed)
        query = {"msg_signature": signature, "timestamp": timestamp, "nonce": nonce}
        query["echostr"] = sealed
        tried = await self._ask("GET", query, b"", {}, ECHO_PATIENCE)
        return tried.status == 200 and tried.body == echo.encode()

    async def _ask(
        self,
        verb: str,
        query: dict[str, str],
        body: bytes,
        headers: dict[str, str],
        patience: float,
    ) -> Try:
        assert self._session is not None, "use `async with FakeWeCom()`"
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            async with asyncio.timeout(patience) as self._limit:
                asked = self._session.request(
                    verb, self.url, params=query, data=body or None, headers=headers
                )
                async with asked as response:
                    found = await response.read()
                    return Try(response.status, found, loop.time() - began)
        except (aiohttp.ClientError, TimeoutError, OSError) as broken:
            return Try(0, b"", loop.time() - began, type(broken).__name__)

    async def _tries(self, callback: Callback) -> None:
        letter = self.letter(callback.fields)
        for left in reversed(range(TRIES)):
            tried = await self.post(letter)
            callback.tries.append(tried)
            if tried.status == 200:
                return self._answered(callback, tried.body)
            if left:
                rest = self.patience - tried.seconds
                await asyncio.sleep(
                    max(0.0, rest) if self.pause is None else self.pause
                )
            if not self.repeats_address:
                letter = self.letter(callback.fields)
        self._over(callback, "lost", "no 200 in three tries")

    def _answered(self, callback: Callback, body: bytes) -> None:
        userid = callback.member.userid
        try:
            callback.answered = self.reader.take(body, userid, callback.pressed)
        except BadAnswer as reason:
            return self._over(callback, "bad answer", str(reason))
        if callback.answered.shown is not None:
            callback.member.phone.append(callback.answered.shown)
        self._over(callback, "answered" if callback.answered.kind else "nothing")

    def _over(self, callback: Callback, outcome: Outcome, why: str = "") -> None:
        callback.outcome, callback.why = outcome, why
        callback.ended.set()
        self.state.changed.notify()
