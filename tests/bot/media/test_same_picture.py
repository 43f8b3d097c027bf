"""The same picture sent again, smaller or worse, is known again; another one is not."""

from __future__ import annotations

import io
import random
from itertools import combinations

import pytest
from PIL import Image, ImageDraw, ImageFilter
from sqlalchemy import select

from bot.media.pictures import clean, dhash
from domain.pictures import SAME_PICTURE, bits_apart, same_picture
from storage.tables.media import media as media_table
from tests.house import TestHouse, jpeg

DIFFERENT = 18


def scene(seed: int) -> Image.Image:
    """Blurred boxes and discs in many colours, different for every seed."""
    chance = random.Random(seed)
    image = Image.new("RGB", (1280, 960), colour(chance))
    draw = ImageDraw.Draw(image)
    for _ in range(60):
        x, y, wide, high = (chance.randrange(most) for most in (1280, 960, 500, 400))
        shape = draw.ellipse if chance.random() < 0.5 else draw.rectangle
        shape(
            (x - wide // 2, y - high // 2, x + wide // 2, y + high // 2),
            fill=colour(chance),
        )
    return image.filter(ImageFilter.GaussianBlur(3))


def colour(chance: random.Random) -> tuple[int, int, int]:
    return chance.randrange(256), chance.randrange(256), chance.randrange(256)


def encoded(image: Image.Image, kind: str = "JPEG", quality: int = 90) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, quality=quality)
    return out.getvalue()


def hashed(data: bytes) -> int:
    return dhash(clean(data)[0])


@pytest.mark.parametrize("seed", range(12))
def test_a_picture_in_another_size_quality_or_format_is_the_same(seed: int) -> None:
    image = scene(seed)
    first = hashed(encoded(image))
    others = [
        encoded(image.resize((640, 480)), quality=50),
        encoded(image.resize((320, 240)), quality=30),
        encoded(image.resize((2600, 1950))),
        encoded(image.resize((900, 675)), "PNG"),
        encoded(image, "WEBP", 40),
        encoded(Image.eval(image, lambda value: min(255, value + 12))),
    ]
    assert max(bits_apart(first, hashed(other)) for other in others) <= SAME_PICTURE


def test_other_pictures_are_others() -> None:
    hashes = [hashed(encoded(scene(seed))) for seed in range(40)]
    assert min(bits_apart(a, b) for a, b in combinations(hashes, 2)) >= DIFFERENT


def test_a_hash_fits_a_signed_column_of_64_bits() -> None:
    hashes = [hashed(encoded(scene(seed))) for seed in range(12)]
    assert all(-(2**63) <= one < 2**63 for one in hashes)
    assert min(hashes) < 0 < max(hashes)


def test_brighter_on_the_left_is_a_set_bit() -> None:
    ramp = Image.linear_gradient("L").rotate(90).convert("RGB")
    bits = {
        dhash(encoded(ramp)) & 2**64 - 1,
        dhash(encoded(ramp.rotate(180))) & 2**64 - 1,
    }
    assert bits == {0, 2**64 - 1}


def test_pictures_with_transparency_and_of_one_pixel_have_a_hash() -> None:
    assert isinstance(
        hashed(encoded(Image.new("RGBA", (50, 50), (9, 9, 9, 0)), "PNG")), int
    )
    assert hashed(encoded(Image.new("RGB", (1, 1)))) == 0


def test_two_plain_pictures_are_not_taken_for_one() -> None:
    assert not same_picture([hashed(jpeg())], [hashed(jpeg(colour=(1, 2, 3)))])


async def test_a_photo_has_its_hash_as_soon_as_it_is_stored(house: TestHouse) -> None:
    image = scene(1)
    await house.rider.sends_photo("路口地砖坏了", data=encoded(image))
    await house.rider.sends_photo(data=encoded(image.resize((640, 480))))
    await house.rider.sends_voice()
    await house.fetches()
    async with house.database.unit() as unit:
        media = (
            (await unit.query(select(media_table.c.id).order_by(media_table.c.id)))
            .scalars()
            .all()
        )
        kept = await unit.query(
            select(media_table.c.id, media_table.c.dhash).where(
                media_table.c.dhash.is_not(None)
            )
        )
        hashes = {row.id: row.dhash for row in kept}
    assert hashes == house.database.memory.media.hashes
    assert len(media) == 3
    assert list(hashes) == list(media[:2])
    assert same_picture([hashes[media[0]]], [hashes[media[1]]])
