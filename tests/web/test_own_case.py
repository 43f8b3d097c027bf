"""One's own case on the page: its place on the map, and the pictures one sent, for nobody else."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from playwright.async_api import Browser, expect

from tests.house import jpeg
from tests.web.phone import Phone
from tests.web.site import Site
from tests.web.test_browser import PHONE, opened
from tests.web.test_files import got
from tests.web.test_visits import visit

pytestmark = pytest.mark.asyncio(loop_scope="session")

EDGES = """link => {
    const {left, width, top, bottom} = link.getBoundingClientRect();
    const met = y => document.elementFromPoint(left + width / 2, y).tagName;
    return [bottom - top, met(top + 1), met(bottom - 1)];
}"""
"""How high a link is, and what a thumb meets at its edges: at one moment, for the page scrolls."""


async def test_who_reported_sees_place_and_pictures_and_they_open_for_nobody_else(
    site: Site,
) -> None:
    rider = site.person("rider")
    number = await rider.files_hazard(jpeg((320, 240)))
    await rider.says(number)
    opened = await rider.hears("你报了这件事")
    assert "📍 <a href=" in opened["html"]
    assert len(opened["photos"]) == 1
    url = opened["photos"][0]["url"]
    status, headers, _ = await got(rider, url)
    assert (status, headers["content-type"]) == (200, "image/jpeg")
    stranger, _ = await visit(site)
    await stranger.says(number)
    for other in (stranger, site.person("coordinator"), site.person("admin")):
        assert (await got(other, url))[0] == 404
    seen = [one for one in await stranger.messages() if not one["mine"]]
    assert not any(one["photos"] or "href" in one["html"] for one in seen)


@pytest.mark.parametrize("shows", (0, 1), ids=("words alone", "a picture too"))
async def test_who_said_me_too_sees_what_they_showed_and_neither_the_place_nor_others_pictures(
    site: Site, shows: int
) -> None:
    rider = site.person("rider")
    number = await rider.files_hazard(jpeg((320, 240)), "路灯不亮了")
    other, _ = await visit(site)
    place = site.house.database.directory.middle("G01")
    assert place is not None
    theirs = jpeg((200, 300))
    if shows:
        await other.sends(theirs, caption="路灯不亮了")
    else:
        await other.says("路灯不亮了")
    await other.hears("在哪儿")
    await other.says(place={"lat": place.lat, "lon": place.lon})
    await other.presses("我也遇到")
    await other.hears("你是第一个说「我也遇到」的")
    await other.says(number)
    opened = await other.hears("你也遇到了")
    assert len(opened["photos"]) == shows and "href" not in opened["html"]
    for photo in opened["photos"]:
        assert size_of((await got(other, photo["url"]))[2]) == (200, 300)
        for stranger in (rider, site.person("coordinator")):
            assert (await got(stranger, photo["url"]))[0] == 404
    await rider.says(number)
    own = await rider.hears("你报了这件事")
    (photo,) = own["photos"]
    assert size_of((await got(rider, photo["url"]))[2]) == (320, 240)


def size_of(data: bytes) -> tuple[int, int]:
    return Image.open(io.BytesIO(data)).size


async def test_the_link_to_the_map_is_met_by_a_cold_thumb(
    site: Site, browser: Browser
) -> None:
    rider = site.person("rider")
    number = await rider.files_hazard(jpeg((320, 240)))
    await rider.says(number)
    await rider.hears("你报了这件事")
    async with opened(browser, site.url, **PHONE) as page:
        link = Phone(page, "rider").chat.locator(".words a").last
        await expect(link).to_be_in_viewport(ratio=1)
        height, *met = await link.evaluate(EDGES)
        assert height >= 44
        assert met == ["A", "A"]
