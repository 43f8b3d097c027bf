"""Words of danger in what endangers nobody: what riders ask for themselves, things, play."""

from __future__ import annotations

import pytest

from domain.reading.read import read


@pytest.mark.parametrize(
    "text",
    [
        "脚撑断了 手里就剩半截",
        "谁捡了我的餐 救救我吧 顾客催疯了",
        "保安不放我进去 快超时了救命啊",
        "my tyre has no air, i cant move it",
        "bike stuck between two bikes, chain is off",
        "lung check up, i smoke",
    ],
)
def test_what_riders_ask_for_themselves_is_no_danger(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "脚撑砸下来 骨头都露出来了",
        "保安不放救护车进去 人快没气了",
        "charger blew up in my hand, burnt my face",
        "my bike is dead and i am under it, cant move my leg",
    ],
)
def test_who_is_hurt_beside_it_is(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text", ["Somebody has fainted at 和平里三号门", "有人晕倒了 在幸福里二号门"]
)
def test_where_it_is_names_no_matter(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    ["护栏撞倒了 横在路上", "井盖被大车压翻了 露着洞", "the light fell off my bike"],
)
def test_what_befalls_a_thing_of_the_street_befalls_nobody(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text", ["箱子砸头上了", "花盆砸脑袋了", "招牌砸头上了", "bike hit his head"]
)
def test_a_thing_that_hits_a_head_is_a_danger(text: str) -> None:
    assert read(text).danger is not None
