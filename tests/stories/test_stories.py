"""Every transcript of this folder; those with long talks also with a restart before everything
that is done.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.house import TestHouse
from tests.stories.reading import Story, read, setup_of
from tests.stories.script import Player

HERE = Path(__file__).parent
STORIES = [story for path in sorted(HERE.glob("*/*.txt")) for story in read(path)]

# what a restart spoils it spoils in every language
RESTARTED = {
    "zh-CN": (
        "answers",
        "casework",
        "filing",
        "hearing",
        "lists",
        "talking",
        "twice",
    ),
    "en": ("emergencies",),
}
TICK = timedelta(milliseconds=7)
"""A message is a little later than the form that asks for it, as anywhere but here."""
TICKING = ("answers", "closing", "steps")

TALKS = [story for story in STORIES if story.path.stem in RESTARTED[story.language]]

GOING_ON = [
    story
    for story in STORIES
    if story.language == "zh-CN" and story.path.stem in TICKING
]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.id)
async def test_the_story_goes_as_written(story: Story, tmp_path: Path) -> None:
    async with TestHouse(tmp_path, setup=setup_of(story)) as house:
        await Player(house).play(story)


@pytest.mark.parametrize("story", TALKS, ids=lambda story: story.id)
async def test_the_story_goes_as_written_though_the_house_restarts_at_every_line(
    story: Story, tmp_path: Path
) -> None:
    async with TestHouse(tmp_path, setup=setup_of(story)) as house:
        await Player(house, restarting=True).play(story)


@pytest.mark.parametrize("story", GOING_ON, ids=lambda story: story.id)
async def test_the_story_goes_as_written_while_time_goes_on(
    story: Story, tmp_path: Path
) -> None:
    async with TestHouse(tmp_path, setup=setup_of(story)) as house:
        house.clock.tick = TICK
        await Player(house).play(story)


def test_every_story_has_its_own_title() -> None:
    ids = [story.id for story in STORIES]
    assert len(ids) == len(set(ids))


def test_there_are_stories_in_both_languages() -> None:
    assert {story.language for story in STORIES} == {"zh-CN", "en"}
