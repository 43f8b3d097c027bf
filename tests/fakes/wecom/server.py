"""A fake WeCom for one app of one corp, as a real HTTP server in the test's process: a bot may be
killed and started beside it as often as you like.

Use:

    async with FakeWeCom(clock=lambda: 1764150000.0) as wecom:
        wecom.callback_url = "http://127.0.0.1:8080/wecom"
        zhang = wecom.member("Zhang", "张强")
        callback = await zhang.says("/queue").over()
        assert callback.outcome == "answered"
        zhang.presses("接单")
        await wecom.until(lambda: zhang.cards[-1].replaced)
        wecom.passes(60)
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from aiohttp import web

from tests.fakes.aibot.robot import AiBot
from tests.fakes.standing import Standing
from tests.fakes.wecom.callbacks import Sender
from tests.fakes.wecom.envelope import Envelope
from tests.fakes.wecom.failures import Failure, Kind
from tests.fakes.wecom.http import Api
from tests.fakes.wecom.people import Person
from tests.fakes.wecom.state import Member, State
from tests.fakes.wecom.webhook import Robot, Robots

CORP_ID, AGENT_ID, SECRET = "ww1234567890abcdef", 1000002, "made-up-app-secret"
TOKEN, KEY = "gridbeeqy", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"
LARGEST_REQUEST = 32 * 1024 * 1024  # bytes, above every limit that has its own answer


class FakeWeCom(Standing):
    """One app's WeCom. `clock` gives epoch seconds; `passes` moves this side alone ahead."""

    def __init__(self, *, clock: Callable[[], float] = time.time) -> None:
        super().__init__()
        self.state: State = State(CORP_ID, AGENT_ID, SECRET, clock)
        self.envelope = Envelope(TOKEN, CORP_ID, KEY)
        self.sender: Sender = Sender(self.state, self.envelope)
        self.robots = Robots(self.state.now)
        self.people: dict[str, Person] = {}
        self.aibot = AiBot(self.state, lambda: self.url)
        self._api = Api(self.state, self.robots)

    # -- its life
    # ---

    def app(self) -> web.Application:
        """It stands instead of https://qyapi.weixin.qq.com."""
        app = web.Application(client_max_size=LARGEST_REQUEST)
        app.router.add_route("*", "/cgi-bin/{rest:.*}", self._api.answer)
        app.router.add_get("/picture/{media_id}", self._picture)
        app.router.add_get("/aibot", self.aibot.serve)
        return app

    async def stop(self) -> None:
        await self.aibot.stop()
        await super().stop()

    @property
    def aibot_url(self) -> str:
        """Instead of wss://openws.work.weixin.qq.com."""
        return f"ws://127.0.0.1:{self._port}/aibot"

    async def _picture(self, request: web.Request) -> web.Response:
        """PicUrl, and a file of the aibot: they need no token."""
        found = self.state.media.get(request.match_info["media_id"])
        if found is None or found.until <= self.state.now():
            return web.Response(status=404)
        return web.Response(body=found.data, content_type="image/jpeg")

    # -- the console
    # ---

    @property
    def callback_url(self) -> str:
        return self.sender.url

    @callback_url.setter
    def callback_url(self, url: str) -> None:
        self.sender.url, self.state.has_callback = url, bool(url)

    async def console(self) -> bool:
        """Whether the console takes the callback address."""
        return await self.sender.console()

    def robot(self, key: str = "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa") -> Robot:
        """A group's robot, new or known."""
        return self.robots.known.setdefault(key, Robot(key))

    # -- its people and its clock
    # ---

    def member(self, userid: str, name: str = "", *, sees: bool = True) -> Person:
        """A person, new or known; `sees` whether the app is for them."""
        mark = userid.lower()
        if mark not in self.people:
            member = Member(userid, name or userid, sees=sees)
            self.state.members[mark] = member
            self.people[mark] = Person(self.state, self.sender, member, self.url)
        return self.people[mark]

    # -- what goes wrong, and what went on
    # ---

    def fail(
        self,
        path: str | None = None,
        errcode: int = -1,
        times: int = 1,
        kind: Kind = "errcode",
        **details: Any,
    ) -> Failure:
        """Plan a failure; `details` are fields of Failure: skip, seconds."""
        failure = Failure(path, kind, times, errcode, **details)
        self.state.failures.planned.append(failure)
        return failure
