"""The page in a real Chromium: the whole story by clicks, and what a phone on a bad network does
to it.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from playwright.async_api import (
    Browser,
    BrowserContext,
    FilePayload,
    Page,
    Request,
    Route,
    expect,
)

from tests.web.phone import PHOTO, Phone
from tests.web.site import Site

pytestmark = pytest.mark.asyncio(loop_scope="session")

expect.set_options(timeout=20_000)  # a slow machine is no bug of the page
WIDE: dict[str, Any] = {
    "viewport": {"width": 1440, "height": 900},
    "locale": "zh-CN",
}
PHONE: dict[str, Any] = {
    "locale": "zh-CN",
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
}
TO_THE_TOP = """log => new Promise(drawn => requestAnimationFrame(
    () => requestAnimationFrame(() => drawn(log.scrollTo(0, 0)))))"""
"""Once what came is drawn and the log has followed it, as nobody is faster than that."""
LYING: dict[str, Any] = PHONE | {"viewport": {"width": 667, "height": 320}}
SMALL: dict[str, Any] = {
    "viewport": {"width": 320, "height": 600},
    "color_scheme": "dark",
}

BROKEN: FilePayload = PHOTO | {"buffer": b"no picture"}
EMPTY: FilePayload = PHOTO | {"buffer": b""}

WORDS = {
    "zh-CN": {
        "hazard": "井盖松了，骑过去会响",
        "where": "在哪儿",
        "submit": "提交",
        "receipt": "收到，编号",
        "accept": "接单",
        "accepted": "接单了",
        "ask": "问一句",
        "asking": "想问报事人什么",
        "question": "具体是哪个口？",
        "answer": "东北角公交站旁边",
        "resolve": "办好了",
        "resolving": "怎么解决的",
        "done": "换了新井盖",
        "resolved": "办好了",
        "unsolved": "没解决",
        "why": "哪里还没解决",
        "rattles": "还是响",
        "again": "请接单重办",
        "rubber": "加了胶垫",
        "solved": "已解决",
        "thanks": "谢谢你",
        "glad": "干得好",
        "announce": "要告诉",
        "typhoon": "明天台风，注意安全",
        "preview": "样子是",
        "send": "发给",
    },
    "en": {
        "hazard": "Loose paving slab",
        "where": "Where is it",
        "submit": "Submit",
        "receipt": "Got it",
        "accept": "Take it",
        "accepted": "has taken it",
        "ask": "Ask",
        "asking": "What would you like to ask",
        "question": "Which corner?",
        "answer": "North-east, by the bus stop",
        "resolve": "Done",
        "resolving": "What was done",
        "done": "New cover in place",
        "resolved": "New cover in place",
        "unsolved": "Not solved",
        "why": "What isn't solved about",
        "rattles": "Still rattles",
        "again": "Still rattles",
        "rubber": "Rubber pad added",
        "solved": "Solved",
        "thanks": "Thank you",
        "glad": "solved",
        "announce": "Cancel",
        "typhoon": "Typhoon tomorrow, take care",
        "preview": "Typhoon tomorrow",
        "send": "Send to",
    },
}

MISSING = """() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  canvas.canvas.width = canvas.canvas.height = 32;
  const picture = (letter, font) => {
    canvas.clearRect(0, 0, 32, 32);
    canvas.font = font;
    canvas.fillText(letter, 4, 24);
    return canvas.getImageData(0, 0, 32, 32).data.join();
  };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set();
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const font = `20px ${getComputedStyle(node.parentElement).fontFamily}`;
    const nobody = picture('\\u{10FFFD}', font);
    for (const letter of node.data) {
      const shown = /[^\\s\\uFE0F\\u200D]/u.test(letter);
      if (shown && picture(letter, font) === nobody) found.add(letter);
    }
  }
  return [...found];
}"""


@asynccontextmanager
async def opened(browser: Browser, url: str, **look: Any) -> AsyncIterator[Page]:
    """A page that must have no error in its console, no failed request and no refused one."""
    context = await browser.new_context(**look)
    page = await context.new_page()
    page.set_default_timeout(20_000)
    wrong: list[str] = []
    page.on(
        "console",
        lambda line: (
            wrong.append(line.text) if line.type in ("error", "warning") else None
        ),
    )
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("requestfailed", lambda request: wrong.extend(_lost(request)))
    page.on(
        "response",
        lambda answer: (
            wrong.append(f"{answer.status} {answer.url}")
            if answer.status >= 400
            else None
        ),
    )
    await page.goto(url)
    await expect(page.locator("grid-chat:not([ready])")).to_have_count(0)
    yield page
    assert wrong == []
    await context.close()


def _lost(request: Request) -> Iterator[str]:
    """What a page asked for in vain; not what the browser itself let go of, as it does with a
    tab's icon on a busy machine.
    """
    if request.failure != "net::ERR_ABORTED":
        yield f"failed: {request.url} ({request.failure})"


@pytest.mark.parametrize(
    ("language", "look"),
    [("zh-CN", WIDE), ("en", PHONE), ("zh-CN", SMALL)],
    ids=["wide-zh", "phone-en", "small-zh-dark"],
)
async def test_the_whole_story_is_played_by_clicks(
    site: Site, browser: Browser, language: str, look: dict[str, Any]
) -> None:
    words = WORDS[language]
    async with opened(browser, site.url, **look) as page:
        rider, coordinator, admin = (
            Phone(page, role) for role in ("rider", "coordinator", "admin")
        )
        await rider.hears("我是网格蜂")
        if language == "en":
            await page.get_by_test_id("lang-en").click()
            for phone in (rider, coordinator, admin):
                await phone.hears("English from now on")
        await rider_files(rider, words)
        await coordinator_asks(coordinator, rider, words)
        await solved_at_the_second_try(coordinator, rider, words)
        await admin_looks_around(admin, rider, words)
        assert await page.evaluate(MISSING) == []
        assert await rider.overflow() == []


async def rider_files(rider: Phone, words: dict[str, str]) -> None:
    await rider.sends_photos(words["hazard"])
    await rider.hears(words["where"])
    await rider.drops_a_pin()
    assert await rider.stands_out(words["submit"])
    await rider.presses(words["submit"])
    await rider.hears(words["receipt"])


async def coordinator_asks(
    coordinator: Phone, rider: Phone, words: dict[str, str]
) -> None:
    card = await coordinator.hears("YH26-0001")
    await expect(card.get_by_test_id("photo")).to_have_count(1)
    await expect(
        coordinator.chat.get_by_test_id("place").locator(".pin")
    ).to_have_count(1)
    await coordinator.presses(words["accept"])
    await rider.hears(words["accepted"])
    await coordinator.presses(words["ask"])
    await coordinator.hears(words["asking"])
    await coordinator.says(words["question"])
    await rider.hears(words["question"])
    await rider.says(words["answer"])
    await coordinator.hears(words["answer"])


async def solved_at_the_second_try(
    coordinator: Phone, rider: Phone, words: dict[str, str]
) -> None:
    await coordinator.presses(words["resolve"])
    await coordinator.hears(words["resolving"])
    await coordinator.sends_photos(words["done"])
    answer = await rider.hears(words["resolved"])
    await expect(answer.get_by_test_id("photo")).to_have_count(1)
    await rider.presses(words["unsolved"])
    await rider.hears(words["why"])
    await rider.says(words["rattles"])
    await coordinator.hears(words["again"])
    await coordinator.presses(words["accept"])
    await coordinator.button(words["resolve"]).wait_for()
    await coordinator.presses(words["resolve"])
    await expect(
        coordinator.messages.filter(has_text=words["resolving"])
    ).to_have_count(2)
    await coordinator.says(words["rubber"])
    await rider.hears(words["rubber"])
    await rider.presses(words["solved"])
    await (
        rider.chat.get_by_test_id("choice")
        .and_(rider.chat.locator("[data-data$=':rate:5']"))
        .click()
    )
    await rider.hears(words["thanks"])
    await coordinator.hears(words["glad"])


async def admin_looks_around(admin: Phone, rider: Phone, words: dict[str, str]) -> None:
    await admin.command("/stats")
    await admin.hears("清河市")
    await admin.command("/people")
    await admin.hears("李敏")
    await admin.command("/areas")
    await admin.hears("清河区")
    await admin.command("/announce")
    await admin.hears(words["announce"])
    await admin.says(words["typhoon"])
    await admin.hears(words["preview"])
    await admin.presses(words["send"])
    await rider.hears(words["typhoon"])


async def test_every_letter_has_a_glyph(site: Site, browser: Browser) -> None:
    async with opened(browser, site.url, **WIDE) as page:
        rider = Phone(page, "rider")
        await rider.says("钱包丢了，帮忙找找")
        await rider.hears("提交")
        assert await page.evaluate(MISSING) == []
        pictures = await page.evaluate(
            """() => [...'网格蜂骑手提交'].map((letter) => {
                 const canvas = document.createElement('canvas').getContext('2d');
                 canvas.font = `20px ${getComputedStyle(document.body).fontFamily}`;
                 canvas.fillText(letter, 4, 24);
                 return canvas.canvas.toDataURL();
               })"""
        )
        assert len(set(pictures)) == 7


async def hold(page: Page) -> asyncio.Event:
    """Nothing that is said gets through until the event is set."""
    there = asyncio.Event()

    async def wait(route: Route) -> None:
        await there.wait()
        await route.continue_()

    await page.route("**/say", wait)
    return there


async def test_two_equal_messages_from_a_dead_spot_arrive_as_two(
    site: Site, browser: Browser
) -> None:
    async with opened(browser, site.url, **WIDE) as page:
        rider = Phone(page, "rider")
        network = await hold(page)
        for _ in range(2):
            await rider.says("在吗")
        await expect(
            rider.messages.and_(page.locator("[data-state=waiting]"))
        ).to_have_count(2)
        network.set()
        await expect(rider.chat.locator(".ghosts > *")).to_have_count(0)
        assert len(await site.person("rider").own()) == 2
        await expect(
            rider.messages.and_(page.locator("[data-side=mine]"))
        ).to_have_count(2)


async def test_a_ghost_is_matched_by_its_id_and_not_by_its_turn(
    site: Site, browser: Browser
) -> None:
    async with opened(browser, site.url, **WIDE) as page:
        rider = Phone(page, "rider")
        network = await hold(page)
        await rider.says("第一句")
        await expect(
            rider.messages.and_(page.locator("[data-state=waiting]"))
        ).to_have_count(1)
        await site.person("rider").says("从另一部手机说的")
        mine = rider.messages.and_(page.locator("[data-side=mine]"))
        await expect(mine.filter(has_text="从另一部手机说的")).to_be_visible()
        await expect(
            rider.messages.and_(page.locator("[data-state=waiting]")).filter(
                has_text="第一句"
            )
        ).to_be_visible()
        network.set()
        await expect(rider.chat.locator(".ghosts > *")).to_have_count(0)


async def test_a_lost_answer_makes_no_second_message(
    site: Site, browser: Browser
) -> None:
    context = await browser.new_context(**WIDE)
    page = await context.new_page()
    await page.goto(site.url)
    rider = Phone(page, "rider")
    lost = 0

    async def lose(route: Route) -> None:
        nonlocal lost
        lost += 1
        if lost == 1:
            await route.fetch()
            return await route.abort()
        await route.continue_()

    await page.route("**/files", lose)
    await rider.sends_photos("钱包丢了，帮忙找找")
    await rider.hears("提交")
    await expect(rider.chat.locator(".ghosts > *")).to_have_count(0)
    while lost < 2:
        await asyncio.sleep(0.05)
    assert len(await site.person("rider").own()) == 1
    await context.close()


async def reopened(context: BrowserContext, site: Site) -> Page:
    page = await context.new_page()
    await page.goto(site.url)
    await expect(page.locator("grid-chat:not([ready])")).to_have_count(0)
    return page


async def test_photos_survive_a_page_that_is_killed_right_after_sending(
    site: Site, browser: Browser
) -> None:
    context = await browser.new_context(**WIDE)
    page = await reopened(context, site)
    await page.route("**/files", lambda route: route.abort())
    await Phone(page, "rider").sends_photos("钱包丢了，帮忙找找", [PHOTO, PHOTO])
    await page.close()
    page = await reopened(context, site)
    await Phone(page, "rider").hears("提交")
    (mine,) = await site.person("rider").own()
    assert len(mine["photos"]) == 2
    await expect(
        Phone(page, "rider").chat.get_by_test_id("photo-strip").locator("li")
    ).to_have_count(0)
    await context.close()


async def test_photos_survive_when_the_page_dies_before_they_are_moved_to_the_outbox(
    site: Site, browser: Browser
) -> None:
    context = await browser.new_context(**WIDE)
    page = await reopened(context, site)
    rider = Phone(page, "rider")
    await rider.chat.get_by_test_id("photo-input").set_input_files([PHOTO])
    await expect(rider.chat.get_by_test_id("photo-strip").locator("li")).to_have_count(
        1
    )
    await asyncio.sleep(0.2)
    await page.evaluate(
        """(seat) => localStorage.setItem(`gridbee.out.${seat}.dead-page-1`, JSON.stringify({
             id: 'dead-page-1', at: Date.now(), state: 'waiting', kind: 'files',
             caption: '钱包丢了，帮忙找找', from: `draft.${seat}` }))""",
        "rider",
    )
    await page.close()
    page = await reopened(context, site)
    await Phone(page, "rider").hears("提交")
    assert len((await site.person("rider").own())[0]["photos"]) == 1
    await expect(
        Phone(page, "rider").chat.get_by_test_id("photo-strip").locator("li")
    ).to_have_count(0)
    await context.close()


async def test_a_draft_with_a_photo_is_still_there_after_a_reload(
    site: Site, browser: Browser
) -> None:
    async with opened(browser, site.url, **WIDE) as page:
        rider = Phone(page, "rider")
        await rider.words_here.fill("还没写完")
        await rider.chat.get_by_test_id("photo-input").set_input_files([PHOTO])
        await expect(
            rider.chat.get_by_test_id("photo-strip").locator("li")
        ).to_have_count(1)
        await asyncio.sleep(0.2)
        again = await reopened(page.context, site)
        await expect(
            Phone(again, "rider").chat.get_by_test_id("photo-strip").locator("li")
        ).to_have_count(1)
        await expect(Phone(again, "rider").words_here).to_have_value("还没写完")


async def test_a_refusal_is_shown_beside_the_message_and_can_be_taken_back(
    site: Site, browser: Browser
) -> None:
    context = await browser.new_context(**PHONE)
    page = await reopened(context, site)
    rider = Phone(page, "rider")
    await rider.sends_photos("", [BROKEN])
    failed = rider.messages.and_(page.locator("[data-state=failed]"))
    await expect(failed).to_contain_text("打不开")
    await failed.get_by_test_id("take-back").click()
    await expect(failed).to_have_count(0)
    await expect(rider.chat.get_by_test_id("photo-strip").locator("li")).to_have_count(
        1
    )
    await context.close()


async def test_what_is_no_picture_stays_and_the_others_go(
    site: Site, browser: Browser
) -> None:
    context = await browser.new_context(**PHONE)
    page = await reopened(context, site)
    rider = Phone(page, "rider")
    await rider.sends_photos("路口地砖坏了", [BROKEN, PHOTO, EMPTY])
    await rider.hears("在哪儿")
    (mine,) = await site.person("rider").own()
    assert len(mine["photos"]) == 1
    for _ in range(2):  # after a reload too
        failed = rider.messages.and_(page.locator("[data-state=failed]"))
        await expect(failed).to_have_count(1)
        await expect(failed).to_contain_text("打不开")
        await expect(failed.get_by_test_id("thumb-file")).to_have_count(2)
        await page.reload()
    await expect(failed.get_by_test_id("give-up")).to_be_visible()
    boxes = [await one.bounding_box() for one in await failed.locator(".small").all()]
    assert len({box["y"] for box in boxes if box}) == 1  # in one line
    await failed.get_by_test_id("take-back").click()
    await expect(failed).to_have_count(0)
    names = rider.chat.get_by_test_id("photo-strip").get_by_test_id("thumb-file")
    await expect(names).to_have_text([PHOTO["name"], PHOTO["name"]])
    await rider.says("")
    await failed.get_by_test_id("give-up").click()
    await expect(failed).to_have_count(0)
    await page.reload()
    await rider.hears("在哪儿")
    await expect(failed).to_have_count(0)
    await context.close()


async def test_what_a_proxy_refuses_is_told_in_words(
    site: Site, browser: Browser
) -> None:
    context = await browser.new_context(**PHONE)
    page = await reopened(context, site)
    large = "<html>413 Request Entity Too Large</html>"
    await page.route(
        re.compile("/files$"), lambda route: route.fulfill(status=413, body=large)
    )
    rider = Phone(page, "rider")
    await rider.sends_photos("路口地砖坏了")
    failed = rider.messages.and_(page.locator("[data-state=failed]"))
    await expect(failed).to_contain_text("没收下")
    await rider.hears("在哪儿")  # its words go without it, and once
    await failed.get_by_test_id("retry").click()
    await expect(failed).to_contain_text("没收下")
    assert [one["html"] for one in await site.person("rider").own()] == ["路口地砖坏了"]
    await context.close()


async def test_what_a_newcomer_says_beside_what_is_refused_is_answered_at_once(
    alone: Site, browser: Browser
) -> None:
    context = await browser.new_context(**PHONE)
    page = await context.new_page()
    await page.goto(alone.url)
    visitor = Phone(page)
    await visitor.hears("我是网格蜂")
    await visitor.sends_photos("楼道着火了", [BROKEN])
    await visitor.hears("先打电话")
    await context.close()


async def test_numbers_to_call_stand_below_what_was_refused_or_too_long(
    site: Site, browser: Browser
) -> None:
    context = await browser.new_context(**PHONE)
    page = await reopened(context, site)
    rider = Phone(page, "rider")
    await rider.sends_photos("楼道着火了", [BROKEN])
    failed = rider.messages.and_(page.locator("[data-state=failed]"))
    await expect(failed).to_have_count(1)
    await expect(failed).not_to_contain_text("着火")
    await expect(rider.chat.get_by_test_id("call").first).to_be_in_viewport()
    await rider.says("着火了" * 1500)
    await rider.hears("太长了")
    await expect(rider.messages.last).to_have_attribute("data-side", "theirs")
    await expect(rider.messages.last).to_be_in_viewport()
    again = Phone(await reopened(context, site), "rider")
    await expect(again.messages.last).to_have_attribute("data-side", "theirs")
    await context.close()


async def test_numbers_to_call_stay_in_sight_on_a_phone_that_lies_on_its_side(
    site: Site, browser: Browser
) -> None:
    async with opened(browser, site.url, **LYING) as page:
        rider = Phone(page, "rider")
        await rider.says("有人晕倒了")
        await rider.hears("在哪儿")
        bar = rider.chat.get_by_test_id("calls-bar")
        again = bar.get_by_test_id("call-again")
        await expect(again).to_have_count(3)
        for number in await again.all():
            await expect(number).to_be_in_viewport(ratio=0.9)
        await rider.chat.get_by_test_id("call").last.scroll_into_view_if_needed()
        await expect(bar).to_be_hidden()
        await rider.says("快来")
        await rider.hears("转过去了")
        await rider.chat.get_by_test_id("log").evaluate(TO_THE_TOP)
        await bar.get_by_test_id("calls-close").click()
        await expect(bar).to_be_hidden()
        assert await rider.overflow() == []


async def test_a_phone_that_was_behind_another_comes_back_at_its_newest_message(
    site: Site, browser: Browser
) -> None:
    async with opened(browser, site.url, **SMALL) as page:
        rider, coordinator = Phone(page, "rider"), Phone(page, "coordinator")
        await rider.sends_photos("路口地砖坏了")
        await rider.hears("在哪儿")
        await coordinator.comes_up()
        for number in range(6):
            await site.person("rider").says(f"/cancel 第 {number} 次")
        await expect(page.get_by_test_id("unread-rider")).to_be_visible()
        await rider.comes_up()
        await expect(rider.chat.locator(".to-bottom")).to_be_hidden()
        await expect(rider.messages.last).to_be_in_viewport()


async def test_markup_in_words_stays_words(site: Site, browser: Browser) -> None:
    async with opened(browser, site.url, **WIDE) as page:
        rider = Phone(page, "rider")
        await rider.says("<img src=x onerror=alert(1)> <b>钱包丢了</b>")
        shown = rider.messages.and_(page.locator("[data-side=mine]")).filter(
            has_text="<b>钱包丢了</b>"
        )
        await expect(shown).to_be_visible()
        assert await page.locator(".words img, .mine .words b").count() == 0


async def test_a_dead_link_says_so(site: Site, browser: Browser) -> None:
    context = await browser.new_context(**PHONE)
    page = await context.new_page()
    await page.goto(f"{site.url}/chat")
    await expect(page.get_by_role("alert")).to_contain_text("没有登录")
    await context.close()


async def test_a_chat_alone_fills_a_phone_and_works(
    alone: Site, browser: Browser
) -> None:
    async with opened(browser, alone.url, **PHONE) as page:
        visitor = Phone(page)
        await visitor.hears("我是网格蜂")
        await visitor.says("钱包丢了，帮忙找找")
        await visitor.presses("提交")
        await visitor.hears("收到，编号")
        assert await visitor.overflow() == []


async def test_the_page_s_own_words_follow_the_first_word_too(
    alone: Site, browser: Browser
) -> None:
    async with opened(browser, alone.url, **PHONE) as page:
        visitor = Phone(page)
        await visitor.hears("我是网格蜂")
        await visitor.says("english please")
        await visitor.hears("English from now on")
        await expect(visitor.chat).to_have_attribute("lang", "en")
        await expect(visitor.words_here).to_have_attribute(
            "placeholder", re.compile("[a-z]{3}")
        )


async def test_a_page_that_may_not_listen_hears_by_asking(
    alone: Site, browser: Browser
) -> None:
    context = await browser.new_context(**PHONE)
    page = await context.new_page()
    await page.route(re.compile(r"/live[?]"), lambda route: route.fulfill(status=429))
    await page.goto(alone.url)
    visitor = Phone(page)
    await visitor.hears("我是网格蜂")
    await visitor.says("钱包丢了，帮忙找找")
    await visitor.presses("提交")
    await visitor.hears("收到，编号")
    await context.close()
