"""The web chat's protocol, asked of a real server: what it takes, what it refuses and in which
words.
"""

import asyncio
import io
from pathlib import Path
from urllib.parse import unquote

import pytest
from PIL import Image
from sqlalchemy import text

from bot.channels.web.hub import BEHIND, Hub
from bot.channels.web.links import PHOTO, Links
from bot.media.key import house_key
from domain.messages import Address
from storage.lease import Lease
from tests.house import jpeg
from tests.web.site import Person, Site, new_id, open_site

pytestmark = pytest.mark.asyncio(loop_scope="session")

EXIF_PLACE = 0x8825


async def count(site: Site, table: str) -> int:
    async with site.house.database.reader() as reader:
        return int(await reader.scalar(text(f"SELECT count(*) FROM {table}")) or 0)


def picture_with_place() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "SecretPhone"
    exif.get_ifd(EXIF_PLACE)[1] = "N"
    return jpeg(exif=exif)


async def test_health_says_to_a_proxy_that_this_house_runs_and_what_is_late(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with site.http.get(site.url + "/health") as answer:
        assert (answer.status, await answer.json()) == (200, {"state": "running"})
    monkeypatch.setitem(site.house.setup.troubles, "telegram", "polls")
    async with site.http.get(site.url + "/health") as answer:
        late = {"state": "running", "channels": {"telegram": "polls"}}
        assert (answer.status, await answer.json()) == (200, late)


async def test_health_says_when_its_place_in_the_database_is_not_sure(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Lease, "over", True)
    async with site.http.get(site.url + "/health") as answer:
        assert (answer.status, await answer.json()) == (503, {"state": "cut off"})


async def test_health_names_a_channel_that_is_not_configured_and_has_a_group(
    alone: Site,
) -> None:
    house, group = alone.house, Address("telegram", "-100")
    async with house.database.unit() as unit:
        await unit.groups.bind(group, "G01", 1)
    assert group not in house.database.directory.groups
    await house.switched_off.look()
    await house.watching.look()
    async with alone.http.get(alone.url + "/health") as answer:
        found = {"state": "running", "channels": {"telegram": "off"}}
        assert (answer.status, await answer.json()) == (200, found)


# --- the story ---


async def test_a_hazard_goes_from_the_rider_to_the_coordinator_and_back(
    site: Site,
) -> None:
    rider, coordinator = site.person("rider"), site.person("coordinator")
    number = await rider.files_hazard(jpeg())
    card = await coordinator.hears(number)
    assert len(card["photos"]) == 1
    await coordinator.presses("接单")
    await rider.hears("接单了")
    await coordinator.presses("问一句")
    await coordinator.hears("想问报事人什么")
    await coordinator.says("哪个口？")
    await rider.hears("哪个口？")
    await rider.says("东北角")
    await coordinator.hears("东北角")
    await coordinator.presses("办好了")
    await coordinator.hears("怎么解决的")
    await coordinator.sends(jpeg(colour=(1, 99, 1)), caption="换了新井盖")
    answer = await rider.hears("换了新井盖")
    assert len(answer["photos"]) == 1
    await rider.presses("已解决")
    await rider.presses("⭐⭐⭐⭐⭐")
    await rider.hears("谢谢你")
    await coordinator.hears("报事人说：已解决")


async def test_a_card_is_edited_where_it_stands(site: Site) -> None:
    rider, coordinator = site.person("rider"), site.person("coordinator")
    number = await rider.files_hazard(jpeg())
    before = await coordinator.hears(number)
    await coordinator.presses("接单")
    await coordinator.hears("处理中")
    after = await coordinator.hears("处理中")
    assert after["id"] == before["id"]
    assert after["seq"] > before["seq"]
    assert after["photos"] == before["photos"]


# --- exactly once ---


async def test_the_same_id_twice_is_one_message_and_one_event(site: Site) -> None:
    rider, made = site.person("rider"), new_id()
    for _ in range(3):
        assert await rider.says("我的钱包丢了", made=made) == (200, {"ok": True})
    await rider.hears("提交")
    assert len(await rider.own()) == 1
    assert await count(site, "seen") == 1


async def test_two_copies_at_the_same_moment_are_one(site: Site) -> None:
    rider, made = site.person("rider"), new_id()
    answers = await asyncio.gather(
        *(rider.says("我的钱包丢了", made=made) for _ in range(5))
    )
    assert {status for status, _ in answers} == {200}
    assert len(await rider.own()) == 1
    assert await count(site, "seen") == 1


async def test_an_upload_sent_twice_is_kept_once(site: Site) -> None:
    rider, made = site.person("rider"), new_id()
    for _ in range(2):
        assert (
            await rider.sends(jpeg(), jpeg(colour=(9, 9, 9)), caption="井盖", made=made)
        )[0] == 200
    assert len(await rider.own()) == 1
    assert await count(site, "media") == 2


async def test_a_press_sent_twice_makes_one_case(site: Site) -> None:
    rider, made = site.person("rider"), new_id()
    await rider.says("车子钱包丢了，帮忙找找")
    message, data = await rider.button("提交")
    for again in (made, made, new_id()):
        assert (
            await rider.posts(
                "say", json={"id": again, "press": {"message": message, "data": data}}
            )
        )[0] == 200
    await rider.hears("收到，编号")
    assert await count(site, "cases") == 1


async def test_after_a_lost_response_the_repeated_message_is_the_same_one(
    template: Path, tmp_path: Path
) -> None:
    made = new_id()
    async with open_site(template, tmp_path / "data") as site:
        await site.person("rider").says("我的钱包丢了", made=made)
    async with open_site(template, tmp_path / "data") as site:
        rider = site.person("rider")
        assert (await rider.says("我的钱包丢了", made=made))[0] == 200
        assert len(await rider.own()) == 1
        assert await count(site, "seen") == 1


async def test_an_own_message_comes_back_with_the_id_the_page_gave_it(
    site: Site,
) -> None:
    rider, made, photo = site.person("rider"), new_id(), new_id()
    await rider.says("我的钱包丢了", made=made)
    await rider.sends(jpeg(), made=photo)
    assert [message["uuid"] for message in await rider.own()] == [made, photo]


async def test_what_could_not_be_stored_is_not_confirmed(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    rider, made = site.person("rider"), new_id()

    async def broken(_: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(site.house.intake, "handle", broken)
        assert (await rider.says("我的钱包丢了", made=made))[0] == 503
    assert (await rider.says("我的钱包丢了", made=made))[0] == 200
    assert len(await rider.own()) == 1


# --- refusals ---


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'"x"',
        b"null",
        b'{"id": "short"}',
        b'{"text": "no id"}',
        b'{"id": 12345678}',
        b'{"id": "abcdefgh-1", "what": "unknown key"}',
        b'{"id": "abcdefgh-1", "place": {"lat": 91, "lon": 0}}',
        b'{"id": "abcdefgh-1", "place": {"lat": "NaN", "lon": 0}}',
        b'{"id": "abcdefgh-1", "press": {"data": "x"}}',
        b'{"id": "abcdefgh-1", "edit": 1000000000000000000000000000000, "text": "x"}',
        b'{"id": "abcdefgh-1", "reply_to": 1000000000000000000000000000000, "text": "x"}',
        b'{"id": "abcdefgh-1", "text": "\\ud800"}',
        b'{"id": "abcdefgh-1", "text": "\xff"}',
        b'{"id": "../../etc/passwd"}',
        b'{"id": "abcdefgh-1", "press": {"message": 1, "data": "' + b"x" * 65 + b'"}}',
        b" " * 1_100_000,
    ],
    ids=range(19),
)
async def test_what_cannot_be_read_is_refused_in_words(site: Site, body: bytes) -> None:
    status, answer = await site.person("rider").posts("say", data=io.BytesIO(body))
    assert (status, answer) == (400, {"error": "这条我没看懂，请再发一次。"})
    assert await count(site, "web_messages") == 0


async def test_a_refusal_is_in_the_language_of_the_person(site: Site) -> None:
    rider = site.person("rider")
    assert (await rider.says())[1]["error"].startswith("这种消息我看不懂")
    await rider.says("/lang en")
    await rider.hears("English")
    for status, answer in (
        await rider.says(),
        await rider.posts("say", data=b"{"),
        await rider.sends(b"no picture"),
        await rider.sends(*[jpeg()] * 10),
        await rider.says("mine now", edit=99999),
    ):
        assert status == 400
        assert answer["error"].isascii() and len(answer["error"].split()) > 4, answer


async def test_a_hundred_thousand_characters_are_kept_and_answered_with_both_numbers(
    site: Site,
) -> None:
    rider = site.person("rider")
    assert (await rider.says("井" * 100_000))[0] == 200
    heard = await rider.hears("个字")
    assert "100000" in heard["html"] and "3000" in heard["html"]
    assert (await rider.own())[-1]["html"] == "井" * 100_000
    assert (await count(site, "cases"), await count(site, "forms")) == (0, 0)


async def test_danger_is_heard_in_words_that_are_too_long(site: Site) -> None:
    rider = site.person("rider")
    assert (await rider.says("楼道着火了，" + "快来" * 2000))[0] == 200
    await rider.hears("太长了")
    assert await count(site, "cases") == 1
    assert (await rider.messages())[-1]["mine"] is False


async def test_a_picture_is_taken_below_which_too_much_was_written(site: Site) -> None:
    rider = site.person("rider")
    assert (await rider.sends(jpeg(), caption="井" * 3001))[0] == 200
    await rider.hears("3001")
    await rider.says("路口地砖坏了")
    await rider.hears("在哪儿")
    assert await count(site, "media") == 1


async def test_words_too_long_that_are_shortened_by_an_edit_are_said(
    site: Site,
) -> None:
    rider = site.person("rider")
    await rider.says("井" * 3001)
    await rider.hears("3001")
    number = (await rider.own())[-1]["id"]
    assert (await rider.says("路口地砖坏了", edit=number))[0] == 200
    await rider.hears("在哪儿")
    assert (await rider.says("路口两块地砖坏了", edit=number))[0] == 200
    assert await count(site, "forms") == 1
    assert (await rider.says("路" * 3001, edit=number))[0] == 200
    await rider.hears("3001")


@pytest.mark.parametrize(
    "files",
    [[jpeg()] * 10, [b"no picture"]],
    ids=["too many", "no picture"],
)
async def test_what_stands_beside_files_that_are_refused_is_heard_once(
    site: Site, files: list[bytes]
) -> None:
    rider, made = site.person("rider"), new_id()
    for _ in range(2):  # the page repeats what it is not sure of
        status, answer = await rider.sends(*files, caption="楼道着火了", made=made)
        assert (status, answer["heard"]) == (400, True)
    await rider.hears("119")
    assert await count(site, "cases") == 1
    assert [one["html"] for one in await rider.own()] == ["楼道着火了"]
    status, answer = await rider.sends(*files)
    assert status == 400 and "heard" not in answer


async def test_words_of_just_the_allowed_length_are_taken(site: Site) -> None:
    assert (await site.person("rider").says("井" * 3000))[0] == 200


async def test_a_file_that_is_no_picture_is_refused_kindly(site: Site) -> None:
    rider = site.person("rider")
    for data, mime in (
        (b"<html>", "image/jpeg"),
        (b"", "image/png"),
        (b"<svg/>", "image/svg+xml"),
        (jpeg()[:200], "image/jpeg"),
    ):
        status, answer = await rider.sends(data, mime=mime)
        assert (status, answer["error"][:14]) == (400, "刚才有一个文件打不开，不是照")
    assert await count(site, "media") == 0


async def test_the_tenth_picture_is_refused_and_the_ninth_is_not(site: Site) -> None:
    rider = site.person("rider")
    status, answer = await rider.sends(*[jpeg()] * 10)
    assert (status, "9 张" in answer["error"]) == (400, True)
    status, answer = await rider.sends(*[jpeg()] * 30)
    assert (status, "9 张" in answer["error"]) == (400, True)
    assert (await rider.sends(*[jpeg()] * 9))[0] == 200


async def test_more_than_a_hundred_parts_are_refused_in_words(site: Site) -> None:
    status, answer = await site.person("rider").sends(*[b"x"] * 120)
    assert (status, answer["error"]) == (400, "这条我没看懂，请再发一次。")


async def test_a_file_over_twenty_megabytes_is_refused(site: Site) -> None:
    rider = site.person("rider")
    status, answer = await rider.sends(b"x" * (20 * 2**20 + 1), mime="video/mp4")
    assert (status, "20 MB" in answer["error"]) == (400, True)
    assert (await rider.sends(b"x" * (20 * 2**20), mime="application/pdf"))[0] == 200


async def test_an_endless_upload_is_refused_before_it_is_read(site: Site) -> None:
    rider = site.person("rider")
    headers = {
        "content-length": str(10**12),
        "content-type": "multipart/form-data; boundary=x",
    }
    reader, writer = await asyncio.open_connection("127.0.0.1", site.house.port)
    headers |= rider.headers
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    writer.write(f"POST /api/chat/me/files HTTP/1.1\r\nhost: x\r\n{lines}\r\n".encode())
    assert b" 400 " in await asyncio.wait_for(reader.readline(), 5)
    writer.close()
    await writer.wait_closed()


async def test_nothing_at_all_is_refused(site: Site) -> None:
    rider = site.person("rider")
    assert (await rider.sends())[0] == 400
    assert (await rider.says("  \n "))[0] == 400
    assert (await rider.posts("files", data=b"garbage"))[0] == 400


async def test_a_nul_among_the_words_is_dropped(site: Site) -> None:
    rider = site.person("rider")
    assert (await rider.says("我\0的钱包丢了"))[0] == 200
    assert (await rider.own())[0]["html"] == "我的钱包丢了"


# --- pictures and files ---


async def test_a_stored_picture_has_no_exif(site: Site) -> None:
    rider = site.person("rider")
    await rider.sends(picture_with_place())
    url = (await rider.own())[0]["photos"][0]["url"]
    async with rider.asks(url) as answer:
        data = await answer.read()
        assert answer.content_type == "image/jpeg"
        assert answer.headers["cache-control"] == "no-store"
    assert b"SecretPhone" not in data and b"Exif" not in data
    assert not dict(Image.open(io.BytesIO(data)).getexif())


async def test_a_document_is_served_as_an_attachment(site: Site) -> None:
    rider = site.person("rider")
    await rider.sends(
        b"<script>alert(1)</script>", mime="text/html", name="../../<evil>.html"
    )
    shown = (await rider.own())[0]["files"][0]
    assert (
        "/" not in shown["name"]
        and "<" not in shown["name"]
        and shown["name"].endswith(".html")
    )
    async with rider.asks(shown["url"]) as answer:
        assert answer.headers["content-disposition"] == "attachment"
        assert answer.headers["cache-control"] == "no-store"
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["x-content-type-options"] == "nosniff"


async def test_a_voice_message_is_played_in_the_page(site: Site) -> None:
    rider = site.person("rider")
    await rider.sends(b"OggS" + b"\0" * 50, mime="audio/ogg", name="v.ogg")
    shown = (await rider.own())[0]["files"][0]
    async with rider.asks(shown["url"]) as answer:
        assert (shown["kind"], answer.content_type) == ("voice", "audio/ogg")
        assert answer.headers["content-disposition"] == "attachment"


async def test_how_long_a_voice_message_is_is_read_off_the_file(site: Site) -> None:
    rider = site.person("rider")
    end = b"OggS\0\4" + (12 * 48_000).to_bytes(8, "little") + bytes(12)
    data = b"OggS\0\2" + bytes(20) + b"OpusHead" + bytes(11) + end
    await rider.sends(data, mime="audio/ogg", name="v.ogg")
    await rider.hears("🎤 1 段语音，12 秒")


@pytest.mark.parametrize(
    "name",
    [
        "..%2f..%2fgridbee.db",
        "%2e%2e/%2e%2e/demo.json",
        "a" * 63,
        "A" * 64,
        "0" * 64,
        "g" * 64,
        "..",
        "%00" * 21,
    ],
)
async def test_only_the_hash_of_a_stored_file_opens_one(site: Site, name: str) -> None:
    key = house_key(site.data / "files")
    links = Links(key, lambda: site.house.database.clock())
    signed = links.made("demo-rider", 0, unquote(name), PHOTO)
    reader, writer = await asyncio.open_connection("127.0.0.1", site.house.port)
    writer.write(
        (
            f"GET /api/chat/me/file/{name}{signed} HTTP/1.1\r\nhost: x\r\n"
            f"cookie: gridbee={site.tokens['rider']}\r\nconnection: close\r\n\r\n"
        ).encode()
    )
    assert b" 404 " in await reader.readline()
    writer.close()


@pytest.mark.parametrize(
    "path",
    ["..%2fapp.py", "../app.py", "%2e%2e/send.py", "....//app.py", "/etc/passwd"],
)
async def test_the_static_folder_does_not_open_upwards(site: Site, path: str) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", site.house.port)
    writer.write(
        f"GET /static/{path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n".encode()
    )
    assert b" 404 " in await reader.readline()
    writer.close()


# --- who may ---


async def test_a_wrong_token_opens_nothing(site: Site) -> None:
    stranger = Person(site, "wrong")
    for path in ("log", "live", "file/" + "0" * 64):
        async with stranger.asks(f"/api/chat/me/{path}") as answer:
            assert answer.status == 404
    status, answer = await stranger.says("我的钱包丢了")
    assert (status, answer["error"]) == (404, "这里没有登录，请从首页重新进来。")
    assert (await stranger.sends(jpeg()))[0] == 404
    assert await count(site, "web_messages") == 0


async def test_somebody_elses_buttons_do_nothing(site: Site) -> None:
    rider, coordinator = site.person("rider"), site.person("coordinator")
    await rider.says("车子钱包丢了，帮忙找找")
    message, submit = await rider.button("提交")
    assert (
        await coordinator.posts(
            "say", json={"id": new_id(), "press": {"message": message, "data": submit}}
        )
    )[0] == 200
    assert await count(site, "cases") == 0
    await rider.presses("提交")
    await rider.hears("收到，编号")
    message, accept = (
        await coordinator.button("接单")
        if await sees_card(coordinator)
        else (1, "c:1:accept")
    )
    assert (
        await rider.posts(
            "say", json={"id": new_id(), "press": {"message": message, "data": accept}}
        )
    )[0] == 200
    async with site.house.database.reader() as reader:
        assert await reader.scalar(text("SELECT state FROM cases")) in (
            "filed",
            "assigned",
        )


async def sees_card(person: Person) -> bool:
    return any(message["choices"] for message in await person.messages())


async def test_a_made_up_press_is_harmless(site: Site) -> None:
    rider = site.person("rider")
    for data in (
        "",
        "x",
        "c:1:resolve",
        "f:1:submit",
        "f:99:",
        "c::",
        "m:hazard",
        "a:G01",
        "q:mine:9999999999999999999999",
        "::::",
    ):
        status, _ = await rider.posts(
            "say", json={"id": new_id(), "press": {"message": 1, "data": data}}
        )
        assert status == 200, data
    assert await count(site, "quarantine") == 0
    assert await count(site, "cases") == 0


# --- edits ---


async def test_an_edit_changes_the_message_and_the_draft(site: Site) -> None:
    rider = site.person("rider")
    await rider.says("我的钱包丢了")
    await rider.hears("钱包丢了")
    mine = (await rider.own())[0]
    assert (await rider.says("我的头盔丢了", edit=mine["id"]))[0] == 200
    now = (await rider.own())[0]
    assert (now["html"], now["edited"], now["id"]) == ("我的头盔丢了", True, mine["id"])
    await rider.hears("头盔丢了")


async def test_a_message_of_the_other_side_cannot_be_edited(site: Site) -> None:
    rider = site.person("rider")
    await rider.says("我的钱包丢了")
    theirs = await rider.hears("钱包丢了")
    status, answer = await rider.says("hacked", edit=theirs["id"])
    assert (status, answer["error"]) == (400, "只能改自己发的话。")
    assert (await rider.hears("钱包丢了")) == theirs


async def test_a_message_of_another_chat_cannot_be_edited(site: Site) -> None:
    await site.person("rider").says("我的钱包丢了")
    mine = (await site.person("rider").own())[0]
    assert (await site.person("admin").says("hacked", edit=mine["id"]))[0] == 400
    assert (await site.person("rider").own())[0] == mine


# --- what a page asks for ---


async def test_what_people_type_is_escaped(site: Site) -> None:
    rider, coordinator = site.person("rider"), site.person("coordinator")
    words = "<img src=x onerror=alert(1)> & 地砖坏了"
    number = await rider.files_hazard(jpeg(), words)
    assert (await rider.own())[0][
        "html"
    ] == "&lt;img src=x onerror=alert(1)&gt; &amp; 地砖坏了"
    for message in [await coordinator.hears(number), *await rider.messages()]:
        assert "<img" not in message["html"]


async def test_the_log_says_who_one_is_and_what_one_may(site: Site) -> None:
    rider, admin = await site.person("rider").log(), await site.person("admin").log()
    assert (rider["me"], admin["me"]["role"]) == (
        {"name": "小王", "role": "rider", "language": "zh-CN"},
        "admin",
    )
    offered = [{item["command"] for item in one["menu"]} for one in (rider, admin)]
    assert (
        "/stats" not in offered[0] and {"/stats", "/people", "/announce"} <= offered[1]
    )
    assert rider["ui"]["page-send"] == "发送"


async def test_a_change_of_language_changes_the_words_of_the_page(site: Site) -> None:
    rider = site.person("rider")
    await rider.says("/lang en")
    log = await rider.log()
    assert (log["me"]["language"], log["ui"]["page-send"]) == ("en", "Send")


async def test_the_log_after_a_number_has_only_what_is_newer(site: Site) -> None:
    rider = site.person("rider")
    await rider.says("我的钱包丢了")
    await rider.hears("钱包丢了")
    last = (await rider.log())["last"]
    assert (await rider.log(last))["messages"] == []
    await rider.says("前轮")
    assert (
        next(message["html"] for message in (await rider.log(last))["messages"])
        == "前轮"
    )
    for odd in ("x", "-1", "9" * 40, ""):
        async with rider.asks("/api/chat/me/log", params={"after": odd}) as answer:
            assert answer.status == 200


async def test_the_map_is_the_district(site: Site) -> None:
    async with site.http.get(f"{site.person('rider').base}/map") as answer:
        drawn = await answer.json()
    west, south, east, north = drawn["bounds"]
    assert west < east and south < north
    assert {"G01", "S1", "D"} <= {area["code"] for area in drawn["areas"]}


# --- live ---


async def events(
    site: Site,
    person: Person,
    many: int,
    after: int | None = None,
    last_id: int | None = None,
) -> list[str]:
    """The first lines `event`, `id` and `data` of a stream, until `many` events have come."""
    headers = {"last-event-id": str(last_id)} if last_id is not None else {}
    params = {"after": str(after)} if after is not None else {}
    found: list[str] = []
    async with (
        asyncio.timeout(5),
        person.asks("/api/chat/me/live", params=params, headers=headers) as answer,
    ):
        assert answer.content_type == "text/event-stream"
        while sum(line.startswith("data:") for line in found) < many:
            line = (await answer.content.readline()).decode().strip()
            if line:
                found.append(line)
    return found


async def test_a_live_page_hears_messages_toasts_and_changes_of_itself(
    site: Site,
) -> None:
    rider = site.person("rider")
    listening = asyncio.create_task(events(site, rider, 4, after=0))
    await asyncio.sleep(0.2)
    await rider.says("/lang en")
    await rider.says("My e-bike has a flat tyre")
    lines = await listening
    assert {"event: message", "event: me"} <= set(lines)


async def test_a_stream_goes_on_where_it_was_cut_off(site: Site) -> None:
    rider = site.person("rider")
    await rider.says("我的钱包丢了")
    await rider.hears("钱包丢了")
    last = (await rider.log())["last"]
    await rider.says("前轮")
    by_id = await events(site, rider, 1, last_id=last)
    by_query = await events(site, rider, 1, after=last)
    assert by_id == by_query
    assert "前轮" in by_id[-1]
    assert last < min(
        int(line.removeprefix("id: ")) for line in by_id if line.startswith("id:")
    )


async def test_the_first_message_of_an_empty_chat_is_not_missed(site: Site) -> None:
    rider = site.person("rider")
    assert (await rider.log())["last"] == 0
    await rider.says("我的钱包丢了")
    assert "钱包丢了" in (await events(site, rider, 1, after=0))[-1]


async def test_a_page_that_was_away_for_long_misses_nothing(site: Site) -> None:
    rider = site.person("rider")
    await rider.says("第 0 句")
    async with site.house.database.unit() as unit:
        for number in range(450):
            await unit.web.put(
                "demo-rider",
                True,
                {"html": f"{number}", "photos": [], "files": []},
                f"x{number}",
            )
    lines = await events(site, rider, 450, after=1)
    assert len({line for line in lines if line.startswith("id:")}) == 450


async def test_a_page_that_cannot_keep_up_is_cut_off_and_asks_again(site: Site) -> None:
    hub = Hub()
    queue = hub.open("x")
    for number in range(1001):
        hub.show("x", "toast", number)
    assert queue.get_nowait() is BEHIND
