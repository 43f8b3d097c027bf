"""Transcripts with the riders on another channel: as they are written, but for what is listed of
that channel.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.stories.differing import Differs, cannot, differently
from tests.stories.reading import Story, read

HERE = Path(__file__).parent
ZH_ROOMS = (
    "zh-CN/stations: 问一声",
    "zh-CN/wishes: 许下",
    "zh-CN/matching: 需求和资源",
    "zh-CN/matching: 点单：",
    "zh-CN/points: 办好了先等着",
    "zh-CN/gifts: 从蜂巢进去",
    "zh-CN/coupons: 领一张",
    "zh-CN/members: 三下报上名",
    "zh-CN/members: 志愿单：",
    "zh-CN/proofs: 受理以后开",
    "zh-CN/hive: 有驿站也有心愿墙",
)
EN_ROOMS = (
    "en/stations: Asked, a place sent",
    "en/wishes: Worded, put up",
    "en/matching: A need and a resource",
    "en/matching: An order: chosen",
    "en/points: Waiting once it is solved",
    "en/gifts: A pair of gloves",
    "en/coupons: Taken, typed by the shop",
    "en/members: Three presses",
    "en/members: An errand: the first",
    "en/proofs: Once accepted",
    "en/hive: Stations and a list of wishes",
)
"""What each room of the hive is there for, in a story of its own, as its title begins."""


@dataclass(frozen=True)
class Elsewhere:
    """A channel: how a story is played there, which ones are (`FILE`, or `FILE: TITLE` as it
    begins), what differs, what a rider cannot do `without` which a story is not played, and the
    titles of those that are `left` out for it.
    """

    plays: Callable[[Story, Path], Awaitable[None]]
    played: Sequence[str]
    differing: Sequence[Differs]
    without: Sequence[str]
    left: Sequence[str]

    @cached_property
    def stories(self) -> dict[str, Story]:
        found = [story for name in self.played for story in _named(name)]
        return {story.id: story for story in found}

    def cannot(self, story: Story) -> bool:
        return cannot(story, self.without)

    async def goes(self, story: Story, folder: Path) -> None:
        await self.plays(differently(story, self.differing), folder)


def _named(name: str) -> list[Story]:
    file, _, title = name.partition(": ")
    found = [
        story for story in read(HERE / f"{file}.txt") if story.title.startswith(title)
    ]
    assert found, f"no such story: {name}"
    return found
