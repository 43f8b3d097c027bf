"""Every address of the page, by everybody who could ask: made from the routes, so that a new one
is tried by being there.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import product
from typing import Any
from urllib.parse import urlsplit

import pytest
from starlette.routing import Route

from bot.channels.web.server import Server
from tests.house import jpeg
from tests.web.site import Site, new_id
from tests.web.test_visits import visit

pytestmark = pytest.mark.asyncio(loop_scope="session")

PRIVATE = "这件事的秘密Zq"
SEATS = ("me", "rider", "coordinator", "x")
PARAMETER = re.compile(r"{(\w+)(:\w+)?}")
FOR_ALL = ("map", "leave")  # the district is no secret
LEAVE = "leave"  # takes a cookie from whoever has one; the last that is tried
STREAM = "live"  # ends by itself for nobody but those who may not listen


def routes(site: Site) -> list[tuple[str, str]]:
    """(method, path) of each."""
    assert isinstance(site.house.server, Server)
    app: Any = site.house.server.config.app
    found = [
        (method, route.path)
        for route in app._app.routes
        if isinstance(route, Route)
        for method in sorted((route.methods or set()) - {"HEAD"})
    ]
    return sorted(found, key=lambda one: one[1].endswith(LEAVE))


def _of(known: dict[str, str], at: re.Match[str]) -> str:
    return known[at[1]]


async def asked(
    site: Site, method: str, path: str, cookie: str, query: str
) -> tuple[int, str]:
    headers = {"cookie": cookie} if cookie else {}
    body: dict[str, Any] = {
        "say": {"id": new_id(), "text": "?"},
        "end": {"device": "x"},
    }
    sent = body.get(path.rpartition("/")[2], {}) if method == "POST" else None
    url = f"{site.url}{path}?{query}"
    async with site.http.request(method, url, headers=headers, json=sent) as answer:
        if path.endswith(STREAM) and answer.status == 200:
            return 200, ""
        return answer.status, await answer.text(errors="replace")


async def test_no_address_opens_anything_of_somebody_elses(alone: Site) -> None:
    rider = alone.person("rider")
    await rider.sends(jpeg(), caption=f"路口地砖坏了，{PRIVATE}")
    await rider.hears("在哪儿")
    [mine] = [one for one in await rider.own() if PRIVATE in one["html"]]
    there = urlsplit(mine["photos"][0]["url"])
    filled = {"sha": there.path.rpartition("/")[2], "token": "x", "code": "x"}
    other, _ = await visit(alone)
    await other.says("钱包丢了，帮忙找找")
    gone, _ = await visit(alone)
    await gone.says("钱包丢了，帮忙找找")
    await gone.posts("leave", json={})
    whose = {
        "nobody": "",
        "made up": f"gridbee={'A' * 32}.",
        "signed out": f"gridbee={gone.token}",
        "somebody else": f"gridbee={other.token}",
        "by a seat of the demo's": f"gridbee-rider={other.token}",
    }
    tried = 0
    for method, path in routes(alone):
        seats = SEATS if "{seat}" in path else SEATS[:1]
        for (who, cookie), seat in product(whose.items(), seats):
            known = filled | {"seat": seat}
            real = PARAMETER.sub(partial(_of, known), path)
            status, said = await asked(alone, method, real, cookie, there.query)
            where = f"{method} {real} by {who}"
            assert status < 500, where
            assert PRIVATE not in said and rider.token not in said, where
            assert status == 404 or "{sha}" not in path, where
            shut = "{seat}" in path and who in ("nobody", "signed out")
            assert status == 404 or not shut or path.endswith(FOR_ALL), where
            tried += 1
    assert tried > 100
    assert PRIVATE in str(await rider.messages())


async def test_its_owner_finds_all_of_it(alone: Site) -> None:
    """Else the test above would hold where nothing is ever found."""
    rider = alone.person("rider")
    await rider.sends(jpeg(), caption=f"路口地砖坏了，{PRIVATE}")
    [mine] = [one for one in await rider.own() if PRIVATE in one["html"]]
    for url in (mine["photos"][0]["url"], "/api/chat/me/log", "/api/chat/me/devices"):
        async with rider.asks(url) as answer:
            assert answer.status == 200
