"""One phone on the page, used as a person uses it: by what can be seen and pressed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from playwright.async_api import FilePayload, Locator, Page, expect

from tests.house import jpeg

PHOTO: FilePayload = {
    "name": "IMG_0001.jpg",
    "mimeType": "image/jpeg",
    "buffer": jpeg((640, 480)),
}


STICKING_OUT = """() => {
  const parts = document.querySelectorAll('button, .bubble, textarea, header, footer');
  return [...parts].filter((e) => {
    const b = e.getBoundingClientRect();
    const scrolls = e.closest('.tips ol, .strip, .tools');
    return b.width && !scrolls && (b.right > innerWidth + 1 || b.left < -1);
  }).map((e) => e.outerHTML.slice(0, 120));
}"""

PAINTS = """(button) => {
  const paint = (one) => getComputedStyle(one).backgroundColor;
  const all = button.closest('.choices').querySelectorAll('.choice');
  return { own: paint(button), every: [...all].map(paint) };
}"""


class Phone:
    """`role` is "rider", "coordinator" or "admin" on the demo's page; "" for a chat alone on its
    page.
    """

    def __init__(self, page: Page, role: str = "") -> None:
        self.page = page
        self.role = role
        self.chat = page.locator(f"[data-testid=phone-{role}]" if role else "grid-chat")
        self.tab = page.get_by_test_id(f"tab-{role}")
        self.messages = self.chat.get_by_test_id("message")
        self.words_here = self.chat.get_by_test_id("composer-text")

    async def comes_up(self) -> None:
        """On a narrow screen one phone is seen at a time."""
        if self.role and await self.tab.is_visible():
            await self.tab.click()
        await expect(self.chat).to_be_visible()

    async def says(self, text: str) -> None:
        await self.comes_up()
        await self.words_here.fill(text)
        await self.chat.get_by_test_id("send").click()

    async def sends_photos(
        self, caption: str = "", photos: Sequence[FilePayload] = (PHOTO,)
    ) -> None:
        await self.comes_up()
        await self.chat.get_by_test_id("photo-input").set_input_files(list(photos))
        await expect(
            self.chat.get_by_test_id("photo-strip").locator("li")
        ).to_have_count(len(photos))
        await self.says(caption)

    async def drops_a_pin(self, x: float = 0.5, y: float = 0.45) -> None:
        """Taps the map at this part of its width and height."""
        await self.comes_up()
        await self.chat.get_by_test_id("place-button").click()
        map_ = self.chat.get_by_test_id("map")
        box = await map_.bounding_box()
        assert box is not None
        await map_.click(position={"x": box["width"] * x, "y": box["height"] * y})
        await self.chat.get_by_test_id("place-confirm").click()
        await expect(self.chat.get_by_test_id("picker")).to_have_count(0)

    def button(self, label: str) -> Locator:
        """The newest button of a message with these words."""
        return (
            self.chat.get_by_test_id("choice")
            .filter(has_text=re.compile(re.escape(label)))
            .last
        )

    async def stands_out(self, label: str) -> bool:
        """Whether no other button of its message has this one's colour."""
        button = self.button(label)
        paints = await button.evaluate(PAINTS)
        own, every = paints["own"], paints["every"]
        return len(every) > 1 and every.count(own) == 1

    async def presses(self, label: str) -> None:
        await self.comes_up()
        await self.button(label).click()

    async def hears(self, words: str) -> Locator:
        """The newest message from the other side with these words, waited for."""
        await self.comes_up()
        heard = (
            self.messages.and_(self.page.locator("[data-side=theirs]"))
            .filter(has_text=words)
            .last
        )
        await expect(heard).to_be_visible()
        return heard

    async def command(self, name: str) -> None:
        """Chooses a command in the menu."""
        await self.comes_up()
        await self.chat.get_by_test_id("menu-button").click()
        await self.chat.locator(f"[data-command='{name}']").click()

    async def overflow(self) -> Any:
        """Elements that stick out of the window sideways; there should be none."""
        return await self.page.evaluate(STICKING_OUT)
