"""What a chat in WeChat cannot do, and what of the transcripts is different for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.stories.reading import Story

RIDERS = ("小王", "小刘", "Rider", "Rider2")
WITHOUT = ("✎", "↩")
"""What a rider there cannot do: nothing that was said is edited or replied to."""

BESIDE = re.compile(r"^(<<?|=💬) [📷📎]+ ?")
CALLS = re.compile(r" ?☎[ \d]*")
PLACE_KEYS = ("发送我的位置", "Send my location")


def shown(what: str) -> str:
    """The line as it is there: pictures and files stand on the page, a place is sent by WeChat's
    own "+" and not by a key, numbers to call are words. '' where nothing of it is left.
    """
    what = CALLS.sub("…", BESIDE.sub(r"\1 ", what))
    mark, _, labels = what.partition(" ")
    if mark == "?":
        left = [one for one in labels.split(" | ") if one not in PLACE_KEYS]
        return f"? {' | '.join(left)}" if left else ""
    return what if what.strip() not in ("<", "<<") or what == "<" else ""


@dataclass(frozen=True, slots=True)
class Differs:
    """A story of which some lines, as they are written, stand otherwise ('': not at all)."""

    story: str
    why: str
    lines: dict[str, str]


BELOW = (
    "pictures have no words below them: these come after, and are words like all others"
)
STAYS = (
    "a picture that came before the words of another matter stays with what was open"
)
NO_EDIT = "nothing that stands there is changed: what a card has become is said anew"
KEYS = "a key is a choice of the message below which it stands, and cancels that report"
LONG = "of more than six choices only the numbers are left, and these count in the last list"

DIFFERING = (
    Differs(
        "zh-CN/filing: 一组照片只答一次",
        BELOW,
        {"小王 <": ""},
    ),
    Differs(
        "zh-CN/filing: 一组照片后马上发位置，旧问题不再冒出来",
        BELOW,
        {"小王 📍 G01": "小王 < 在哪儿？…\n小王 📍 G01"},
    ),
    Differs(
        "zh-CN/filing: 照片太多",
        BELOW,
        {
            "小王 << 一件事最多 9 张照片和视频，多出来的没存。前面的都在。": "小王 << 在哪儿？…",
            "小王 << 在哪儿？…": "小王 << 一件事最多 9 张照片和视频，多出来的没存。前面的都在。",
        },
    ),
    Differs(
        "zh-CN/filing: 旧按钮不会出事",
        LONG,
        {"小王 [[取消]]": ""},
    ),
    Differs(
        "zh-CN/hearing: 急事没说地点：先派出去再问；照片和位置都转过去，那一片的人和网格长都听到",
        BELOW,
        {
            "陈主任 < 📷 🔴 QZ26-0001 · 人身险情 报事人补充：“就是这里”": (
                "陈主任 < 🔴 QZ26-0001 · 人身险情 报事人补充：“就是这里”\n"
                "陈主任 < 📷 🔴 QZ26-0001…报事人补充：“（没有文字，看照片或听语音）”"
            )
        },
    ),
    Differs(
        "en/hearing: An emergency without a place: sent first, asked then; photo and pin reach "
        "those who look after the place, and its lead",
        BELOW,
        {
            "Admin < 📷 🔴 QZ26-0001…The rider adds: “right here”": (
                "Admin < 🔴 QZ26-0001…The rider adds: “right here”\n"
                "Admin < 📷 🔴 QZ26-0001…The rider adds: “(no words: see the photo or listen)”"
            )
        },
    ),
    Differs(
        "zh-CN/emergencies: 照片带着话，两张两件事：分开记，各报各的",
        STAYS,
        {
            "小王 < 看一眼…⚠️ 隐患 · 路灯照明 “小区门口路灯不亮” 📷 1 张照片…": (
                "小王 << 看一眼…⚠️ 隐患 · 路灯照明 “小区门口路灯不亮” 📍…"
            ),
            "小王 < 看一眼…⚠️ 隐患 · 道路井盖 “路口地砖坏了” 📷 1 张照片…": (
                "小王 < 看一眼…⚠️ 隐患 · 道路井盖 “路口地砖坏了” 📷 2 张照片…"
            ),
        },
    ),
    Differs(
        "zh-CN/emergencies: 照片带着话，说的是另一件事：分开记，一点就合",
        STAYS,
        {
            "小王 < 看一眼…🙋 求助 · 进门通行 “小区保安不让进 路口地砖坏了” 📷 1 张照片 📍 "
            "幸福街道 · 幸福路口网格…": (
                "小王 << 看一眼…🙋 求助 · 进门通行 “小区保安不让进 路口地砖坏了” 📷 1 张照片…"
            )
        },
    ),
    Differs(
        "en/emergencies: Two photos with words, two matters",
        STAYS,
        {
            "Rider < Have a look…Pay dispute…📷 1 photo…": "Rider << Have a look…Pay dispute…"
        },
    ),
    Differs(
        "zh-CN/coupons: 领一张，店家输码，变成已用；截图过了时间没用，用过的再报没用，一天一张",
        NO_EDIT,
        {"小王 <": "小王 < ✔ 已用 10:04:10…"},
    ),
    Differs(
        "en/coupons: Taken, typed by the shop, used: an old picture and a used code are worth "
        "nothing",
        NO_EDIT,
        {"Rider <": "Rider < ✔ Used 10:04:10…"},
    ),
)


def cannot(story: Story, without: Sequence[str]) -> bool:
    """Whether it is about what a rider there cannot do."""
    return any(
        line.startswith(
            tuple(f"{rider} {mark} " for rider in RIDERS for mark in without)
        )
        for _, line in story.lines
    )


def differently(story: Story, differing: Sequence[Differs]) -> Story:
    """As it goes there."""
    listed = next((one for one in differing if one.story == story.id), None)
    if listed is None:
        return story
    lines = [
        (number, part)
        for number, line in story.lines
        for part in listed.lines.get(line, line).splitlines()
    ]
    return replace(story, lines=tuple(lines))
