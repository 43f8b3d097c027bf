"""Only our own page may change something, its cookie goes nowhere else, and nothing of it is kept
by others.
"""

from itertools import product
from pathlib import Path
from typing import Any

import pytest

from bot.channels.web.server import Server
from tests.house import jpeg
from tests.web.site import Site, new_id, open_site
from tests.web.test_entrance import rows
from tests.web.test_visits import visit

pytestmark = pytest.mark.asyncio(loop_scope="session")

EVIL = "https://elsewhere.example"
PUBLIC = "https://grid.example.org"
HTTPS = {"x-forwarded-proto": "https", "x-forwarded-for": "198.51.100.7"}
FOREIGN = (
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"sec-fetch-site": "none"},
    {"origin": EVIL},
    {"origin": "null"},
    {"origin": "http://127.0.0.1:1"},
    {"origin": EVIL, "referer": "http://127.0.0.1/"},
)
CHANGES = (
    "/api/offer",
    "/api/enter",
    "/api/demo",
    "/api/chat/me/say",
    "/api/chat/me/files",
    "/api/chat/me/devices/end",
    "/api/chat/me/devices/link",
    "/api/chat/me/leave",
)


def proxied(template: Path, data: Path, **more: Any) -> Any:
    """A house behind nginx on the same machine, as the operator's guide has it."""
    web = {"enabled": True, "port": 0, "public_url": PUBLIC}
    return open_site(template, data, phones=False, web=web, **more)


async def test_every_address_that_changes_something_is_tried(site: Site) -> None:
    assert isinstance(site.house.server, Server)
    app: Any = site.house.server.config.app
    posted = {
        route.path.replace("{seat}", "me")
        for route in app._app.routes
        if getattr(route, "methods", set()) - {"GET", "HEAD"}
    }
    assert posted == set(CHANGES)


async def test_another_sites_page_changes_nothing_with_our_cookie(site: Site) -> None:
    rider = site.person("rider")
    before = await rows(site)
    body = {"id": new_id(), "text": "楼道着火了"}
    for headers, path in product(FOREIGN, CHANGES):
        url, sent = site.url + path, headers | rider.headers
        async with site.http.post(url, headers=sent, json=body) as answer:
            assert answer.status == 403, (path, headers)
            assert "set-cookie" not in answer.headers
            assert answer.headers["x-content-type-options"] == "nosniff"
    assert await rows(site) == before


async def test_our_own_page_and_programs_that_are_no_browser_are_heard(
    site: Site,
) -> None:
    rider = site.person("rider")
    for headers in (
        {"sec-fetch-site": "same-origin", "origin": site.url},
        {"origin": site.url},
        {},
    ):
        body = {"id": new_id(), "text": "钱包丢了"}
        url, sent = f"{rider.base}/say", headers | rider.headers
        async with site.http.post(url, headers=sent, json=body) as answer:
            assert answer.status == 200


async def test_over_https_the_cookie_is_bound_to_this_host_and_the_old_one_traded(
    template: Path, tmp_path: Path
) -> None:
    async with proxied(template, tmp_path / "data") as site:
        rider = site.person("rider")
        url = f"{site.url}/api/enter"
        own = HTTPS | {"origin": PUBLIC, "host": "grid.example.org:8443"}
        async with site.http.post(url, headers=own, json={}) as answer:
            assert answer.status == 200
            cookie = answer.headers["set-cookie"].lower()
        assert cookie.startswith("__host-gridbee=")
        for part in ("; httponly", "; path=/", "; samesite=lax", "; secure"):
            assert part in cookie
        assert "domain" not in cookie
        # the cookie of before 0.4 is good for a new one, and ends when that one is used
        old = HTTPS | rider.headers
        async with site.http.get(site.url + "/", headers=old) as answer:
            assert "enter.js" in await answer.text()
            assert "max-age" in answer.headers["strict-transport-security"]
        for _ in range(2):  # the first answer was lost on the road
            async with site.http.post(url, headers=old, json={}) as answer:
                new = answer.cookies["__Host-gridbee"].value
        assert rider.token not in new
        for cookie, status in (
            (f"gridbee={rider.token}", 200),
            (f"__Host-gridbee={new}", 200),
            (f"__Host-gridbee={new}; gridbee={rider.token}", 200),
            (f"gridbee={rider.token}", 404),
        ):
            body = {"id": new_id(), "text": "钱包丢了"}
            sent = HTTPS | {"cookie": cookie}
            said = site.http.post(f"{rider.base}/say", headers=sent, json=body)
            async with said as answer:
                assert answer.status == status, cookie
        # over plain http browsers take neither the prefix nor Secure
        _, plain = await visit(site)
        assert plain.startswith("gridbee=") and "secure" not in plain.lower()


