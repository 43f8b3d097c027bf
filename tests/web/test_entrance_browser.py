"""The page behind a link, in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from domain.messages import Address
from domain.people import Role
from tests.web.site import Site, open_site
from tests.web.test_back import nothing_over
from tests.web.test_entrance import invited
from tests.web.test_letter_links import chat_of, filed, letter

pytestmark = pytest.mark.asyncio(loop_scope="session")

SIZES = {"narrow": (320, 640), "wide": (1200, 800)}

STICKING_OUT = """() => [...document.querySelectorAll('main, main *')].filter((e) => {
  const b = e.getBoundingClientRect();
  return b.width && (b.right > innerWidth + 1 || b.left < -1);
}).map((e) => e.outerHTML.slice(0, 80))"""


async def opened(
    browser: Browser, url: str, size: str = "narrow", language: str = "zh-CN"
) -> Page:
    width, height = SIZES[size]
    page = await browser.new_page(
        viewport={"width": width, "height": height}, locale=language
    )
    await page.goto(url)
    return page


def coordinators(site: Site) -> int:
    staff = site.house.database.directory.staff.values()
    return sum(grant.area == "G02" for one in staff for grant in one.grants)


async def test_an_invitation_is_shown_and_taken_by_the_press(
    alone: Site, browser: Browser
) -> None:
    code, before = await invited(alone, area="G02"), coordinators(alone)
    page = await opened(browser, f"{alone.url}/?start={code}")
    await expect(page.get_by_test_id("offer-role")).to_have_text("网格员")
    await expect(page.get_by_test_id("offer-area")).to_contain_text("桂花里网格")
    take = page.get_by_test_id("take")
    await expect(take).to_have_text("加入")
    await expect(take).to_be_focused()
    assert await page.locator("button").count() == 1
    assert coordinators(alone) == before
    await page.reload()
    await expect(take).to_be_visible()
    assert coordinators(alone) == before
    await take.click()
    await page.wait_for_url("**/chat")
    await expect(page.get_by_text("欢迎").first).to_be_visible()
    assert coordinators(alone) == before + 1
    await page.close()


async def test_the_key_that_sends_also_takes(alone: Site, browser: Browser) -> None:
    page = await opened(browser, f"{alone.url}/?start={await invited(alone)}")
    await expect(page.get_by_test_id("take")).to_be_focused()
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/chat")
    await page.close()


async def test_a_rider_gets_in_without_a_press(alone: Site, browser: Browser) -> None:
    page = await opened(browser, f"{alone.url}/?start=g_G01")
    await page.wait_for_url("**/chat")
    await expect(page.get_by_text("幸福路口网格").first).to_be_visible()
    await page.close()


async def test_an_invitation_that_is_gone_is_said_in_the_chat(
    alone: Site, browser: Browser
) -> None:
    page = await opened(browser, f"{alone.url}/?start=i_nothing")
    await page.wait_for_url("**/chat")
    await expect(page.get_by_text("用过了或者过期了")).to_be_visible()
    await page.close()


async def test_a_weak_network_is_said_and_waited_out(
    alone: Site, browser: Browser
) -> None:
    page = await browser.new_page(
        viewport={"width": 320, "height": 640}, locale="zh-CN"
    )
    tries = 0

    async def sometimes(route: Any) -> None:
        nonlocal tries
        tries += 1
        await (route.abort() if tries <= 2 else route.continue_())

    await page.route("**/api/offer*", sometimes)
    await page.goto(f"{alone.url}/?start={await invited(alone)}")
    await expect(page.get_by_test_id("take")).to_be_visible()
    await expect(page.get_by_test_id("trouble")).to_be_hidden()
    assert tries == 3
    await page.close()


async def test_whom_wechat_names_gets_in_without_a_press_and_else_may_begin_anew(
    alone: Site, browser: Browser
) -> None:
    chat = "c" * 32
    async with alone.house.database.unit() as unit:
        unit.people.meet(Address("web", chat), "#cccc")
        secret = await unit.logins.link(chat)
    answers = [
        (403, {"said": "用过了", "again": "打开我的网页", "to": "/?start=wechat"}),
        (503, {}),
        (200, {"start": f"d_{secret}"}),
    ]
    posted = []

    async def told(route: Any) -> None:
        posted.append(route.request.post_data_json)
        status, body = answers.pop(0)
        await route.fulfill(status=status, json=body)

    async def begins(route: Any) -> None:
        await route.fulfill(status=302, headers={"location": address})

    page = await browser.new_page(
        viewport={"width": 320, "height": 640}, locale="zh-CN"
    )
    address = f"{alone.url}/?start=wechat&code=x1&state=m1"
    await page.route("**/api/wechat", told)
    await page.route("**/open/wechat", begins)
    await page.goto(address)
    await expect(page.get_by_test_id("offer-title")).to_have_text("用过了")
    assert "code" not in page.url
    await page.get_by_test_id("take").click()
    await page.wait_for_url("**/chat")
    assert posted == [{"code": "x1", "state": "m1"}] * 3
    await page.close()


async def test_a_link_in_a_letter_lands_on_its_case_and_back_leads_out(
    alone: Site, browser: Browser
) -> None:
    rider, number = await filed(alone)
    code = await letter(alone, await chat_of(alone, rider))
    page = await opened(browser, f"{alone.url}/static/logo.svg")
    await page.goto(f"{alone.url}/?start={code}")
    await page.get_by_test_id("take").click()
    await page.wait_for_url("**/chat")
    case = page.get_by_test_id("message").filter(has_text=f"{number} · ")
    await expect(case).to_have_count(1)
    await expect(case).to_be_in_viewport()
    await page.reload()
    await expect(case).to_be_in_viewport()
    # neither the link nor the page that asked is behind it
    await page.go_back()
    assert page.url.endswith("/static/logo.svg")
    await page.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["zh-CN", "en"])
async def test_the_page_fits_small_and_large_screens_in_both_languages(
    template: Path, tmp_path: Path, browser: Browser, size: str, language: str
) -> None:
    data = tmp_path / "data"
    service = {"data": data, "language": language}
    async with open_site(template, data, phones=False, service=service) as site:
        code = await invited(site, Role.ADMIN, "C")
        page = await opened(browser, f"{site.url}/?start={code}", size, language)
        take = page.get_by_test_id("take")
        await expect(take).to_be_visible()
        assert await page.get_attribute("html", "lang") == language
        assert await page.evaluate(STICKING_OUT) == []
        box = await take.bounding_box()
        assert box is not None and box["height"] >= 44
        assert box["y"] + box["height"] <= SIZES[size][1]
        await page.close()


async def test_the_chat_is_opened_on_one_more_device_and_then_signed_out(
    alone: Site, browser: Browser
) -> None:
    page = await opened(browser, f"{alone.url}/?start=g_G01")
    await page.wait_for_url("**/chat")
    await page.get_by_test_id("composer-text").fill("路口地砖坏了")
    await page.get_by_test_id("send").click()
    # the hello that was seen stays, once, and where the rider stands is known
    await expect(page.get_by_text("看一眼，没错就点")).to_be_visible()
    await expect(page.get_by_text("我是网格蜂")).to_have_count(1)
    await page.get_by_test_id("menu-button").click()
    await page.get_by_test_id("menu-devices").click()
    await page.get_by_test_id("device-more").click()
    link = await page.get_by_test_id("device-link").input_value()
    other = await opened(browser, f"{alone.url}/?start={link.partition('start=')[2]}")
    await other.get_by_test_id("take").click()
    await other.wait_for_url("**/chat")
    await expect(other.get_by_text("路口地砖坏了").first).to_be_visible()
    assert await page.evaluate(STICKING_OUT) == []
    await page.get_by_test_id("leave").click()
    await page.get_by_test_id("leave-sure").click()
    await expect(page.get_by_text("路口地砖坏了")).to_have_count(0)
    await expect(page.get_by_text("我是网格蜂")).to_be_visible()
    assert await page.evaluate("Object.keys(localStorage).length") == 0
    await page.close()
    await other.close()


async def test_the_back_button_closes_what_lies_over_the_page_and_does_not_leave_it(
    alone: Site, browser: Browser
) -> None:
    page = await opened(browser, f"{alone.url}/?start=g_G01")
    await page.wait_for_url("**/chat")
    await page.get_by_test_id("place-button").click()
    await expect(page.get_by_test_id("picker")).to_be_visible()
    await page.go_back()
    await expect(page.get_by_test_id("picker")).to_have_count(0)
    await page.get_by_test_id("place-button").click()
    await page.get_by_test_id("picker-close").click()
    await expect(page.get_by_test_id("picker")).to_have_count(0)
    await nothing_over(page)
    assert page.url.endswith("/chat")
    await page.close()
