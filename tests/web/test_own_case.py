"""One's own case on the page: its place on the map, and the pictures one sent, for nobody else."""

from __future__ import annotations

import pytest

from tests.house import jpeg
from tests.web.site import Site
from tests.web.test_files import got
from tests.web.test_visits import visit

pytestmark = pytest.mark.asyncio(loop_scope="session")


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


async def test_who_said_me_too_sees_neither_the_place_nor_the_pictures(
    site: Site,
) -> None:
    number = await site.person("rider").files_hazard(jpeg((320, 240)), "路灯不亮了")
    other, _ = await visit(site)
    place = site.house.database.directory.middle("G01")
    assert place is not None
    await other.says("路灯不亮了")
    await other.hears("在哪儿")
    await other.says(place={"lat": place.lat, "lon": place.lon})
    await other.presses("我也遇到")
    await other.hears("你是第一个说「我也遇到」的")
    await other.says(number)
    opened = await other.hears("你也遇到了")
    assert not opened["photos"] and "href" not in opened["html"]
