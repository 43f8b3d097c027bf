"""Who is who: members, logins from a page, ids of other apps; and the app's menu."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from tests.fakes.wecom.errors import DONE, ApiError, Json, require
from tests.fakes.wecom.state import Member, State

LOGIN_LIFE = 300.0  # seconds
MOST_IDS = 1000
AUTHORIZE = "https://open.weixin.qq.com/connect/oauth2/authorize"
ORDER = ["appid", "redirect_uri", "response_type", "scope", "state", "agentid"]
"""The parts of the authorize link (91022)."""
STATE = re.compile(r"[a-zA-Z0-9]{0,128}")
LEVELS = {"button": (3, 16), "sub_button": (5, 40)}
"""How many buttons, and bytes of a name (90231)."""
WITH_KEY = {
    "click",
    "scancode_push",
    "scancode_waitmsg",
    "pic_sysphoto",
    "pic_photo_or_album",
    "pic_weixin",
    "location_select",
}


def user_get(state: State, query: Json) -> Json:
    """GET /cgi-bin/user/get?userid=…: no mobile, no picture. Raises ApiError."""
    found = state.member(query.get("userid"))
    if found is None:
        raise ApiError(60111)
    require(found.sees, 60011)
    told: Json = {"userid": found.userid, "name": found.name, "status": 1}
    told |= {"department": list(found.department), "position": "", "isleader": 0}
    return DONE | told


def agent_get(state: State, query: Json) -> Json:
    """GET /cgi-bin/agent/get?agentid=…: the app itself. Raises ApiError."""
    state.own_agent(query.get("agentid"))
    return DONE | {"agentid": state.agent_id, "close": 0}


def login_code(state: State, member: Member) -> str:
    """What the page gets by the authorize link: once, five minutes."""
    code = f"CODE{state.number('login'):06d}"
    state.login_codes[code] = (member.userid, state.now() + LOGIN_LIFE)
    return code


def opened(state: State, link: str, code: str) -> str:
    """Where the app's browser is led by an authorize link. AssertionError for a link that WeCom
    would show an error for.
    """
    parts = urlsplit(link)
    asked = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=True)
    given = dict(asked)
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == AUTHORIZE, link
    assert parts.fragment == "wechat_redirect", "the link has no #wechat_redirect"
    assert [name for name, _ in asked] == ORDER, "the parts stand in another order"
    assert given["appid"] == state.corp_id, "another corp"
    assert given["agentid"] == str(state.agent_id), "another app"
    assert given["response_type"] == "code" and given["scope"] == "snsapi_base"
    assert STATE.fullmatch(given["state"]), "a state of other signs, or too long"
    page = given["redirect_uri"]
    joint = "&" if "?" in page else "?"
    return f"{page}{joint}{urlencode({'code': code, 'state': given['state']})}"


def outside_code(state: State) -> str:
    """What the page gets for somebody who is no member of the corp."""
    code = f"CODE{state.number('login'):06d}"
    state.login_codes[code] = ("", state.now() + LOGIN_LIFE)
    return code


def user_info(state: State, query: Json) -> Json:
    """GET /cgi-bin/auth/getuserinfo?code=…. Raises ApiError."""
    userid, until = state.login_codes.pop(str(query.get("code")), ("", 0.0))
    require(until > state.now(), 40029)
    return DONE | ({"userid": userid} if userid else {"openid": "oOutside"})


def open_id(state: State, member: Member) -> str:
    """As a bot that is none of the corp's own is told of somebody."""
    made = f"woAJ2GCAAA{member.userid.encode().hex()}"
    state.open_ids[made] = member.userid
    return made


def plain_ids(state: State, wish: Json) -> Json:
    """POST /cgi-bin/batch/openuserid_to_userid; plain ids come back as invalid (101521)."""
    asked: Any = wish.get("open_userid_list")
    require(isinstance(asked, list) and 0 < len(asked) <= MOST_IDS, 40058, "list")
    state.own_agent(wish.get("source_agentid"))
    known = [
        {"open_userid": one, "userid": state.open_ids[one]}
        for one in asked
        if one in state.open_ids
    ]
    bad = [one for one in asked if one not in state.open_ids]
    return DONE | {"userid_list": known, "invalid_open_userid_list": bad}


def menu_create(state: State, query: Json, wish: Json) -> Json:
    """POST /cgi-bin/menu/create?agentid=…. Raises ApiError."""
    state.own_agent(query.get("agentid"))
    _check(wish.get("button"), "button")
    state.menu = wish
    return dict(DONE)


def _check(buttons: Any, level: str) -> None:
    most, longest = LEVELS[level]
    require(isinstance(buttons, list) and 1 <= len(buttons) <= most, 40058, level)
    for button in buttons:
        name = str(button.get("name", "")).encode()
        require(0 < len(name) <= longest, 40058, "name")
        if level == "button" and button.get("sub_button"):
            _check(button["sub_button"], "sub_button")
            continue
        kind = button.get("type")
        require(kind == "view" or kind in WITH_KEY, 40058, "type")
        target = button.get("url" if kind == "view" else "key")
        require(target, 40058, "key or url")
        most_bytes = 1024 if kind == "view" else 128
        require(len(str(target).encode()) <= most_bytes, 40058, "key or url")
