"""What an answer says of a photo that is still being fetched is true at every moment."""

from __future__ import annotations

import pytest

from domain.messages import Media, MediaKind
from handlers.actions.after import DONE
from handlers.dialog.marks import PREFIX
from handlers.texts.sentences import label
from tests.house import TestHouse, jpeg

ON_ITS_WAY = label("zh-CN", "done-photo-on-its-way")
HERE = label("zh-CN", "done-photo-here")
BROKEN = b"%PDF-1.4 no picture at all"


async def solved(house: TestHouse, *photos: bytes) -> str:
    """A case that the coordinator answered with these photos; what the answer says then."""
    await house.files_hazard()
    await house.fetches()
    await house.coordinator.presses("接单")
    await house.coordinator.presses("办好了")
    media = tuple(house.media(data) for data in photos or (jpeg(),))
    await house.coordinator.does(text="换好了", media=media)
    return standing(house)


def standing(house: TestHouse) -> str:
    """The answer as it stands now, wherever in the chat."""
    said = [shown for shown in house.coordinator.sees if "已告诉报事人" in shown.text]
    assert len(said) == 1, "it is changed and not said again"
    return said[0].text


async def test_the_line_changes_when_the_photo_has_come(house: TestHouse) -> None:
    before = await solved(house)
    assert before.endswith(ON_ITS_WAY)
    await house.fetches()
    assert standing(house) == before.replace(ON_ITS_WAY, HERE)
    assert "撤销" in "".join(house.coordinator.last.labels)


async def test_it_changes_once_all_photos_have_come(house: TestHouse) -> None:
    before = await solved(house, jpeg(), jpeg((90, 60)))
    changes = len(house.coordinator.last.earlier)
    await house.fetches()
    assert standing(house) == before.replace(ON_ITS_WAY, HERE)
    assert len(house.coordinator.sees[-1].earlier) - changes == 1


async def test_a_file_that_is_no_photo_leaves_no_line(house: TestHouse) -> None:
    await solved(house, BROKEN)
    await house.fetches()
    assert ON_ITS_WAY not in standing(house)
    assert HERE not in standing(house)


async def test_a_photo_that_is_gone_leaves_no_line(house: TestHouse) -> None:
    await house.files_hazard()
    await house.fetches()
    await house.coordinator.presses("接单")
    await house.coordinator.presses("办好了")
    gone = Media(MediaKind.PHOTO, "gone", 1000, mime="image/jpeg")
    await house.coordinator.does(text="换好了", media=(gone,))
    assert ON_ITS_WAY in standing(house)
    await house.fetches()
    assert ON_ITS_WAY not in standing(house)
    assert HERE not in standing(house)


async def test_what_was_taken_back_meanwhile_stays_taken_back(house: TestHouse) -> None:
    await solved(house)
    await house.coordinator.presses("撤销")
    taken_back = house.coordinator.last.text
    await house.fetches()
    assert house.coordinator.last.text == taken_back
    assert HERE not in "".join(shown.text for shown in house.coordinator.sees)


async def test_when_the_case_went_on_there_is_nothing_left_to_take_back(
    house: TestHouse,
) -> None:
    await solved(house)
    await house.rider.presses("已解决")
    await house.fetches()
    (answer,) = [s for s in house.coordinator.sees if "已告诉报事人" in s.text]
    assert answer.text.endswith(HERE)
    assert "撤销" not in "".join(answer.labels)


async def test_the_line_changes_though_the_house_restarted(house: TestHouse) -> None:
    before = await solved(house)
    await house.restarts()
    await house.fetches()
    assert standing(house) == before.replace(ON_ITS_WAY, HERE)


@pytest.mark.parametrize("photos", (1, 2))
async def test_nothing_is_remembered_when_it_is_over(
    house: TestHouse, photos: int
) -> None:
    await solved(house, *[jpeg((90 + 30 * one, 60)) for one in range(photos)])
    await house.fetches()
    async with house.database.unit() as unit:
        left = await unit.forms.of(house.coordinator.address)
    assert [one.name for one in left] == [PREFIX + DONE]
