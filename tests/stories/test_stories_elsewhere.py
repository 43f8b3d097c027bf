"""Transcripts with the riders on the web chat's page and in WeChat."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stories.differing import Differs
from tests.stories.elsewhere import Elsewhere
from tests.stories.page_player import PAGE
from tests.stories.reading import Story
from tests.stories.wechat import WECHAT

CHANNELS = {"page": PAGE, "wechat": WECHAT}
POSSIBLE = [
    pytest.param(there, story, id=f"{name}: {story.id}")
    for name, there in CHANNELS.items()
    for story in there.stories.values()
    if not there.cannot(story)
]
LISTED = [
    pytest.param(there, listed, id=f"{name}: {listed.story}")
    for name, there in CHANNELS.items()
    for listed in there.differing
]


@pytest.mark.parametrize(("there", "story"), POSSIBLE)
async def test_the_story_goes_as_written(
    there: Elsewhere, story: Story, tmp_path: Path
) -> None:
    await there.goes(story, tmp_path)


@pytest.mark.parametrize(("there", "listed"), LISTED)
async def test_nothing_is_listed_that_does_not_differ(
    there: Elsewhere, listed: Differs, tmp_path: Path
) -> None:
    story = there.stories[listed.story]
    assert listed.lines.keys() <= {line for _, line in story.lines}
    with pytest.raises(AssertionError):
        await there.plays(story, tmp_path)


@pytest.mark.parametrize("there", CHANNELS.values(), ids=CHANNELS)
def test_few_stories_are_about_what_a_rider_there_cannot_do(there: Elsewhere) -> None:
    titles = [story.title for story in there.stories.values() if there.cannot(story)]
    assert titles == list(there.left)
