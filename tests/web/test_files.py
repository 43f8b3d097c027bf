"""Files of the web chat: what they are by their content, and who may open them."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image

from bot.channels.web.links import FILE, PHOTO, Links
from bot.media.key import house_key
from bot.workshop.outcomes import WorkFailed
from domain.messages import Address
from tests.house import jpeg
from tests.web.site import Person, Site, new_id, open_site
from tests.web.test_http import picture_with_place

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def got(person: Person, url: str) -> tuple[int, Any, bytes]:
    async with person.asks(url) as answer:
        return answer.status, answer.headers, await answer.read()


async def test_what_is_a_picture_is_cleaned_whatever_it_is_called(site: Site) -> None:
    rider = site.person("rider")
    for mime, name in (
        ("application/pdf", "contract.pdf"),
        ("video/mp4", "film.mp4"),
        ("audio/ogg", "voice.ogg"),
        ("", ""),
    ):
        assert (await rider.sends(picture_with_place(), mime=mime, name=name))[0] == 200
        mine = (await rider.own())[-1]
        assert (len(mine["photos"]), mine["files"]) == (1, []), mime
        status, headers, data = await got(rider, mine["photos"][0]["url"])
        assert (status, headers["content-type"]) == (200, "image/jpeg")
        assert b"SecretPhone" not in data and "content-disposition" not in headers


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 \xff\xd8\xff",
        b"<script>alert(1)</script>",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"PK\3\4" + jpeg(),
        b"",
    ],
)
async def test_what_is_no_picture_is_only_ever_saved(site: Site, data: bytes) -> None:
    rider = site.person("rider")
    assert (await rider.sends(data, mime="text/html", name="x.html"))[0] == 200
    shown = (await rider.own())[-1]["files"][0]
    status, headers, found = await got(rider, shown["url"])
    assert (status, found) == (200, data)
    assert headers["content-disposition"] == "attachment"
    assert headers["content-type"] == "application/octet-stream"
    assert headers["x-content-type-options"] == "nosniff"


async def test_who_only_knows_a_hash_gets_nothing(site: Site) -> None:
    rider, other = site.person("rider"), site.person("coordinator")
    await rider.sends(jpeg())
    url = (await rider.own())[-1]["photos"][0]["url"]
    path, query = urlsplit(url).path, urlsplit(url).query
    sha = path.rpartition("/")[2]
    asked = {key: value[0] for key, value in parse_qs(query).items()}
    clock = site.house.database.clock
    forged = Links(b"guessed", clock).made("demo-rider", 0, sha, PHOTO)
    wrong = [
        path,
        path + forged,
        f"{path}?{query.replace('form=photo', 'form=file')}",
        f"{path}?{query.replace('case=0', 'case=1')}",
        f"{path}?{query.replace('until=', 'until=1')}",
        f"{path}?{query.replace(asked['sign'], '')}",
        f"{path}?{query.replace(asked['sign'], '0' * 32)}",
        f"{path}?{query.replace(asked['sign'], '%E5%A4%B4')}",
        f"{path.replace(sha, '0' * 64)}?{query}",
    ]
    assert (await got(rider, url))[0] == 200
    assert [(await got(rider, one))[0] for one in wrong] == [404] * len(wrong)
    assert [(await got(other, one))[0] for one in (path, url)] == [404, 404]
    async with site.http.get(site.url + url) as answer:  # nobody's page
        assert answer.status == 404


async def test_an_address_ends_after_some_days_and_is_made_anew(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    rider = site.person("rider")
    await rider.sends(jpeg())
    url = (await rider.own())[-1]["photos"][0]["url"]
    clock, ahead = site.house.database.clock, timedelta(days=2)
    monkeypatch.setattr(site.house.database, "clock", lambda: clock() + ahead)
    assert (await got(rider, url))[0] == 200
    ahead = timedelta(days=4)
    assert (await got(rider, url))[0] == 404
    assert (await got(rider, (await rider.own())[-1]["photos"][0]["url"]))[0] == 200


async def test_a_file_of_a_case_is_signed_for_that_case(site: Site) -> None:
    rider, coordinator = site.person("rider"), site.person("coordinator")
    number = await rider.files_hazard(jpeg())
    card = await coordinator.hears(number)
    assert "case" not in card and "case=1&" in card["photos"][0]["url"]
    assert (await got(coordinator, card["photos"][0]["url"]))[0] == 200


async def test_a_file_opens_no_more_for_whom_its_case_is_no_business_now(
    template: Path, tmp_path: Path
) -> None:
    async with open_site(template, tmp_path / "data") as site:
        rider, coordinator = site.person("rider"), site.person("coordinator")
        number = await rider.files_hazard(jpeg())
        mine = (await rider.own())[0]["photos"][0]["url"]
        theirs = (await coordinator.hears(number))["photos"][0]["url"]
        assert (await got(coordinator, theirs))[0] == 200
        async with site.house.database.unit() as unit:
            address = Address("web", "demo-coordinator")
            await unit.people.load([address])
            person = unit.people.at(address)
            assert person is not None
            for grant in person.grants:
                assert await unit.staff.revoke(person.id, grant)
        again = (await coordinator.hears(number))["photos"][0]["url"]
        for url in (theirs, again):
            assert (await got(coordinator, url))[0] == 404
        assert (await got(rider, mine))[0] == 200


async def test_a_stored_file_never_opens_as_a_picture_by_another_signature(
    site: Site,
) -> None:
    """As 0.3 kept a JPEG that was uploaded as a PDF: with its EXIF data, as a file."""
    sha = site.house.files.put(picture_with_place())
    links = Links(house_key(site.data / "files"), site.house.database.clock)
    rider, base = site.person("rider"), f"/api/chat/me/file/{sha}"
    _, headers, _ = await got(rider, base + links.made("demo-rider", 0, sha, FILE))
    assert headers["content-disposition"] == "attachment"
    assert headers["content-type"] == "application/octet-stream"


async def test_what_is_no_picture_keeps_none_of_the_others_back(site: Site) -> None:
    rider, made = site.person("rider"), new_id()
    sent = (b"no picture", jpeg(), b"", jpeg((64, 48)))
    for _ in range(2):  # the first answer was lost on the road
        status, answer = await rider.sends(*sent, caption="路口地砖坏了", made=made)
        assert status == 200 and answer["message"]
        assert [one["file"] for one in answer["left"]] == [0, 2]
        assert all("打不开" in one["error"] for one in answer["left"])
    (mine,) = await rider.own()
    assert (mine["id"], len(mine["photos"])) == (answer["message"], 2)
    await rider.hears("在哪儿")
    status, answer = await rider.sends(b"no picture", b"")
    assert status == 400 and "打不开" in answer["error"]


async def test_our_own_fault_loses_no_upload_and_blames_no_file(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object, **__: object) -> None:
        raise WorkFailed("child was ended by SIGKILL")

    async with open_site(template, tmp_path / "data") as site:
        rider = site.person("rider")
        with monkeypatch.context() as patch:
            patch.setattr(site.house.workshop, "picture", broken)
            answer = await rider.sends(picture_with_place(), caption="路口地砖坏了")
            assert answer == (200, {"ok": True})
            await rider.hears("在哪儿")
            mine = (await rider.own())[-1]
            assert "正在处理" in mine["html"] and mine["photos"] == []
            [raw] = (site.data / "files" / "uncleaned").iterdir()
            assert b"SecretPhone" in raw.read_bytes()
        await rider.says("我在路口")
        place = site.house.database.directory.middle("G01")
        assert place is not None
        await rider.says(place={"lat": place.lat, "lon": place.lon})
        await rider.presses("提交")
        await rider.hears("收到，编号")
        coordinator = site.person("coordinator")
        [photo] = (await coordinator.hears("路口地砖坏了"))["photos"]
        data = (await got(coordinator, photo["url"]))[2]
        assert b"SecretPhone" not in data
        assert Image.open(io.BytesIO(data)).format == "JPEG"
        assert not raw.exists()


async def test_where_nothing_can_be_written_the_page_keeps_its_file(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    rider = site.person("rider")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("bot.media.files.written", full)
        patch.setattr("bot.media.uncleaned.written", full)
        assert (await rider.sends(jpeg(colour=(3, 2, 1)), made="again-again"))[0] == 503
    assert (await rider.sends(jpeg(colour=(3, 2, 1)), made="again-again"))[0] == 200
    assert len(await rider.own()) == 1


async def test_a_picture_that_is_too_large_to_open_is_refused_with_the_reason(
    site: Site,
) -> None:
    out = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(out, "PNG")
    status, answer = await site.person("rider").sends(out.getvalue(), mime="image/png")
    assert (status, "太大" in answer["error"]) == (400, True)
