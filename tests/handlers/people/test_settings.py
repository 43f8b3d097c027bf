"""/quiet, /digest and /lang: hours and words as people write them, whole or not at all."""

from __future__ import annotations

import pytest

from domain.people import Person
from handlers.people.settings import asked_for
from handlers.texts.sentences import keys, label
from tests.house import TestHouse

HOW = str(label("zh-CN", "quiet-how"))


async def coordinator(house: TestHouse) -> Person:
    async with house.database.unit() as unit:
        found = await unit.people.get(house.people["coordinator"].id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("said", "spans"),
    (
        ("22:00-8:00", ((1320, 480),)),
        ("22：00-8：00", ((1320, 480),)),
        ("22:00-8:00 12:00-13:00", ((1320, 480), (720, 780))),
        ("22:00 - 8:00，12:00至13:00", ((1320, 480), (720, 780))),
        ("22:00–8:00、12:00~13:00", ((1320, 480), (720, 780))),
        ("18:00-24:00", ((1080, 1440),)),
        ("晚上10点到早上8点", ((1320, 480),)),
        ("10pm-8am", ((1320, 480),)),
        ("off", ()),
        ("关", ()),
        ("关闭", ()),
        ("default", None),
        ("默认", None),
    ),
)
async def test_quiet_hours_are_understood(
    house: TestHouse, said: str, spans: tuple[tuple[int, int], ...] | None
) -> None:
    await house.coordinator.says("/quiet 1:00-2:00")
    await house.coordinator.says(f"/quiet {said}")
    assert (await coordinator(house)).quiet == spans


@pytest.mark.parametrize(
    "said", ("", "x", "22:00", "22:00-8:00 x", "8:00-8:00", "25:00-26:00", "off 22:00")
)
async def test_quiet_hours_that_are_not_understood_whole_change_nothing(
    house: TestHouse, said: str
) -> None:
    await house.coordinator.says("/quiet 1:00-2:00")
    await house.coordinator.says(f"/quiet {said}")
    assert "/quiet 22:00-8:00 11:00-13:00" in house.coordinator.last.text
    assert (await coordinator(house)).quiet == ((60, 120),)


@pytest.mark.parametrize(
    ("said", "minute", "shown"),
    (
        ("9:05", 545, "09:05"),
        ("09：00", 540, "09:00"),
        ("０９:００", 540, "09:00"),
        ("9点半", 570, "09:30"),
        ("9 am", 540, "09:00"),
        ("7", 420, "07:00"),
        ("on", None, "08:30"),
        ("开", None, "08:30"),
    ),
)
async def test_the_hour_of_the_digest_is_understood_and_said(
    house: TestHouse, said: str, minute: int | None, shown: str
) -> None:
    await house.coordinator.says(f"/digest {said}")
    done = label("zh-CN", "done-digest", at=shown)
    assert house.coordinator.last.text == done
    assert (await coordinator(house)).digest == minute


@pytest.mark.parametrize("said", ("", "24:00", "25:00", "9:00 吧", "随便", "off 9"))
async def test_an_hour_of_the_digest_that_is_not_understood_changes_nothing(
    house: TestHouse, said: str
) -> None:
    await house.coordinator.says("/digest 07:00")
    await house.coordinator.says(f"/digest {said}")
    assert house.coordinator.last.text == label("zh-CN", "digest-how")
    assert (await coordinator(house)).digest == 420


@pytest.mark.parametrize("word", ("off", "关", "下班", "结束"))
async def test_the_digest_is_turned_off_in_either_language(
    house: TestHouse, word: str
) -> None:
    await house.coordinator.says(f"/digest {word}")
    assert (await coordinator(house)).digest == -1


@pytest.mark.parametrize(
    ("word", "language"),
    (
        ("en", "en"),
        ("English", "en"),
        ("英文", "en"),
        ("英语", "en"),
        ("zh", "zh-CN"),
        ("zh-CN", "zh-CN"),
        ("Chinese", "zh-CN"),
        ("中文", "zh-CN"),
        ("汉语", "zh-CN"),
    ),
)
async def test_a_language_is_named_in_any_language(
    house: TestHouse, word: str, language: str
) -> None:
    await house.coordinator.says(f"/lang {word}")
    assert (await coordinator(house)).language == language
    assert house.coordinator.last.text == label(language, "lang-set")


def test_words_that_are_read_stand_in_both_languages() -> None:
    read = [key for key in keys("zh-CN") if key.startswith("words-")]
    assert len(read) >= 9
    assert all(label(language, key) for key in read for language in ("zh-CN", "en"))


@pytest.mark.parametrize(
    ("said", "language"),
    (
        ("English please", "en"),
        ("speak english", "en"),
        ("请说英文", "en"),
        ("中文", "zh-CN"),
        ("换成中文吧", "zh-CN"),
        ("chinese pls", "zh-CN"),
        ("en", ""),
        ("英文路牌看不懂", ""),
        ("please", ""),
    ),
)
def test_a_language_is_asked_for_in_words(said: str, language: str) -> None:
    assert asked_for(said) == language
