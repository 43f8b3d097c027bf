"""The stories of the hive once more, with every press of the newest buttons typed by its label, in
chats that show all buttons as they are.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from domain.messages import Address
from tests.house import Actor, TestHouse
from tests.stories.reading import Story, fits, plain, read, setup_of
from tests.stories.script import Player

HERE = Path(__file__).parent
NAMES = ("zh-CN/members", "zh-CN/matching", "zh-CN/stations", "en/wishes", "en/gifts")
STORIES = [story for name in NAMES for story in read(HERE / f"{name}.txt")]


class TypingPlayer(Player):
    """A word at the top of the screen is a line of the chat then."""

    async def _person(self, actor: Actor, what: str, group: Address | None) -> None:
        if group or not what.startswith("[") or what.startswith("[["):
            return await super()._person(actor, what, group)
        await self._again()
        shown, choice = actor._button(what[1:-1], None, actor.address, False)
        newest = next(one for one in reversed(actor.sees) if one.labels)
        if shown is not newest:
            return await super()._person(actor, what, group)
        await actor.says(choice.label)

    def _toast(self, chat: str, pattern: str) -> None:
        said: list[Any] = self.house.channel.said.get(chat, [])
        if not any(fits(f"…{pattern}…", plain(reply)) for reply in said[-3:]):
            super()._toast(chat, pattern)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.id)
async def test_the_story_goes_as_written_with_labels_typed(
    story: Story, tmp_path: Path
) -> None:
    async with TestHouse(tmp_path, setup=setup_of(story)) as house:
        await TypingPlayer(house).play(story)
