"""Links by which WeChat's browser says who opens our page (developers.weixin.qq.com, 网页授权,
snsapi_base). The state of a link is signed for one rider, and for the case to which it leads.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from bot.channels.tencent.authorize import authorize
from bot.channels.wechat.pages import LASTS
from bot.channels.wechat.receive import CHANNEL

BACK = "/?start=wechat"
"""Where WeChat's browser comes back to: the page, which posts what stands there."""
BEGIN = "/open/wechat"
LINK = "l"
CASE = "n"
STATE = re.compile(
    rf"{LINK}(?P<said>(?P<until>[0-9a-f]{{8}})(?P<who>[0-9a-f]{{16}})"
    rf"(?:{CASE}(?P<case>[0-9]{{1,18}}))?)(?P<sign>[0-9a-f]{{32}})"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """For `who` a link was made, and the case to which it leads."""

    who: str
    case: int | None = None


class Signed:
    """States for the links to one rider, for a day: letters and digits, at most 128."""

    def __init__(self, key: bytes, clock: Callable[[], datetime]) -> None:
        self._key = key
        self._clock = clock

    def made(self, openid: str, case: int | None = None) -> str:
        until = int((self._clock() + LASTS).timestamp())
        leads = "" if case is None else f"{CASE}{case}"
        said = f"{until:08x}{who(openid)}{leads}"
        return f"{LINK}{said}{self._sign(said)}"

    def wanted(self, state: str) -> Wanted | None:
        """None where it is not ours or too old."""
        found = STATE.fullmatch(state)
        if found is None or int(found["until"], 16) < self._clock().timestamp():
            return None
        if not hmac.compare_digest(self._sign(found["said"]), found["sign"]):
            return None
        return Wanted(found["who"], int(found["case"]) if found["case"] else None)

    def _sign(self, said: str) -> str:
        signed = f"{CHANNEL}\n{said}".encode()
        return hmac.new(
            self._key,
            signed,
            "sha256",
        ).hexdigest()[:32]


def who(openid: str) -> str:
    return sha256(openid.encode()).hexdigest()[:16]


class Authorizing:
    """`url` is our address as WeChat's console has it, https://grid.example.org."""

    def __init__(self, url: str, app_id: str, states: Signed) -> None:
        self._url = url.rstrip("/")
        self._app_id = app_id
        self.states = states

    @property
    def begins(self) -> str:
        """For the menu, which is the same for everybody."""
        return f"{self._url}{BEGIN}"

    def link(self, openid: str, case: int | None) -> str:
        return self.to(self.states.made(openid, case))

    def to(self, state: str) -> str:
        return authorize(self._app_id, f"{self._url}{BACK}", state)
