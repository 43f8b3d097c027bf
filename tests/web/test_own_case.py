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
