"""Vocabularies are data: what is wrong is named, and an office may change them."""

from __future__ import annotations

from typing import Any

import pytest

from domain.kinds import Kind
from domain.messages import Choice
from domain.offers import settle
from domain.privacy import Privacy
from domain.reading.engine import engine
from domain.reading.linear import Weights
from domain.reading.model import Context
from domain.reading.read import read
from domain.reading.vocabulary import (
    default_vocabulary,
    package_data,
    vocabulary,
)

NO_WEIGHTS = Weights((), {})


def changed(**rows: Any) -> dict[str, Any]:
    """The package's tables with some of them replaced."""
    return dict(package_data()) | rows


def new_category(**values: Any) -> dict[str, Any]:
    return {
        "code": "drone",
        "kind": "help",
        "names": {"zh-CN": "无人机", "en": "Drone"},
    } | values


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ({"colour": "red"}, "colour"),
        ({"kind": "whim"}, "kind"),
        ({"urgency": "soon"}, "urgency"),
        ({"words": "无人机"}, "words"),
        ({"words": [""]}, "words"),
        ({"words": ["[一二三四五六七八九十]" * 4]}, "10,000 words, at most 2,000"),
        ({"names": {}}, "names"),
        ({"wants_place": "yes"}, "wants_place"),
    ],
)
def test_a_wrong_value_of_a_category_is_named(row: dict[str, Any], named: str) -> None:
    with pytest.raises(ValueError, match=named):
        default_vocabulary().extended([new_category(**row)])


def test_a_danger_has_the_three_numbers_and_never_12345() -> None:
    row = {
        "topic": "flood",
        "calls": ["119", "110", "12345"],
        "category": "rescue",
    }
    with pytest.raises(ValueError, match=r"danger\.flood\.calls"):
        vocabulary(changed(danger=[row]), NO_WEIGHTS)


def test_an_unknown_section_is_named() -> None:
    with pytest.raises(ValueError, match="weather"):
        vocabulary(changed(weather={}), NO_WEIGHTS)


def test_an_unknown_class_of_words_is_named() -> None:
    known = default_vocabulary().extended([new_category(words=["<drones>…掉"])])
    with pytest.raises(ValueError, match="<drones>"):
        engine(known)


def test_a_kind_needs_its_other_category() -> None:
    given = package_data()["categories"]
    assert isinstance(given, list)
    rows = [row for row in given if row["code"] != "help_other"]
    with pytest.raises(ValueError, match="help_other"):
        vocabulary(changed(categories=rows), NO_WEIGHTS)


def test_an_office_adds_a_category_of_its_own() -> None:
    known = default_vocabulary().extended([new_category(strong=["蹦床"])])
    assert read("蹦床那边没人收票", vocabulary=known).category == "drone"
    assert "drone" not in default_vocabulary().catalogue


def test_a_category_that_an_office_calls_alarming_shows_the_numbers() -> None:
    row = {"strong": ["索道"], "alarming": True}
    known = default_vocabulary().extended([new_category(**row)])
    said = "索道停在半空了"
    found = read(said, vocabulary=known)
    assert found.danger is not None and found.category == "drone"
    quiet = default_vocabulary().extended([new_category(**row | {"alarming": False})])
    assert read(said, vocabulary=quiet).danger is None
    assert read("谢谢你们修好了索道", vocabulary=known).danger is None


def test_an_office_adds_words_and_keeps_the_old_ones() -> None:
    known = default_vocabulary().extended([{"code": "rest", "strong": ["蜂巢小屋"]}])
    assert "厕所" in known.catalogue["rest"].strong
    assert read("蜂巢小屋几张桌", vocabulary=known).likely[0] == "rest"


def test_a_hidden_category_is_never_read_but_keeps_its_name() -> None:
    known = default_vocabulary().extended([{"code": "noise", "hidden": True}])
    assert "noise" not in read("半夜施工太吵睡不着", vocabulary=known).likely
    assert known.catalogue["noise"].name("en") == "Noise"
    assert known.catalogue["noise"] not in known.catalogue.of_kind(Kind.HAZARD)


def test_every_category_has_both_names_and_an_icon() -> None:
    for category in default_vocabulary().catalogue:
        assert category.name("zh-CN") != category.name("en")
        assert category.icon


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_a_category_is_chosen_by_its_name_alone_or_with_its_icon(language: str) -> None:
    catalogue = default_vocabulary().catalogue
    for kind in Kind:
        offered = tuple(
            Choice(one.shown(language), one.code) for one in catalogue.of_kind(kind)
        )
        for one in catalogue.of_kind(kind):
            for typed in (one.name(language), one.shown(language)):
                chosen = settle(typed, offered)
                assert chosen is not None and chosen.data == one.code, typed


def test_pay_scams_crisis_and_kitchens_are_confidential() -> None:
    secret = {
        each.code
        for each in default_vocabulary().catalogue
        if each.privacy is Privacy.CONFIDENTIAL
    }
    assert secret == {"dispute", "scam", "crisis", "food"}


def test_the_kind_that_was_chosen_holds() -> None:
    for kind in Kind:
        assert read("路灯坏了", Context(kind=kind)).kind is kind
