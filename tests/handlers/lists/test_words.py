"""What is typed after /queue: which part is a filter, an area, or a word to look for."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from domain.messages import Event
from domain.wanted import (
    FILED_TODAY,
    FILED_YESTERDAY,
    LATE,
    MINE,
    NEW,
    RED,
    SUPERVISED,
    TODAY,
    TOMORROW,
    UNASSIGNED,
    URGENT,
    WEEK,
    YELLOW,
)
from handlers.dialog.turn import Turn
from handlers.lists.kept import Listing
from handlers.lists.naming import wanted
from handlers.lists.words import MOST_PIECES, narrowed
from tests.house import Actor, TestHouse


@asynccontextmanager
async def turn_of(house: TestHouse, who: Actor) -> AsyncIterator[Turn]:
    """A turn in which this person said nothing yet."""
    async with house.database.unit() as unit:
        event = Event("e", who.address, who.address)
        yield Turn(event, unit, house.setup, who.person)


async def read(house: TestHouse, said: str) -> Listing:
    async with turn_of(house, house.street_lead) as turn:
        return narrowed(turn, Listing(1), said)


@pytest.mark.parametrize(
    ("said", "only"),
    (
        ("迟", LATE),
        ("超时", LATE),
        ("Overdue", LATE),
        ("我的", MINE),
        ("mine", MINE),
        ("没人接", UNASSIGNED),
        ("没接单", UNASSIGNED),
        ("unassigned", UNASSIGNED),
        ("急", URGENT),
        ("URGENT", URGENT),
        ("ｍｉｎｅ", MINE),
        ("还没接的", UNASSIGNED),
        ("最急的", URGENT),
        ("黄牌的", YELLOW),
        ("red cards", RED),
        ("督办的", SUPERVISED),
        ("今天到期的", TODAY),
        ("明天到期的", TOMORROW),
        ("due tomorrow", TOMORROW),
        ("这周到期的", WEEK),
        ("due this week", WEEK),
        ("新来的", NEW),
        ("new ones", NEW),
        ("今天报的", FILED_TODAY),
        ("today's", FILED_TODAY),
        ("昨天的", FILED_YESTERDAY),
        ("yesterday's", FILED_YESTERDAY),
    ),
)
async def test_a_filter_goes_by_many_names_in_both_languages(
    house: TestHouse, said: str, only: str
) -> None:
    assert await read(house, said) == Listing(1, only=(only,))


@pytest.mark.parametrize(
    ("said", "due"),
    (
        ("周五要交", "2026-11-27/2026-11-27"),
        ("后天到期", "2026-11-25/2026-11-25"),
        ("12月1日截止", "2026-12-01/2026-12-01"),
        ("下周到期", "2026-11-30/2026-12-06"),
        ("due on friday", "2026-11-27/2026-11-27"),
        ("due next week", "2026-11-30/2026-12-06"),
    ),
)
async def test_what_is_due_on_a_day_goes_by_any_name_of_that_day(
    house: TestHouse, said: str, due: str
) -> None:
    assert await read(house, said) == Listing(1, due=due)


async def test_a_day_alone_is_a_word_to_look_for(house: TestHouse) -> None:
    assert await read(house, "12-01") == Listing(1, words=("12-01",))


@pytest.mark.parametrize(
    ("said", "kind"),
    (
        ("隐患", "hazard"),
        ("求助", "help"),
        ("心愿", "wish"),
        ("Hazards", "hazard"),
        ("help", "help"),
        ("wishes", "wish"),
    ),
)
async def test_a_kind_goes_by_its_names(house: TestHouse, said: str, kind: str) -> None:
    assert await read(house, said) == Listing(1, kinds=(kind,))


@pytest.mark.parametrize("said", ["全部", "所有", "all", "ALL"])
async def test_all_narrows_nothing(house: TestHouse, said: str) -> None:
    assert await read(house, said) == Listing(1)


@pytest.mark.parametrize(
    ("said", "areas"),
    (
        ("G02", ("G02",)),
        ("g02", ("G02",)),
        ("桂花里网格", ("G02",)),
        ("网格2", ("G02",)),
        ("二号网格", ("G02",)),
        ("G01 G02", ("G01", "G02")),
        ("幸福街道", ("S1",)),
    ),
)
async def test_an_area_goes_by_its_code_its_name_and_its_number(
    house: TestHouse, said: str, areas: tuple[str, ...]
) -> None:
    assert await read(house, said) == Listing(1, areas=areas)


async def test_several_are_read_together_in_any_order(house: TestHouse) -> None:
    both = Listing(
        1,
        only=(MINE, LATE),
        areas=("G02",),
        words=("垃圾", "东门"),
    )
    said = "我的 垃圾，桂花里网格、迟 东门；垃圾"
    assert await read(house, said) == both


async def test_the_proper_name_of_a_grid_alone_may_be_a_place_too(
    house: TestHouse,
) -> None:
    listing = await read(house, "桂花里")
    assert listing == Listing(1, words=("桂花里",))
    async with turn_of(house, house.street_lead) as turn:
        (word,) = wanted(turn, listing).words
    assert word.areas == {"G02"}


@pytest.mark.parametrize(
    ("said", "codes"),
    (
        ("垃圾", {"rubbish"}),
        ("sewage", {"rubbish"}),
        ("道路井盖", {"road"}),
        ("tree", {"tree"}),
        ("ro", set()),
        ("飞碟", set()),
    ),
)
async def test_a_word_may_name_categories_in_any_language(
    house: TestHouse, said: str, codes: set[str]
) -> None:
    async with turn_of(house, house.street_lead) as turn:
        (word,) = wanted(turn, narrowed(turn, Listing(1), said)).words
    assert word.categories == codes


async def test_a_number_is_looked_for_as_it_is_written_on_cards(
    house: TestHouse,
) -> None:
    assert (await read(house, "yh26-3")).words == ("YH26-0003",)


async def test_a_name_finds_what_somebody_looks_after(house: TestHouse) -> None:
    async with turn_of(house, house.street_lead) as turn:
        (word,) = wanted(turn, narrowed(turn, Listing(1), "李敏")).words
    assert word.people == {house.people["coordinator"].id}


@pytest.mark.parametrize("said", ("x " * 3000, "长" * 3000, "%", "\\", "'", "，，"))
async def test_whatever_is_typed_is_answered(house: TestHouse, said: str) -> None:
    await house.files_hazard()
    await house.lead.says(f"/queue {said[:2900]}")
    assert house.lead.last.text
    assert len((await read(house, said)).words) <= MOST_PIECES