async def entered(site: Site, cookie: str = "") -> str:
    """The secret and code that a browser with this cookie has after it came in over https."""
    headers, url = HTTPS | {"cookie": cookie}, f"{site.url}/api/enter"
    async with site.http.post(url, headers=headers, json={}) as answer:
        assert answer.status == 200
        return answer.cookies["__Host-gridbee"].value


async def says(site: Site, cookie: str, words: str) -> int:
    url, body = f"{site.url}/api/chat/me/say", {"id": new_id(), "text": words}
    headers = HTTPS | {"cookie": cookie}
    async with site.http.post(url, headers=headers, json=body) as answer:
        return answer.status


async def test_a_host_beside_ours_leads_nobody_into_a_chat_that_others_can_open(
    template: Path, tmp_path: Path
) -> None:
    """It can set a cookie for the whole domain, but none of the name that is bound to a host."""
    async with proxied(template, tmp_path / "data") as site:
        looked, spoke = await entered(site), await entered(site)
        assert await says(site, f"__Host-gridbee={spoke}", "钱包丢了") == 200
        signed_in, _ = await visit(site)  # over plain http, as before TLS
        await signed_in.says("钱包丢了")
        made_up = "A" * 32 + "."
        for tossed in (looked, spoke, made_up, spoke.partition(".")[0]):
            cookie = f"gridbee={tossed}"
            assert await says(site, cookie, "老板欠我工资") == 404
            mine = await entered(site, cookie)
            assert mine.partition(".")[0] != tossed.partition(".")[0]
            assert await says(site, f"{cookie}; __Host-gridbee={mine}", "欠薪") == 200
            url, headers = f"{site.url}/api/chat/me/log", HTTPS
            others = headers | {"cookie": f"__Host-gridbee={tossed}"}
            async with site.http.get(url, headers=others) as answer:
                assert "欠" not in await answer.text()
        # who signed in before there was TLS keeps their chat
        assert await says(site, f"gridbee={signed_in.token}", "找到了") == 200


async def test_nobody_but_a_named_proxy_says_that_it_is_https(site: Site) -> None:
    async with site.http.post(
        f"{site.url}/api/enter", headers=HTTPS, json={}
    ) as answer:
        assert "strict-transport-security" not in answer.headers
        assert "secure" not in answer.headers["set-cookie"].lower()


async def test_every_answer_is_guarded_is_kept_nowhere_and_has_no_secret_in_it(
    site: Site,
) -> None:
    rider = site.person("rider")
    await rider.sends(jpeg(), caption="路口地砖坏了")
    kept = {"/static/base.css": "no-cache"}
    for path in (
        *kept,
        "/",
        "/?start=g_G01",
        "/chat",
        "/chat/of-before-0-4",
        "/health",
        "/api/demo",
        "/api/chat/me/log",
        "/api/chat/me/map",
        "/api/chat/me/devices",
        "/api/chat/me/live",
        "/api/chat/coordinator/log",
        "/nowhere",
    ):
        async with rider.asks(path) as answer:
            found = answer.headers
            assert found["cache-control"] == kept.get(path, "no-store"), path
            assert found["x-content-type-options"] == "nosniff"
            assert found["referrer-policy"] == "no-referrer"
            assert "frame-ancestors 'none'" in found["content-security-policy"]
            assert "unsafe" not in found["content-security-policy"]
            assert "geolocation=(self)" in found["permissions-policy"]
            assert found["cross-origin-resource-policy"] == "same-origin"
            assert "server" not in found
            if not path.endswith("live"):
                said = await answer.text() + found.get("location", "")
                assert not any(token in said for token in site.tokens.values()), path
