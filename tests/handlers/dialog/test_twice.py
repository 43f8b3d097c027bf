"""What is begun twice before it is answered is one form, and one announcement goes once."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from storage.tables.forms import forms
from tests.house import TestHouse


async def opened(house: TestHouse, name: str) -> int:
    rows = select(forms.c.id).where(forms.c.name == name)
    async with house.database.reader() as reader:
        return len((await reader.execute(rows)).all())


@pytest.mark.parametrize("command", ("announce", "announce 今天停水", "onsite"))
async def test_a_form_that_waits_is_asked_again(house: TestHouse, command: str) -> None:
    await house.files_hazard()
    for _ in range(3):
        await house.admin.says(f"/{command}")
    assert await opened(house, command.split()[0]) == 1


async def test_other_words_are_another_announcement(house: TestHouse) -> None:
    await house.files_hazard()
    for words in ("今天停水", "明天停电"):
        await house.admin.says(f"/announce {words}")
    assert await opened(house, "announce") == 2
