"""What sounds like a danger and is a cry of impatience, a question, a shop."""

from __future__ import annotations

import pytest

from domain.reading.read import read


@pytest.mark.parametrize(
    "text",
    [
        "how do i call an ambulance here if something happens?",
        "if somebody falls in the river do you guys even answer at night",
        "要是有人打架 你们管不管",
    ],
)
def test_who_asks_what_would_have_to_be_done_tells_of_no_danger(text: str) -> None:
    assert read(text).danger is None


def test_who_asks_what_has_to_be_done_does() -> None:
    assert read("how do i call an ambulance, he is not breathing").danger


@pytest.mark.parametrize(
    "text", ["救命 单子超时了怎么申诉", "救命 平台又扣钱了怎么申诉"]
)
def test_a_cry_beside_a_matter_of_every_day_is_a_figure_of_speech(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "救命",
        "救命 救命",
        "救命 我在文昌路12号",
        "救命 我老婆",
        "救命 单子没送 有人晕倒了",
    ],
)
def test_a_cry_beside_where_it_is_or_what_it_is_counts(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "the sign of the knife shop hangs over the door",
        "刀具店的招牌歪了",
        "射击馆送餐从哪个门进",
    ],
)
def test_what_a_shop_is_called_after_is_no_danger(text: str) -> None:
    assert read(text).danger is None


def test_who_has_a_knife_at_the_knife_shop_is_one() -> None:
    assert read("a man with a knife at the knife shop is hitting people").danger


def test_what_spurts_from_an_artery_is_one_without_its_blood() -> None:
    assert read("玻璃门碎了 扎到动脉了吧 一直喷").danger


@pytest.mark.parametrize(
    "text",
    [
        "he fell in love",
        "man not move his van from fire lane",
        "不好意思刚才冲动了",
        "my rating dropped again",
        "tree is fall on the road",
        "the sign may fall on people",
        "树倒了 没砸到人",
        "a kid",
        "我电动车不见了",
        "我的车找不到了",
        "my landlord kick me out",
        "打了一天游戏被队友气吐血",
        "burning sun no shade at stop",
        "密室里有人喊救命 是玩游戏",
    ],
)
def test_words_that_mean_something_else_are_no_danger(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "wall fall on man",
        "man on train track laying",
        "tree fall on man",
        "branch fell onto a woman",
        "树枝掉下来砸到人了",
        "我的车不见了 孩子还在车上",
        "孩子和车不见了",
    ],
)
def test_a_few_words_of_a_danger_are_one(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "快递车堵在电梯门口",
        "货车堵门口",
        "电动车堵在门口",
        "垃圾堵门口",
        "小车堵门口了",
        "他们把车堵门口",
    ],
)
def test_what_stands_before_a_door_is_nobody_who_waits_there(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    ["有人堵门口", "他堵我门口", "被堵门口了", "醉汉堵在单元门口", "他堵着我在楼道"],
)
def test_who_bars_somebodys_way_is(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "he let me in now",
        "dont need now i see people fix it",
        "救命 我的单子到底谁在跟",
    ],
)
def test_what_is_over_or_only_hurries_is_no_danger(text: str) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "please don't disturb me from 11pm to 6am",
        "please don't message me from 11pm",
        "please call me from 11 to 12",
        "有电动车堵门口",
    ],
)
def test_who_wants_to_be_left_alone_or_called_later_and_a_blocked_door_are_none(
    text: str,
) -> None:
    assert read(text).danger is None


@pytest.mark.parametrize(
    "text",
    [
        "somebody call me an ambulance",
        "please text me help is coming? i am bleeding",
        "货车堵门口 有人被压了",
        "有人堵门口不让我走",
    ],
)
def test_beside_them_a_danger_counts(text: str) -> None:
    assert read(text).danger
