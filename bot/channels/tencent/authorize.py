"""Links by which WeChat's and WeCom's browsers say who opens our page, silently (网页授权,
snsapi_base; WeCom's document/path/91022), and what they bring back: an address of our page, which
posts it, so that looking changes nothing.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import NamedTuple
from urllib.parse import urlencode

import orjson
from starlette.requests import Request
from starlette.responses import Response

AUTHORIZE = "https://open.weixin.qq.com/connect/oauth2/authorize"
CODE = re.compile(r"[A-Za-z0-9_-]{1,512}")
LARGEST = 1024  # bytes of what the page posts
SOON = timedelta(minutes=10)
"""For the way there and back."""


class Back(NamedTuple):
    """What was brought."""

    code: str
    state: str


def authorize(app_id: str, back: str, state: str, **more: object) -> str:
    """The parts are wanted in this order. `back` is the address to which the browser returns."""
    asked = {
        "appid": app_id,
        "redirect_uri": back,
        "response_type": "code",
        "scope": "snsapi_base",
        "state": state,
    }
    return f"{AUTHORIZE}?{urlencode(asked | more)}#wechat_redirect"


def remembered(
    request: Request, answer: Response, name: str, value: str, at: str
) -> None:
    """What comes back has to come to the browser that has this cookie."""
    answer.set_cookie(
        name,
        value,
        max_age=int(SOON.total_seconds()),
        path=at,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )


async def posted(request: Request) -> dict[str, str]:
    """The fields of what a page posts; empty for what ours would not post."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            return {}
    try:
        found = orjson.loads(body)
        return {str(name): str(value) for name, value in found.items()}
    except (AttributeError, ValueError):
        return {}


async def brought(request: Request) -> Back | None:
    """None for what the page would not post."""
    fields = await posted(request)
    back = Back(fields.get("code", ""), fields.get("state", ""))
    fits = CODE.fullmatch(back.code) and back.state and back.state.isascii()
    return back if fits else None
