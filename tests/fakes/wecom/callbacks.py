"""The sending side: every word and press is posted to the bot, and what the phone shows then;
anything but 200 is tried again (90238).
"""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from tests.fakes.calling_back import Calling, Try
from tests.fakes.wecom.answers import Answered, BadAnswer, Reader
from tests.fakes.wecom.envelope import Envelope
from tests.fakes.wecom.errors import Json
from tests.fakes.wecom.phone import Card
from tests.fakes.wecom.state import Member, State
from tests.fakes.wecom.xml import written

NOTHING = Answered("")
ECHO_PATIENCE = 1.0  # seconds for the check in the console
Outcome = Literal["", "nothing", "answered", "bad answer", "lost"]


class Letter(NamedTuple):
    """A callback: what stands in the address, and the body."""

    query: dict[str, str]
    body: bytes


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


class Sender(Calling[Callback]):
    """Posts callbacks as WeCom does."""

    def __init__(self, state: State, envelope: Envelope) -> None:
        super().__init__()
        self.state, self.envelope = state, envelope
        self.reader = Reader(state, envelope)

    def send(
        self, member: Member, fields: Json, pressed: Card | None = None
    ) -> Callback:
        """On its way at once; others do not wait for it."""
        return self.begin(Callback(member, fields, pressed))

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

    async def console(self, echo: str = "1616140317555161061") -> bool:
        """Whether the check of the address in the console succeeds: the bare text, within one
        second.
        """
        timestamp, nonce = str(int(self.state.now())), str(secrets.randbelow(10**10))
        sealed = self.envelope.seal(echo)
        signature = self.envelope.signature(timestamp, nonce, sealed)
        query = {"msg_signature": signature, "timestamp": timestamp, "nonce": nonce}
        query["echostr"] = sealed
        tried = await self.ask("GET", query, patience=ECHO_PATIENCE)
        return tried.status == 200 and tried.body == echo.encode()

    def taken(self, callback: Callback, body: bytes) -> None:
        userid = callback.member.userid
        try:
            callback.answered = self.reader.take(body, userid, callback.pressed)
        except BadAnswer as reason:
            return self._over(callback, "bad answer", str(reason))
        if callback.answered.shown is not None:
            callback.member.phone.append(callback.answered.shown)
        self._over(callback, "answered" if callback.answered.kind else "nothing")

    def lost(self, callback: Callback) -> None:
        self._over(callback, "lost", "no 200 in three tries")

    def _over(self, callback: Callback, outcome: Outcome, why: str = "") -> None:
        callback.outcome, callback.why = outcome, why
        callback.ended.set()
        self.state.changed.notify()
