"""How a page learns who opened it: a code in the address, once and for five minutes."""

from __future__ import annotations

import re
import secrets
from urllib.parse import parse_qsl, urlencode, urlsplit

from tests.fakes.wechat.errors import ApiError, Json, require
from tests.fakes.wechat.state import State

CODE_LIFE = 300.0  # seconds
ORDER = ["appid", "redirect_uri", "response_type", "scope", "state"]
"""WeChat refuses a link whose parts stand in another order."""
STATE = re.compile(r"[a-zA-Z0-9]{0,128}")


def opened(state: State, openid: str, link: str) -> str:
    """Where WeChat's browser is led by an authorize link: the page's address with code and state.
    AssertionError for a link that WeChat would show an error for.
    """
    parts = urlsplit(link)
    asked = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=True)
    given = dict(asked)
    assert parts.path.endswith("/connect/oauth2/authorize"), link
    assert parts.fragment == "wechat_redirect", "the link has no #wechat_redirect"
    assert [name for name, _ in asked] == ORDER, "the parts stand in another order"
    assert given["appid"] == state.tokens.app_id, "another appid"
    assert given["response_type"] == "code" and given["scope"] == "snsapi_base"
    assert STATE.fullmatch(given["state"]), "a state of other signs, or too long"
    code = secrets.token_hex(16)
    state.codes[code] = (openid, state.now() + CODE_LIFE)
    page = given["redirect_uri"]
    joint = "&" if "?" in page else "?"
    return f"{page}{joint}{urlencode({'code': code, 'state': given['state']})}"


def exchange(state: State, wish: Json) -> Json:
    """GET /sns/oauth2/access_token?appid&secret&code&grant_type. Raises ApiError."""
    require(wish.get("grant_type") == "authorization_code", 40002)
    require(wish.get("appid") == state.tokens.app_id, 40013)
    require(wish.get("secret") == state.tokens.secret, 40125)
    code = str(wish.get("code", ""))
    openid, until = state.codes.get(code, ("", 0.0))
    if not openid and code in state.codes:
        raise ApiError(40163)
    require(openid and state.now() < until, 40029)
    state.codes[code] = ("", 0.0)
    return {
        "access_token": secrets.token_urlsafe(64),
        "expires_in": 7200,
        "refresh_token": secrets.token_urlsafe(64),
        "openid": openid,
        "scope": "snsapi_base",
    }
