"""Transcripts with the riders in WeChat: as they are written, but for what is listed in
differing.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house import TestHouse
from tests.stories.differing import DIFFERING, Differs, cannot, differently
from tests.stories.reading import Story, read, setup_of
from tests.stories.wechat import WechatPlayer

HERE = Path(__file__).parent
PLAYED = (
    "en/main",
    "en/hearing",
    "en/emergencies",
    "zh-CN/filing",
    "zh-CN/hearing",
    "zh-CN/emergencies",
    "zh-CN/stations",
    "zh-CN/wishes",
    "zh-CN/matching",
    "zh-CN/gifts",
    "zh-CN/coupons",
    "zh-CN/members",
    "zh-CN/points",
    "zh-CN/proofs",
    "zh-CN/hive",
)
STORIES = {story.id: story for name in PLAYED for story in read(HERE / f"{name}.txt")}
POSSIBLE = [story for story in STORIES.values() if not cannot(story)]


async def plays(story: Story, folder: Path) -> None:
    async with TestHouse(folder, setup=setup_of(story)) as house:
        await WechatPlayer(house).play(story)


@pytest.mark.parametrize("story", POSSIBLE, ids=lambda story: story.id)
async def test_the_story_goes_as_written(story: Story, tmp_path: Path) -> None:
    await plays(differently(story), tmp_path)


@pytest.mark.parametrize("listed", DIFFERING, ids=lambda listed: listed.story)
async def test_nothing_is_listed_that_does_not_differ(
    listed: Differs, tmp_path: Path
) -> None:
    story = STORIES[listed.story]
    assert listed.lines.keys() <= {line for _, line in story.lines}
    with pytest.raises(AssertionError):
        await plays(story, tmp_path)


def test_few_stories_are_about_what_a_rider_there_cannot_do() -> None:
    left = [story.title for story in STORIES.values() if cannot(story)]
    assert left == [
        "The place of an emergency was wrong: a correction, an edit or a pin moves it, and "
        "everybody concerned hears of it",
        "改了发过的话，草稿跟着改",
        "太长的话",
        "改成太长的话，原来的还在",
        "急事的地方说错了：改一句、改那条消息、发位置都跟着走，两边的人和网格长都知道",
        "交上去以后改那条消息，地方换了：这件事也跟着过去",
    ]
