"""What is said around a name: 在, 那个 before it; 门口, 3号门 behind it, kept for the label."""

from __future__ import annotations

import re
from typing import NamedTuple

from domain.places.digits import CHINESE

NUMBER = rf"(?:[0-9０-９]+|[{CHINESE}]+)"
SIDES = "东南西北前后左右里外内"
HEAD = re.compile(
    r"^\s*(?:(?:我|人|车|就|现在|还|是|位置|地址|地点)*(?:在|到|喺)|就是|那个|这个|"
    r"(?:i'?m\s+)?(?:at|near|by|in|on|behind)\b)+\s*[::]?\s*(?:那个|这个|the\b)?\s*",
    re.IGNORECASE,
)
TAIL = re.compile(
    rf"""(?:[ ]?[的靠]?(?:
        {NUMBER}[ ]?[号號\#]?(?:大?[门門](?![口前外])|出?口|楼|层|单元|栋|幢|座|室)(?!路)
        |[A-Za-z][ ]?(?:[门口栋幢座]|出口)
        |[{SIDES}中]{{1,2}}(?:大?门|侧|边|面|头|角|广场|路口|口)
        |大?门(?:口|前|外)|出入?口|入口|十字路口|街口
        |(?<=[路街道巷])路?口
        |附近|旁边?|隔壁|对面|周围|一带|边上|路边|街边
        |[这那](?:边|里|儿|头|$)|底下|下面|上面|楼[上下]|后[门巷街院]|桥[上下]
        |[里外](?:面|边|侧|头)
    ))+""",
    re.VERBOSE,
)


class Split(NamedTuple):
    """A spoken place in three parts; head + name + tail is the text without outer spaces."""

    head: str
    name: str
    tail: str


def tail_at(text: str, start: int) -> str:
    """What says where exactly from text[start] on; '' where it goes on with something else."""
    found = TAIL.match(text, start)
    return found[0] if found else ""


def says_nothing(words: str) -> bool:
    """Whether there are only signs, spaces and words such as 在 and 那个."""
    return not re.search(r"\w", HEAD.sub("", words, count=1).strip("的了啊呢吧"))


def split(words: str) -> Split:
    """Parts 「在人民路188号门口」 into 在, 人民路188号 and 门口; fillers alone are all name."""
    text = words.strip()
    head = HEAD.match(text)
    start = head.end() if head else 0
    for found in TAIL.finditer(text, start + 1):
        if found.end() == len(text):
            return Split(
                text[:start],
                text[start : found.start()],
                found[0],
            )
    if start == len(text):
        return Split("", text, "")
    return Split(text[:start], text[start:], "")
