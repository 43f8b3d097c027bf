"""What words say of something that was answered."""

from __future__ import annotations

import pytest

from handlers.dialog.verdict import as_before, falls_short, may_be, parted, praises


@pytest.mark.parametrize(
    "said",
    [
        "路口地砖还没修",
        "路灯还是不亮",
        "怎么又松了啊",
        "昨天好了今天又松",
        "it rocks again",
        "nah still wobbly",
        "they lied",
        "骗人的吧",
        "两个灯只亮了一个",
        "他们就弄了一半",
        "只有东边那盏亮了",
        "only one of the two lamps works",
        "they just fixed the first one",
    ],
)
def test_it_is_as_before(said: str) -> None:
    assert as_before(said)


@pytest.mark.parametrize(
    "said",
    [
        "还没修吗？",
        "路灯修好了",
        "is it still broken?",
        "又坏了吗？",
        "又亮了",
        "谢谢",
        "才半天就修好了",
        "只等了一个小时，好了",
        "就那盏灯亮了",
        "fixed in only one day, thanks",
        "只拍了一张",
        "i only have one photo",
    ],
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
    "said",
    [
        "旁边的人说谢谢",
        "好了",
        "坏了一块",
        "the one next to it is fine",
        "灭火器旁边的地砖坏了",
        "the lamp next to the door is broken",
    ],
)
def test_nothing_beside_it_is_broken(said: str) -> None:
    assert parted(said) is None


@pytest.mark.parametrize(
    ("said", "may"),
    [
        ("4星 就是慢了点", True),
        ("👎", True),
        ("还行吧", True),
        ("4周后再问我", True),
        ("灯修好了", True),
        ("路灯还是不亮", True),
        ("好了 但是旁边又坏了一块", True),
        ("the lamp works again", True),
        ("灭火器旁边的地砖坏了，车子会摔", False),
        ("路灯不亮", False),
        ("the lamp next to the door is broken", False),
    ],
)
def test_what_was_answered_is_looked_up_only_for_words_that_may_be_of_it(
    said: str, may: bool
) -> None:
    assert may_be(said) is may


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("灯亮了 可是一闪一闪的", True),
        ("垃圾清理了 臭水没清", True),
        ("坑填了，但是比路面高出一截", True),
        ("换了，还是很暗", True),
        ("换是换了 就是太慢了", False),
        ("light is on but it flickers", True),
        ("they filled it but it is already sinking", True),
        ("fixed but it took ages", False),
    ],
)
def test_something_was_done_and_is_not_right_yet(said: str, plain: bool) -> None:
    short = falls_short(said)
    assert short is not None and short.plain is plain


@pytest.mark.parametrize(
    "said",
    [
        "修好了，不漏了",
        "亮了，没异味了",
        "灯亮了",
        "换了吗，还是很暗？",
        "路灯不亮，地上很滑",
        "fixed, it no longer leaks",
        "the street light is out but I can wait",
    ],
)
def test_what_is_all_right_or_was_never_touched_does_not_fall_short(said: str) -> None:
    assert falls_short(said) is None
