"""A group that only reads is told of a case by number, kind, grid, time and link alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.messages import Address
from domain.privacy import Privacy
from handlers.dialog.setup import Setup
from tests.house import Shown, TestHouse

BOARD, OTHER = Address("test", "-board"), Address("test", "-other")
WORDS = "路口地砖坏了，找老王13800138000"


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[TestHouse]:
    setup = Setup(
        links={"web": "https://grid.example.org/?start={code}"},
        boards={"G01": BOARD, "G02": OTHER},
        most_messages_a_minute=10_000,
    )
    async with TestHouse(tmp_path, setup=setup) as made:
        yield made


def posted(house: TestHouse, board: Address = BOARD) -> list[Shown]:
    return house.channel.chats.get(board.chat, [])


async def test_a_case_is_told_by_its_number_and_a_link_and_nothing_of_what_was_said(
    house: TestHouse,
) -> None:
    number = await house.files_hazard(words=WORDS)
    (post,) = posted(house)
    said, _, link = post.text.rpartition("\n")
    assert link == f"https://grid.example.org/?start=c_{number}"
    first, area, due = said.splitlines()
    assert first.startswith("🆕") and number in first
    assert area == "幸福街道 · 幸福路口网格" and "前接单" in due
    for secret in ("地砖", "138", house.rider.name, house.coordinator.name):
        assert secret not in post.text
    shown = post.reply
    assert not (shown.photos or shown.files or shown.place or shown.choices)
    assert posted(house, OTHER) == []

    await house.coordinator.says(f"/start c_{number}")
    assert "地砖" in house.coordinator.last.text
    await house.stranger.says(f"/start c_{number}")
    assert "地砖" not in house.stranger.last.text


async def test_it_hears_again_only_of_what_comes_comes_back_or_is_late(
    house: TestHouse,
) -> None:
    number = await house.files_hazard()
    await house.coordinator.presses("接单")
    assert len(posted(house)) == 1
    await house.passes(days=9)
    before = len(posted(house))
    late = posted(house)[-1].text
    assert late.startswith("⏰") and number in late and "超时" in late
    await house.lead.says(f"/privacy {number} confidential")
    await house.lead.says(f"/privacy {number} open")
    assert len(posted(house)) == before + 1
    assert posted(house)[-1].text.startswith("↪️")


async def test_a_confidential_case_is_not_there(house: TestHouse) -> None:
    await house.rider.says("老板拖欠工资三个月")
    await house.rider.sends_place("G01")
    await house.rider.presses("提交")
    async with house.database.unit() as unit:
        (case,) = await unit.cases.all_open(0, 9)
    assert (case.privacy, case.area) == (Privacy.CONFIDENTIAL, "G01")
    assert posted(house) == []
    number = await house.files_hazard(house.second_rider)
    (post,) = posted(house)
    assert number in post.text and case.number not in post.text
