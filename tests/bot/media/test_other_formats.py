"""Pictures of iPhones, new Androids and scanners are pictures: kept as JPEG, upright, without what
their makers wrote into them.
"""

from __future__ import annotations

import io

import pytest
from PIL import Image

from bot.media.names import file_name
from bot.media.pictures import CONVERTED, clean, dhash
from bot.workshop.outcomes import Unusable
from domain.messages import Media, MediaKind
from domain.pictures import same_picture
from tests.bot.media.test_same_picture import scene
from tests.house import TestHouse

ORIENTATION, MAKER, TURNED = 0x0112, 0x010F, 6


def saved(image: Image.Image, kind: str, orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = orientation, "SpyCam"
    # HEIC turns in its container, as phones do it, and takes that from here
    image.info["exif"] = exif.tobytes()
    out = io.BytesIO()
    image.save(out, kind, **({} if kind == "HEIF" else {"exif": exif}))
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def half() -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (240, 120), (255, 0, 0))
    image.paste((0, 0, 255), (120, 0, 240, 120))
    return image


def greys(mode: str) -> Image.Image:
    """Black on the left to white on the right, in as many bits as the mode has."""
    top = {"I;16": 65535, "I": 1_000_000, "F": 1.0}[mode]
    image = Image.new(mode, (256, 8))
    for x in range(256):
        for y in range(8):
            value = x * top / 255
            image.putpixel((x, y), value if mode == "F" else int(value))
    return image


@pytest.mark.parametrize("kind", CONVERTED)
def test_other_formats_become_jpeg_without_what_their_makers_wrote(kind: str) -> None:
    data = saved(scene(3), kind)
    assert b"SpyCam" in data
    kept, mime = clean(data)
    assert mime == "image/jpeg" and opened(kept).format == "JPEG"
    assert b"SpyCam" not in kept and not opened(kept).getexif()
    same = clean(saved(scene(3), "JPEG"))[0]
    assert same_picture([dhash(kept)], [dhash(same)])


@pytest.mark.parametrize("kind", ["JPEG", *CONVERTED])
def test_a_picture_that_was_taken_sideways_stands_upright(kind: str) -> None:
    image = opened(clean(saved(half(), kind, TURNED))[0])
    assert image.size == (120, 240)
    top, bottom = image.getpixel((60, 20)), image.getpixel((60, 220))
    assert isinstance(top, tuple) and isinstance(bottom, tuple)
    assert top[0] > 200 > 60 > top[2] and bottom[2] > 200 > 60 > bottom[0]


@pytest.mark.parametrize("kind", CONVERTED)
def test_large_pictures_of_other_formats_are_made_smaller(kind: str) -> None:
    data = saved(Image.new("RGB", (3000, 300), (9, 99, 9)), kind)
    assert opened(clean(data)[0]).size == (2560, 256)


@pytest.mark.parametrize("kind", CONVERTED)
def test_the_front_part_of_a_picture_is_no_picture(kind: str) -> None:
    data = saved(scene(4), kind)
    with pytest.raises(Unusable):
        clean(data[: len(data) // 3])


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("I;16", "PNG"), ("I;16", "TIFF"), ("I", "TIFF"), ("F", "TIFF")],
)
def test_greys_of_many_bits_stay_greys(mode: str, kind: str) -> None:
    out = io.BytesIO()
    greys(mode).save(out, kind)
    kept = opened(clean(out.getvalue())[0]).convert("L")
    shades = [kept.getpixel((x, 4)) for x in range(0, 256, 15)]
    expected = range(0, 256, 15)
    off = [abs(int(a) - b) for a, b in zip(shades, expected, strict=True)]  # type: ignore[arg-type]
    assert max(off) <= 4


def test_a_plain_grey_of_many_bits_is_a_picture() -> None:
    out = io.BytesIO()
    Image.new("F", (9, 9), 0.5).save(out, "TIFF")
    assert opened(clean(out.getvalue())[0]).size == (9, 9)


@pytest.mark.parametrize("mode", ["LA", "RGBA"])
def test_what_can_be_seen_through_does_not_become_black(mode: str) -> None:
    out = io.BytesIO()
    Image.new(mode, (9, 9), 0).save(out, "PNG")
    kept = opened(clean(out.getvalue())[0])
    assert kept.convert("RGBA").getpixel((4, 4)) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("name", "mime", "called"),
    [
        ("IMG_1.HEIC", "image/jpeg", "IMG_1.jpg"),
        ("IMG_1.JPG", "image/jpeg", "IMG_1.JPG"),
        ("IMG_1.jpeg", "image/jpeg", "IMG_1.jpeg"),
        ("scan.v2.tif", "image/png", "scan.v2.png"),
        ("", "image/jpeg", "photo.jpg"),
        ("register.xlsx", "application/vnd.ms-excel", "register.xlsx"),
        ("", "application/pdf", "photo"),
    ],
)
def test_a_file_is_called_what_it_became(name: str, mime: str, called: str) -> None:
    assert file_name(Media(MediaKind.PHOTO, "", name=name, mime=mime)) == called


async def test_a_heic_photo_is_stored_as_a_jpeg(house: TestHouse) -> None:
    await house.rider.sends_photo("路口地砖坏了", data=saved(half(), "HEIF"))
    await house.fetches()
    async with house.database.unit() as unit:
        [kept] = await unit.media.get_many([1])
    assert (kept.status, kept.media.mime) == ("stored", "image/jpeg")
    [stored] = [path for path in house.files.path(kept.media.sha).parent.iterdir()]
    assert opened(stored.read_bytes()).format == "JPEG"
