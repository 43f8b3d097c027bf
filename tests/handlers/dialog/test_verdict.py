"""What words say of something that was answered."""

from __future__ import annotations

import pytest

from handlers.dialog.verdict import as_before, parted, praises


@pytest.mark.parametrize(
    "said",
    ["路口地砖还没修", "路灯还是不亮", "nah still wobbly", "they lied", "骗人的吧"],
)
def test_it_is_as_before(said: str) -> None:
    assert as_before(said)


@pytest.mark.parametrize(
    "said", ["还没修吗？", "路灯修好了", "is it still broken?", "谢谢"]
)
def test_a_question_and_praise_do_not_say_so(said: str) -> None:
    assert not as_before(said)


@pytest.mark.parametrize(
    ("said", "first", "other"),
    [
        ("好了 但是旁边又坏了一块", "好了", "旁边又坏了一块"),
        ("不过旁边那块又翘了", "", "旁边那块又翘了"),
        ("谢谢，隔壁那盏也不亮", "谢谢", "隔壁那盏也不亮"),
        ("fixed, but the next one is loose", "fixed", "the next one is loose"),
    ],
)
def test_what_lies_beside_it_is_parted_from_it(
    said: str, first: str, other: str
) -> None:
    assert parted(said) == (first, other)
    assert not first or praises(first)


@pytest.mark.parametrize(
    "said", ["旁边的人说谢谢", "好了", "坏了一块", "the one next to it is fine"]
)
def test_nothing_beside_it_is_broken(said: str) -> None:
    assert parted(said) is None
