"""What a report calls the place where it is."""

from __future__ import annotations

import pytest

from domain.places.told import told


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("高架桥底下路灯不亮", "高架桥底下"),
        ("路灯不亮，在高架桥底下", "高架桥底下"),
        ("在老槐树下面垃圾没人收", "老槐树下面"),
        ("老王面馆旁边有个坑", "老王面馆旁边"),
        ("street light out under the flyover", "under the flyover"),
        ("The bins are full behind the Mill", "behind the Mill"),
    ],
)
def test_a_name_with_what_stands_behind_it_is_the_place(said: str, place: str) -> None:
    assert told(said) == place


@pytest.mark.parametrize(
    "said",
    [
        "垃圾没人收",
        "我家门口路灯坏了",
        "井盖坏了旁边很危险",
        "高架桥底下路灯不亮，老槐树底下也不亮",
        "the light is out and I was at work today",
        "",
    ],
)
def test_neither_sentences_nor_two_places_are_one(said: str) -> None:
    assert told(said) == ""
