"""What an account sets up: its menu, its QR codes; and what it may ask about itself and others."""

from __future__ import annotations

import io
from typing import Any

import segno
from PIL import Image

from tests.fakes.wechat.errors import ApiError, Json, require
from tests.fakes.wechat.media import Raw
from tests.fakes.wechat.state import State

DONE = {"errcode": 0, "errmsg": "ok"}
LONGEST_LIFE = 2_592_000  # seconds of a QR code that ends
WITH_KEY = (
    "click",
    "location_select",
    "pic_photo_or_album",
    "pic_sysphoto",
    "scancode_waitmsg",
)
KEY, URL = 128, 1024  # bytes
NAMES = {"button": (3, 16, 40016, 40018), "sub_button": (5, 60, 40023, 40025)}
"""How many, bytes of a name, and the refusals of either."""


def menu_create(state: State, wish: Json) -> Json:
    """POST /cgi-bin/menu/create. Raises ApiError."""
    require(state.verified, 48001)
    _check_buttons(wish.get("button"), "button")
    state.menu = wish
    return dict(DONE)


def menu_get(state: State, wish: Json) -> Json:
    require(state.verified, 48001)
    if state.menu is None:
        raise ApiError(46003)
    return {"menu": state.menu}


def menu_delete(state: State, wish: Json) -> Json:
    state.menu = None
    return dict(DONE)


def _check_buttons(buttons: Any, level: str) -> None:
    most, longest, too_many, too_long = NAMES[level]
    require(isinstance(buttons, list) and 1 <= len(buttons) <= most, too_many)
    for button in buttons:
        name = str(button.get("name", "")).encode()
        require(0 < len(name) <= longest, too_long)
        if level == "button" and button.get("sub_button"):
            _check_buttons(button["sub_button"], "sub_button")
        else:
            _check_what_it_does(button)


def _check_what_it_does(button: Json) -> None:
    kind = button.get("type")
    require(kind == "view" or kind in WITH_KEY, 40017)
    if kind == "view":
        require(0 < len(str(button.get("url", "")).encode()) <= URL, 40020)
    else:
        require(0 < len(str(button.get("key", "")).encode()) <= KEY, 40019)


def qrcode_create(state: State, wish: Json) -> Json:
    """POST /cgi-bin/qrcode/create with a text as scene. Raises ApiError."""
    name, info = wish.get("action_name"), wish.get("action_info")
    require(name in ("QR_STR_SCENE", "QR_LIMIT_STR_SCENE"), 40052)
    scene = info.get("scene", {}).get("scene_str") if isinstance(info, dict) else None
    require(isinstance(scene, str) and 1 <= len(scene) <= 64, 40053)
    number = state.number("ticket")
    ticket = f"gQH47joAAAAAAAAAASxodHRwOi8v+/{number:06d}=="
    state.tickets[ticket] = str(scene)
    told: Json = {"ticket": ticket, "url": f"http://weixin.qq.com/q/{number:06d}"}
    if name == "QR_STR_SCENE":
        life = wish.get("expire_seconds", 60)
        require(isinstance(life, int) and 0 < life <= LONGEST_LIFE, 40053)
        told["expire_seconds"] = life
    return told


def qrcode_picture(state: State, ticket: str) -> Raw | None:
    """GET /cgi-bin/showqrcode?ticket=…, without a token: a JPEG; None for no ticket of ours."""
    if ticket not in state.tickets:
        return None
    drawn, out = io.BytesIO(), io.BytesIO()
    segno.make(f"http://weixin.qq.com/q/{ticket[-8:-2]}").save(
        drawn, kind="png", scale=8
    )
    Image.open(drawn).convert("RGB").save(out, "JPEG")
    return Raw(out.getvalue(), "image/jpg")


def user_info(state: State, wish: Json) -> Json:
    """GET /cgi-bin/user/info?openid=…: of who does not follow, only that. Raises ApiError."""
    found = state.followers.get(str(wish.get("openid")))
    if found is None:
        raise ApiError(40003)
    if not found.subscribed:
        return {"subscribe": 0, "openid": found.openid, "tagid_list": []}
    return {
        "subscribe": 1,
        "openid": found.openid,
        "language": "zh_CN",
        "subscribe_time": found.since,
        "remark": "",
        "groupid": 0,
        "tagid_list": [],
        "subscribe_scene": "ADD_SCENE_QR_CODE" if found.scene else "ADD_SCENE_SEARCH",
        "qr_scene": 0,
        "qr_scene_str": found.scene,
    }


def callback_ips(state: State, wish: Json) -> Json:
    """GET /cgi-bin/getcallbackip."""
    return {"ip_list": ["127.0.0.1"]}
