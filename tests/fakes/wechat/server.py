"""A fake WeChat for one Official Account, as a real HTTP server in the test's process: a bot may be
killed and started beside it as often as you like.

Use:

    async with FakeWeChat() as wechat:
        wechat.callback_url = "http://127.0.0.1:8080/wechat"
        rider = wechat.rider("oRider0001")
        callback = await rider.says("井盖松了").over()
        assert callback.outcome == "passive"
        rider.taps("提交")
        await wechat.until(lambda: rider.last.words.startswith("已收到"))
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from aiohttp import web

from tests.fakes.standing import Standing
from tests.fakes.wechat.callbacks import Sender
from tests.fakes.wechat.failures import Failure, Kind
from tests.fakes.wechat.http import Api
from tests.fakes.wechat.letters import Seal
from tests.fakes.wechat.people import Rider
from tests.fakes.wechat.state import Follower, State

APP_ID, ACCOUNT, SECRET = "wx5823bf96d3bd56c7", "gh_7f083739789a", "made-up-app-secret"
TOKEN, KEY = "gridbeeoa", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
LARGEST_REQUEST = 16 * 1024 * 1024  # bytes, above every limit that has its own answer


class FakeWeChat(Standing):
    """One account's WeChat. `clock` gives epoch seconds; `passes` moves this side alone ahead."""

    def __init__(self, *, clock: Callable[[], float] = time.time) -> None:
        super().__init__()
        self.state: State = State(APP_ID, SECRET, clock)
        self.seal = Seal(APP_ID, ACCOUNT, TOKEN, KEY)
        self.sender: Sender = Sender(self.state, self.seal)
        self.api = Api(self.state, lambda: self.url)
        self.riders: dict[str, Rider] = {}

    # -- its life
    # ---

    def app(self) -> web.Application:
        """It stands instead of https://api.weixin.qq.com, and of mp. and open.weixin.qq.com."""
        app = web.Application(client_max_size=LARGEST_REQUEST)
        app.router.add_route("*", "/{rest:.*}", self.api.answer)
        return app

    async def start(self) -> None:
        await super().start()
        self.state.told_templates = self._template_told

    # -- the console
    # ---

    @property
    def callback_url(self) -> str:
        return self.sender.url

    @callback_url.setter
    def callback_url(self, url: str) -> None:
        self.sender.url = url

    def template(self, template_id: str, content: str) -> None:
        """A template of the account: "事项：{{thing1.DATA}}" and so on."""
        self.state.templates[template_id] = content

    # -- its people and its clock
    # ---

    def rider(self, openid: str, *, follows: bool = True) -> Rider:
        """A person, new or known; `follows` as if they had done so long ago."""
        if openid not in self.riders:
            follower = Follower(openid, subscribed=follows, since=int(self.state.now()))
            self.state.followers[openid] = follower
            self.riders[openid] = Rider(self.state, self.sender, follower, self.url)
        return self.riders[openid]

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
        """Plan a failure; `details` are fields of Failure: openid, skip, seconds."""
        failure = Failure(path, kind, times, errcode, **details)
        self.state.failures.planned.append(failure)
        return failure

    def _template_told(self, openid: str, number: int, arrived: bool) -> None:
        """WeChat tells by an event how a template message ended."""
        if self.callback_url:
            status = "success" if arrived else "failed:user block"
            self.riders[openid].does(
                "TEMPLATESENDJOBFINISH", MsgID=number, Status=status
            )
