"""The fake WeChat's files, menu, QR codes and page, as strict as the real ones."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from PIL import Image

from tests.fakes.telegram.caller import jpeg
from tests.fakes.wechat.caller import CREDENTIAL, WeChatCaller
from tests.fakes.wechat.server import FakeWeChat

DAY = 86400.0
MENU: dict[str, Any] = {
    "button": [
        {"name": "上报", "type": "click", "key": "report"},
        {"name": "我的事项", "type": "view", "url": "https://bee.example/me"},
        {
            "name": "更多",
            "sub_button": [
                {"name": "发送位置", "type": "location_select", "key": "place"},
                {"name": "拍照上报", "type": "pic_photo_or_album", "key": "pictures"},
            ],
        },
    ]
}


async def test_a_file_lives_three_days_and_errors_come_where_bytes_are_expected(
    wechat: FakeWeChat, ask: WeChatCaller
) -> None:
    picture = jpeg(64, 64)
    kept = await ask.uploads("image", picture)
    assert kept.keys() == {"type", "media_id", "created_at"}
    assert await ask.file(kept["media_id"]) == ("image/jpeg", picture)
    rider = wechat.rider("oRider0001")
    rider.follower.windows.says(wechat.state.now())
    wish = {
        "touser": rider.openid,
        "msgtype": "image",
        "image": {"media_id": kept["media_id"]},
    }
    assert (await ask.posts("message/custom/send", wish))["errcode"] == 0
    assert rider.last.media == picture
    film = await ask.uploads("video", b"\0\0\0\x18ftypmp42", "a.mp4")
    kind, body = await ask.file(film["media_id"])
    assert kind == "application/json"
    async with ask.session.get(json.loads(body)["video_url"]) as response:
        assert (await response.read()).startswith(b"\0\0\0\x18ftyp")
    wechat.passes(3 * DAY)
    await ask.signs_in()
    kind, body = await ask.file(kept["media_id"])
    assert (kind, json.loads(body)["errcode"]) == ("application/json", 40007)
    rider.follower.windows.says(wechat.state.now())
    assert (await ask.posts("message/custom/send", wish))["errcode"] == 40007


async def test_an_upload_is_a_named_file_of_its_kind_and_size(
    ask: WeChatCaller,
) -> None:
    wrong: list[tuple[int, str, bytes, str | None]] = [
        (40004, "file", b"x", "a.bin"),
        (41005, "image", jpeg(8, 8), None),
        (44002, "image", b"", "a.jpg"),
        (40005, "image", b"RIFFxxxxWEBP", "a.jpg"),
        (40006, "image", jpeg(8, 8) + b"\0" * 2 * 1024 * 1024, "a.jpg"),
        (40005, "voice", b"OggS", "a.ogg"),
        (45001, "thumb", b"\xff\xd8\xff" + b"\0" * 65536, "a.jpg"),
    ]
    for code, kind, data, name in wrong:
        assert (await ask.uploads(kind, data, name)).get("errcode") == code, code


async def test_a_menu_keeps_to_its_limits(
    wechat: FakeWeChat, ask: WeChatCaller
) -> None:
    assert (await ask.gets("menu/get"))["errcode"] == 46003
    assert (await ask.posts("menu/create", MENU))["errcode"] == 0
    assert (await ask.gets("menu/get"))["menu"] == MENU
    click = {"name": "上报", "type": "click", "key": "k"}
    wrong: dict[int, list[dict[str, Any]]] = {
        40016: [click] * 4,
        40018: [click | {"name": "上报隐患求助"}],
        40017: [click | {"type": "button"}],
        40019: [click | {"key": "k" * 129}],
        40020: [{"name": "页", "type": "view", "url": "https://" + "a" * 1020}],
        40023: [{"name": "更多", "sub_button": [click] * 6}],
        40025: [{"name": "更多", "sub_button": [click | {"name": "字" * 21}]}],
    }
    for code, buttons in wrong.items():
        assert (await ask.posts("menu/create", {"button": buttons}))["errcode"] == code
    assert (await ask.gets("menu/delete"))["errcode"] == 0
    wechat.state.verified = False
    assert (await ask.posts("menu/create", MENU))["errcode"] == 48001


async def test_a_scene_becomes_a_ticket_and_a_picture(
    wechat: FakeWeChat, ask: WeChatCaller
) -> None:
    def asks(name: str, scene: str, **more: Any) -> dict[str, Any]:
        return {
            "action_name": name,
            "action_info": {"scene": {"scene_str": scene}},
        } | more

    made = await ask.posts("qrcode/create", asks("QR_LIMIT_STR_SCENE", "g_G01"))
    assert wechat.state.tickets == {made["ticket"]: "g_G01"}
    query = {"ticket": made["ticket"]}
    async with ask.session.get(f"{wechat.url}/cgi-bin/showqrcode", params=query) as got:
        assert got.content_type == "image/jpg"
        picture = Image.open(io.BytesIO(await got.read()))
        assert picture.format == "JPEG"
    short = await ask.posts(
        "qrcode/create", asks("QR_STR_SCENE", "s", expire_seconds=60)
    )
    assert short["expire_seconds"] == 60
    for code, wish in (
        (40052, asks("QR_LIMIT", "s")),
        (40053, asks("QR_LIMIT_STR_SCENE", "s" * 65)),
        (40053, asks("QR_LIMIT_STR_SCENE", "")),
        (40053, asks("QR_STR_SCENE", "s", expire_seconds=2_592_001)),
    ):
        assert (await ask.posts("qrcode/create", wish))["errcode"] == code


async def test_a_code_from_the_page_is_exchanged_once_and_soon(
    wechat: FakeWeChat, ask: WeChatCaller
) -> None:
    rider = wechat.rider("oRider0001")
    link = (
        f"{wechat.url}/connect/oauth2/authorize?appid={CREDENTIAL['appid']}"
        "&redirect_uri=https%3A%2F%2Fbee.example%2Fme&response_type=code"
        "&scope=snsapi_base&state=abc123#wechat_redirect"
    )
    asked = {key: CREDENTIAL[key] for key in ("appid", "secret")}
    asked["grant_type"] = "authorization_code"

    async def exchanges(page: str) -> dict[str, Any]:
        code = page.partition("code=")[2].partition("&")[0]
        return await ask.gets("sns/oauth2/access_token", **asked, code=code)

    page = rider.opens(link)
    assert page.startswith("https://bee.example/me?code=") and page.endswith(
        "&state=abc123"
    )
    assert (await exchanges(page))["openid"] == rider.openid
    assert (await exchanges(page))["errcode"] == 40163
    page = rider.opens(link)
    wechat.passes(300)
    assert [(await exchanges(one))["errcode"] for one in (page, "code=x")] == [
        40029
    ] * 2
    for wrong in (link.replace("#wechat_redirect", ""), link.replace("abc", "a-c")):
        with pytest.raises(AssertionError):
            rider.opens(wrong)


async def test_who_follows_is_told_without_a_name(
    wechat: FakeWeChat, ask: WeChatCaller
) -> None:
    wechat.rider("oRider0001").follower.scene = "g_G01"
    told = await ask.gets("user/info", openid="oRider0001", lang="zh_CN")
    assert (told["subscribe"], told["qr_scene_str"]) == (1, "g_G01")
    assert not told.keys() & {"nickname", "headimgurl", "sex", "city"}
    wechat.rider("oRider0002", follows=False)
    assert (await ask.gets("user/info", openid="oRider0002"))["subscribe"] == 0
    assert (await ask.gets("user/info", openid="oNobody"))["errcode"] == 40003
