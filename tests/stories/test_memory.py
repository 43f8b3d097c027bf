"""What is known by heart changes no row: stories played with it, without it, and with it lost
before everything that is done. Every day some of them, at night all.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import settings
from sqlalchemy import Select, Table, select

from handlers.dialog import conversation
from storage.database import Database
from storage.memory import memory
from storage.tables.metadata import metadata
from tests.house import TestHouse
from tests.stories.reading import Story, setup_of
from tests.stories.script import Player
from tests.stories.test_stories import STORIES

NIGHT = settings.get_current_profile_name() == "night"
SOME = STORIES if NIGHT else STORIES[::16]
Rows = dict[str, list[str]]
BY_CHANCE = {"message_id", "offers.id"}
"""What two letters that leave at once are numbered, marked together or one after the other."""


async def rows_of(database: Database) -> Rows:
    """Every row of every table but for what is numbered by chance."""
    async with database.reader() as reader:
        return {
            table.name: _told(await reader.execute(_all(table)))
            for table in metadata.sorted_tables
        }


def _all(table: Table) -> Select[Any]:
    kept = [one for one in table.c if not BY_CHANCE & {one.name, str(one)}]
    return select(*kept)


def _told(rows: Iterable[Any]) -> list[str]:
    return sorted(str(tuple(row)) for row in rows)


async def played(story: Story, folder: Path, forgetting: bool = False) -> Rows:
    folder.mkdir()
    codes = patch("secrets.token_urlsafe", side_effect=map(str, itertools.count()))
    # nought is the wrong code that a story tries
    figures = patch("secrets.randbelow", side_effect=itertools.count(1))
    async with TestHouse(folder, setup=setup_of(story)) as house:
        with codes, figures:
            await Player(house, forgetting=forgetting).play(story)
        return await rows_of(house.database)


@pytest.mark.parametrize("story", SOME, ids=lambda story: story.id)
async def test_a_story_leaves_the_same_rows_whatever_is_remembered(
    story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # a timer may stand where it stood, if memory knows that
    monkeypatch.setattr(conversation, "MINUTE", timedelta(0))
    known = await played(story, tmp_path / "known")
    assert await played(story, tmp_path / "lost", forgetting=True) == known
    monkeypatch.setattr(memory, "CHATS", 0)
    monkeypatch.setattr(memory, "EVENTS", 0)
    assert await played(story, tmp_path / "nothing") == known
