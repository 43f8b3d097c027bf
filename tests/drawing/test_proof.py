"""The proof slip as a picture: its code can be scanned, and whatever is long stays on it."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from bot.drawing import proof

SPEC: dict[str, Any] = {
    "title": "上报证明",
    "number": "YH26-0001",
    "rows": [
        ["上报时间", "2026-11-23 10:00"],
        ["网格", "幸福路口网格"],
        ["核对码", "C"],
    ],
    "qr": "https://grid.example.org/proof/YH26-0001-K7QM3-XDP9T",
    "notes": ["只证明这个时间上报过", "扫码核对"],
}


def opened(**other: Any) -> Image.Image:
    image = Image.open(io.BytesIO(proof.draw(SPEC | other)))
    assert image.format == "PNG" and image.size == (proof.WIDE, proof.TALL)
    assert image.info == {}
    return image


def edges(image: Image.Image) -> set[tuple[int, ...]]:
    """The colours of the margin, below the strip at the top."""
    size = (proof.EDGE - 8, proof.TALL - 30)
    strips = [
        image.crop((left, 30, left + size[0], 30 + size[1])).getcolors()
        for left in (0, proof.WIDE - size[0])
    ]
    return {colour for strip in strips for _, colour in strip or ()}  # type: ignore[misc]


def test_the_slip_is_a_picture_with_all_that_it_says() -> None:
    full, bare = opened(), opened(rows=[], notes=[])
    assert full.tobytes() != bare.tobytes() != opened(number="YH26-0002").tobytes()
    assert edges(full) == {(255, 255, 255)}


def test_whatever_is_long_stays_on_the_picture() -> None:
    long = {
        "title": "上报证明" * 20,
        "number": "YH26-" + "9" * 40,
        "rows": [["网格", "很长的街道名字" * 12], ["Grid", "A long name " * 20]] * 2,
        "notes": ["没完没了的话" * 60] * 2,
        "qr": "https://" + "grid." * 30 + "example.org/proof/YH26-0001-K7QM3-XDP9T",
    }
    assert edges(opened(**long)) == {(255, 255, 255)}


@pytest.mark.parametrize("lost", list(SPEC))
def test_what_is_no_slip_is_refused(lost: str) -> None:
    with pytest.raises(KeyError):
        proof.draw({key: value for key, value in SPEC.items() if key != lost})
