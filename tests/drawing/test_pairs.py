"""Before and after: two photos as one picture, drawn when both have come, or from what there is."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from bot.drawing import pair
from bot.workshop.outcomes import Unusable
from domain.messages import Address, Event, Media, MediaKind, Reply
from storage.memory.media import Kept
from tests.house import TestHouse, jpeg

RED, BLUE = (200, 30, 30), (30, 30, 200)
LABELS = ["处理前", "处理后"]
RIDER = Address("test", "rider")


async def photo(house: TestHouse, data: bytes | None) -> int:
    """A photo that the rider sent; None is one whose file is gone."""
    media = house.media(data) if data is not None else Media(MediaKind.PHOTO, "gone")
    async with house.database.unit() as unit:
        return unit.media.add(Event("", RIDER, RIDER), media, None)


async def wants_pair(house: TestHouse, before: int, after: int) -> int:
    async with house.database.unit() as unit:
        return unit.media.draw(
            {"draw": "pair", "before": before, "after": after, "labels": LABELS}
        )


async def now(house: TestHouse, made: int) -> Kept:
    async with house.database.unit() as unit:
        return (await unit.media.get_many([made]))[0]


async def picture(house: TestHouse, made: int) -> Image.Image:
    kept = await now(house, made)
    assert (kept.status, kept.media.mime) == ("stored", "image/jpeg")
    return opened(house.files.get(kept.media.sha))


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    assert image.format == "JPEG" and not image.getexif()
    return image


def near(image: Image.Image, x: float, y: float, colour: tuple[int, int, int]) -> bool:
    found = image.getpixel((int(image.width * x), int(image.height * y)))
    assert isinstance(found, tuple)
    return max(abs(a - b) for a, b in zip(found, colour, strict=True)) < 12


# --- through the fetching loop ---


async def test_two_photos_become_one_picture_as_soon_as_both_are_here(
    house: TestHouse,
) -> None:
    before = await photo(house, jpeg((800, 600), RED))
    made = await wants_pair(house, before, await photo(house, jpeg((600, 800), BLUE)))
    await house.fetches()
    assert (await now(house, made)).status == "wanted"
    await house.passes(seconds=2)
    await house.fetches()
    shown = await picture(house, made)
    assert near(shown, 0.1, 0.5, RED) and near(shown, 0.5, 0.9, RED)
    assert near(shown, 0.9, 0.5, BLUE) and near(shown, 0.7, 0.9, BLUE)
    assert house.channel.said == {}


@pytest.mark.parametrize("lost", ["before", "after"])
async def test_a_photo_that_is_gone_leaves_the_other_one_alone(
    house: TestHouse, lost: str
) -> None:
    before = await photo(house, None if lost == "before" else jpeg(colour=RED))
    after = await photo(house, None if lost == "after" else jpeg(colour=BLUE))
    await house.fetches()
    made = await wants_pair(house, before, after)
    await house.fetches()
    shown, colour = await picture(house, made), BLUE if lost == "before" else RED
    assert near(shown, 0.1, 0.6, colour) and near(shown, 0.9, 0.6, colour)


async def test_without_any_photo_there_is_no_picture_but_the_words_still_go(
    house: TestHouse,
) -> None:
    made = await wants_pair(house, await photo(house, None), 4711)
    await house.fetches()
    await house.passes(seconds=2)
    await house.fetches()
    assert (await now(house, made)).status == "failed"
    async with house.database.unit() as unit:
        unit.outbox.add(RIDER, Reply(text="办好了", photos=(made,)))
    house.delivery.offer(unit.outbox.handover)
    await house.settle()
    assert [reply.text for reply in house.channel.said["rider"]] == ["办好了"]


async def test_a_file_that_vanished_from_the_folder_counts_as_gone(
    house: TestHouse,
) -> None:
    before, after = (
        await photo(house, jpeg(colour=RED)),
        await photo(house, jpeg(colour=BLUE)),
    )
    await house.fetches()
    house.files.path((await now(house, before)).media.sha).unlink()
    made = await wants_pair(house, before, after)
    await house.fetches()
    assert near(await picture(house, made), 0.2, 0.6, BLUE)


# --- the drawing itself ---


def test_the_words_above_the_halves_are_drawn_and_differ() -> None:
    photos = [jpeg(colour=RED), jpeg(colour=BLUE)]
    pictures = [
        opened(pair.draw(photos, [word, "后"]))
        for word in ("前", "中", "Before", "", "🚨")
    ]
    strips = [
        image.crop((0, 0, image.width // 2, image.height // 8)).tobytes()
        for image in pictures
    ]
    assert len(set(strips[:4])) == 4
    assert strips[4] == strips[3]


@pytest.mark.parametrize(
    "sizes",
    [((4000, 3000), (3000, 4000)), ((4000, 100), (60, 2000)), ((1, 1), (2000, 1500))],
)
def test_a_pair_is_never_larger_than_a_photo_of_ours(
    sizes: tuple[tuple[int, int], tuple[int, int]],
) -> None:
    shown = opened(pair.draw([jpeg(sizes[0], RED), jpeg(sizes[1], BLUE)], LABELS))
    assert max(shown.size) <= 2560 and shown.height <= 1250


def test_white_stands_between_the_halves_and_behind_what_can_be_seen_through() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (400, 400), (255, 0, 0, 0)).save(out, "PNG")
    shown = opened(pair.draw([jpeg((400, 400), RED), out.getvalue()], LABELS))
    assert near(shown, 0.5, 0.02, (255, 255, 255)) and near(
        shown, 0.75, 0.6, (255, 255, 255)
    )


def test_what_is_no_picture_is_left_out_and_two_of_them_are_refused() -> None:
    assert opened(pair.draw([b"nothing", jpeg((300, 300), BLUE)], LABELS)).width == 300
    with pytest.raises(Unusable):
        pair.draw([b"nothing", None], LABELS)
