"""The honey card as a picture: each tier has its own, and whatever is long stays on it."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image, ImageChops

from bot.drawing import honey
from domain.points.rates import TIERS, Rates, progress

SPEC: dict[str, Any] = {
    "tier": "silver",
    "title": "蜜值储蓄卡",
    "number": "7 号",
    "name": "白银蜂",
    "figures": [["累计", "86"], ["可用", "64"], ["待入账", "20"], ["年底到期", "12"]],
    "progress": 0.36,
    "note": "再得 64 就是黄金蜂",
    "day": "11月23日",
}
BARE = SPEC | {
    "title": "",
    "number": "",
    "name": "",
    "figures": [],
    "note": "",
    "day": "",
}


def opened(spec: dict[str, Any]) -> Image.Image:
    image = Image.open(io.BytesIO(honey.draw(spec)))
    assert image.format == "PNG" and image.size == (honey.WIDE, honey.TALL)
    assert image.info == {}
    return image.convert("RGB")


def test_each_tier_has_its_colours_and_whatever_is_long_stays_on_the_card() -> None:
    assert honey.COLOURS.keys() == set(TIERS)
    bare, royal = opened(BARE), opened(BARE | {"tier": "royal", "progress": 9})
    assert bare.getpixel((40, 300)) != royal.getpixel((40, 300))
    middle = (honey.BAR[0] + 500, (honey.BAR[1] + honey.BAR[3]) // 2)
    assert royal.getpixel(middle) == (255, 216, 102) != bare.getpixel(middle)
    words = "很长的名字 A long name " * 12
    long = dict.fromkeys(("title", "number", "name", "note", "day"), words)
    figures = [["Ends at the end of this very year", "1,234,567,890"]] * 4
    written = opened(BARE | long | {"figures": figures})
    box = ImageChops.difference(written, bare).getbbox()
    assert box is not None
    left, top, right, bottom = box
    assert left >= honey.EDGE - 4 and right <= honey.WIDE - honey.EDGE + 4
    assert top > 40 and bottom < honey.TALL - 30


def test_the_bar_goes_from_this_tier_to_the_next() -> None:
    rates = Rates()
    found = [progress(earned, rates) for earned in (-3, 0, 25, 50, 100, 1999, 2000)]
    assert found == [-0.06, 0, 0.5, 0, 0.5, 0.999, 1]


def test_what_is_no_card_is_refused() -> None:
    with pytest.raises(KeyError):
        honey.draw({key: value for key, value in SPEC.items() if key != "tier"})
