"""Three riders who agree teach a name; fewer, or riders who do not agree, teach none."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.messages import Place
from domain.places.entries import TAUGHT, Entry
from domain.places.gazetteer import Gazetteer, sure
from domain.places.points import metres
from domain.places.taught import AGREEING_METRES, Use, learn
from tests.domain.places.town import at

START = datetime(2026, 11, 1, 8, 0, tzinfo=UTC)


def use(words: str, north: float, person: int, hours: int = 0) -> Use:
    return Use(words, at(north), person, START + timedelta(hours=hours))


def test_three_persons_teach_a_name() -> None:
    entry = learn(
        [
            use("老船厂后门", 0, 1),
            use("老船厂后门", 20, 2, 1),
            use("老船厂后门", 100, 3, 2),
        ]
    )
    assert entry == Entry("老船厂后门", place=at(20), kind=TAUGHT)


def test_what_was_taught_is_found() -> None:
    entry = learn(
        [use("老船厂后门", 0, 1), use("在老船厂后门", 20, 2), use("老船厂 后门", 40, 3)]
    )
    assert entry is not None
    found = sure(Gazetteer([entry]).find("电动车坏在老船厂后门了"))
    assert found is not None
    assert found.entry is entry


def test_spellings_and_fillers_do_not_part_the_uses() -> None:
    entry = learn(
        [
            use("三号仓库", 0, 1),
            use("我在3号仓库", 10, 2, 1),
            use("在那个 ３号仓库", 20, 3, 2),
        ]
    )
    assert entry is not None
    assert entry.name == "３号仓库"


@pytest.mark.parametrize(
    "uses",
    [
        [],
        [use("老船厂", 0, 1), use("老船厂", 10, 2)],
        [use("老船厂", 0, 1), use("老船厂", 10, 1, 1), use("老船厂", 20, 1, 2)],
        [use("老船厂", 0, 1), use("老船厂", 10, 2), use("新船厂", 20, 3)],
        [use("老船厂", 0, 1), use("老船厂", 100, 2), use("老船厂", 200, 3)],
        [use("老船厂", 0, 1), use("老船厂", 10, 2), use("老船厂", 400, 3)],
    ],
)
def test_too_few_who_agree_teach_nothing(uses: list[Use]) -> None:
    assert learn(uses) is None


@pytest.mark.parametrize(
    "words",
    [
        "",
        "？",
        "12",
        "门口",
        "在楼下",
        "医院",
        "厕所旁边",
        "路口",
        "小区门口",
        "这边",
        "路" * 30,
        "👍👍",
    ],
)
def test_words_that_name_nothing_are_never_learned(words: str) -> None:
    assert learn([use(words, 0, person) for person in range(5)]) is None


def test_words_that_are_used_everywhere_are_not_learned() -> None:
    near = [use("老地方", 0, person) for person in range(3)]
    apart = [use("老地方", 1000 * person, person) for person in range(3, 6)]
    assert learn(near) is not None
    assert learn(near + apart) is None
    assert learn(near + apart[:2]) is not None


def test_who_corrects_the_pin_is_heard_once_with_the_last_one() -> None:
    wrong = use("老船厂", 5000, 3)
    uses = [use("老船厂", 0, 1), use("老船厂", 10, 2), wrong, use("老船厂", 20, 3, 5)]
    entry = learn(uses)
    assert entry is not None
    assert entry.place == at(10)


@given(
    st.lists(
        st.builds(
            use,
            st.sampled_from(["老船厂", "在老船厂", "门口"]) | st.text(max_size=5),
            st.floats(0, 400),
            st.integers(1, 5),
            st.integers(0, 9),
        )
    )
)
def test_what_is_learned_lies_among_the_pins(uses: list[Use]) -> None:
    entry = learn(uses)
    if entry is not None:
        assert isinstance(entry.place, Place)
        near = {
            one.person_id
            for one in uses
            if metres(one.place, entry.place) <= AGREEING_METRES + 1
        }
        assert len(near) >= 3
