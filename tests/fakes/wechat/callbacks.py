"""The sending side: every word and event is posted to the bot, and what the phone shows then."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Literal

from tests.fakes.calling_back import Calling, Try
from tests.fakes.wechat.errors import Json
from tests.fakes.wechat.letters import BadAnswer, Letter, Seal
from tests.fakes.wechat.phone import FAULT, Shown
from tests.fakes.wechat.state import State

UNSEEN = {"unsubscribe", "LOCATION", "VIEW", "TEMPLATESENDJOBFINISH"}
"""Events in whose place a phone shows nothing, whatever is answered."""
Outcome = Literal["", "nothing", "passive", "fault"]


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


class Sender(Calling[Callback]):
    """Posts callbacks as WeChat does."""

    def __init__(self, state: State, seal: Seal) -> None:
        super().__init__()
        self.state, self.seal = state, seal

    def send(self, openid: str, fields: Json) -> Callback:
        """On its way at once; others do not wait for it."""
        return self.begin(Callback(openid, fields))

    def letter(self, fields: Json) -> Letter:
        return self.seal.letter(fields, self.state.now())

    async def console(self, echo: str = "5951781252727318532") -> bool:
        """Whether the check of the address in the console succeeds."""
        letter = self.letter({"FromUserName": ""})
        names = ("signature", "timestamp", "nonce")
        query = {name: letter.query[name] for name in names} | {"echostr": echo}
        tried = await self.ask("GET", query)
        return tried.status == 200 and tried.body == echo.encode()

    def tried(self) -> None:
        self.state.changed.notify()

    def taken(self, callback: Callback, body: bytes) -> None:
        try:
            callback.shown = self.seal.read(body, callback.openid, self.state)
        except BadAnswer as reason:
            return self._fault(callback, str(reason))
        callback.outcome = "passive" if callback.shown else "nothing"
        self._over(callback)

    def lost(self, callback: Callback) -> None:
        self._fault(callback, "no answer in three tries")

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
