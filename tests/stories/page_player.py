"""Plays transcripts with the riders on the web chat's page: which ones, and what differs there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from domain.messages import Address, Media
from tests.house import Actor, jpeg
from tests.stories.differing import Differs
from tests.stories.elsewhere import EN_ROOMS, ZH_ROOMS, Elsewhere
from tests.stories.page import PageActor, PageHouse
from tests.stories.reading import Story, setup_of
from tests.stories.script import Player

WITHOUT = ("☠", "📷✗")
"""What cannot come from there: what nobody can read, and a picture that is not sent with it."""

ITSELF = "the page itself takes no more than nine, and says so"
OWN = "a case that is opened there has the pictures that its reader sent"
AT_ONCE = "a page is told at once which file is no picture"
DIFFERING = (
    Differs(
        "zh-CN/talking: 话里的编号已经办过了：看得到那一件，也能当新的报",
        OWN,
        {
            "小王 < 🟡 YH26-0001 · 道路井盖 路口地砖坏了…": (
                "小王 < 📷 🟡 YH26-0001 · 道路井盖 路口地砖坏了…"
            ),
        },
    ),
    Differs(
        "en/main: Ask, answer, not solved, withdraw",
        OWN,
        {
            "Rider << YH26-0001 is withdrawn. If it comes up again, just send it.": (
                "Rider << 📷 YH26-0001 is withdrawn. If it comes up again, just send it."
            ),
        },
    ),
    Differs(
        "zh-CN/filing: 照片太多",
        ITSELF,
        {"小王 << 一件事最多 9 张照片和视频，多出来的没存。前面的都在。": ""},
    ),
    Differs(
        "zh-CN/filing: 报完才发现打不开",
        AT_ONCE,
        {
            "小王 📷! 地砖坏了": (
                "小王 📷! 地砖坏了\n小王 << 刚才有一个文件打不开，不是照片，没有收下。…"
            ),
            "小王 < YH26-0001：有一个文件打不开，不是照片。…": "",
        },
    ),
)
BEGINS = {"🎤": b"OggS", "🎬": b"\0\0\0 ftypisom", "📎": b"%PDF-1.4 "}


class PagePlayer(Player):
    def _hears(self, chat: str, what: str) -> None:
        super()._hears(chat, self._called(what))

    def _called(self, what: str) -> str:
        for rider in (self.house.rider, self.house.second_rider):
            assert isinstance(rider, PageActor)
            what = what.replace(rider.name, rider.called)
        return what

    def _file(self, mark: str) -> Media:
        """A page's files are called what they are."""
        file = super()._file(mark)
        self.house.channel.files[file.ref] = BEGINS[mark] + file.ref.encode()
        return file

    async def _says(
        self, actor: Actor, what: str, group: Address | None, reply_to: str
    ) -> None:
        """Several pictures are posted together, with the words beside them."""
        mark, _, words = what.partition(" ")
        if not isinstance(actor, PageActor) or set(mark) != {"📷"}:
            return await super()._says(actor, what, group, reply_to)
        media = tuple(self.house.media(jpeg()) for _ in mark)
        self.sent[actor.chat] = await actor.does(
            text=words, media=media, reply_to=reply_to
        )


async def plays(story: Story, folder: Path) -> None:
    setup = replace(setup_of(story), language=story.language)
    async with PageHouse(folder, setup) as house:
        await PagePlayer(house).play(story)


PAGE = Elsewhere(
    plays,
    (
        "en/main",
        "en/emergencies",
        "en/newest",
        "zh-CN/filing",
        "zh-CN/talking",
        "zh-CN/coupons",
        *ZH_ROOMS,
        *EN_ROOMS,
    ),
    DIFFERING,
    WITHOUT,
    left=(
        "一条读不懂的消息不挡别人",
        "取不到的照片，卡片上说清楚",
        "还没提交，照片就取不到了：当场说，也不再算进去",
    ),
)
