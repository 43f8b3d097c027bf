"""Who stands by name in the words of a matter."""

from __future__ import annotations

import pytest

from domain.named import Tone, complains_of, names, tone, wrongs


@pytest.mark.parametrize(
    ("words", "name", "stands"),
    [
        ("网格员李敏骂我", "李敏", True),
        ("网格员张强骂我", "李敏", False),
        ("李师傅骂我", "李", False),
        ("li min shouted at me", "Li Min", True),
        ("the liming shop", "Li Min", False),
        ("alarm is broken", "Al", False),
        ("Al, the warden, shouts", "Al", True),
        ("是Al骂我", "Al", True),
    ],
)
def test_a_name_stands_in_words_whole(words: str, name: str, stands: bool) -> None:
    assert names(words, name) is stands


KIND = [
    "谢谢李敏上次修好了，路灯又坏了",
    "多谢李敏师傅\n楼道灯坏了",
    "请李敏来看看，井盖坏了",
    "辛苦李敏了，垃圾没人收",
    "李敏很热心，帮我们修了灯，今天又不亮了",
    "Thanks 李敏, the lamp is out again",
    "please ask 李敏 to look at the manhole",
]
BLAME = [
    "李敏骂我",
    "李敏态度太差",
    "谢谢李敏，但是他收钱",
    "谢谢李敏，真行啊",
    "感谢李敏？他从来不管",
    "李敏不认真负责",
    "李敏 is rude",
    "thanks to 李敏 nothing works, he never comes",
    "李敏拿刀砍人",
]
WRONGS = [
    "李敏收了我一百",
    "李敏让我给他买烟才肯接单",
    "李敏叫我请他吃饭才给办",
    "李敏管我要两包烟",
    "李敏说不给钱不修",
    "李敏把我电话给别人了",
    "李敏让我晚上去他家",
    "李敏来了还骂人",
    "我怕李敏",
    "别让李敏来了",
    "张强比李敏好多了",
    "网格长包庇李敏",
    "来的人喝了酒（说的是李敏）",
    "李敏 makes me buy him cigarettes",
    "李敏 is drunk at work",
    "I am afraid of 李敏",
    "don't send 李敏 again",
]
NO_WRONGS = [
    "李敏没来",
    "李敏怎么还不接单",
    "李敏让我拍照",
    "李敏要我给他打电话",
    "李敏叫我等一下",
    "我怕李敏忙不过来",
    "李敏把照片发给我了",
    "李敏 asked me for a photo",
]
UNSURE = ["李敏说周五来", "李敏", "谢谢大家，李敏那边路灯坏了"]


@pytest.mark.parametrize("words", KIND)
def test_who_is_thanked_or_asked_for_is_not_complained_of(words: str) -> None:
    assert tone(words, "李敏") is Tone.KIND
    assert not complains_of(words, "李敏")


@pytest.mark.parametrize("words", BLAME)
def test_blame_outweighs_thanks(words: str) -> None:
    assert tone(words, "李敏") is Tone.BLAME
    assert complains_of(words, "李敏")


@pytest.mark.parametrize("words", WRONGS)
def test_a_wrong_is_blame(words: str) -> None:
    assert wrongs(words, "李敏")
    assert tone(words, "李敏") is Tone.BLAME


@pytest.mark.parametrize("words", NO_WRONGS)
def test_late_work_and_orders_are_no_wrong(words: str) -> None:
    assert not wrongs(words, "李敏")


@pytest.mark.parametrize("words", UNSURE)
def test_in_doubt_it_is_a_complaint(words: str) -> None:
    assert tone(words, "李敏") is Tone.UNSURE
    assert complains_of(words, "李敏")


def test_who_is_not_named_is_not_meant() -> None:
    assert tone("张强骂我", "李敏") is Tone.UNNAMED
    assert not complains_of("张强骂我", "李敏")


def test_a_name_is_no_blame_by_itself() -> None:
    assert tone("谢谢Never Ending帮忙", "Never Ending") is Tone.KIND
