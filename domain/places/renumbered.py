"""不是五号，是三号: a number within words is put right, in whatever digits either was said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from domain.places.digits import CHINESE, digits

TWO = "两"
DIGIT = f"0-9{CHINESE}{TWO}"
FIGURE = rf"(?<![{DIGIT}])(?:[0-9]+|[{CHINESE}]+|{TWO})(?![{DIGIT}])"
RUNS = re.compile(f"({FIGURE})")
BEHIND = (
    "号楼|号院|号门|号桩|号仓|号柜|号灯|号|栋|幢|单元|楼|层|座|室|门|口|期|弄"
    "|盏|块|个|台|辆|棵|根|处|桩"
)
BEFORE = "building|bldg|block|tower|unit|gate|exit|number|no|house|floor"
KIND = re.compile(
    rf"(?P<before>(?:{BEFORE})\.?\s*)?(?P<figure>{FIGURE})(?P<behind>{BEHIND})?",
    re.IGNORECASE,
)
"""A number and what it counts."""
SIDE = re.compile(
    r"(?P<side>[东南西北]{1,2}|[前后左右正侧])(?P<of>大?门|侧|边|广场|区|出?口)"
    r"|(?P<letter>(?<![A-Za-z])[A-Za-z])(?P<at>出?口|[座栋幢区门])"
    r"|\b(?P<way>north|south|east|west|front|back|rear|main|side)\s+"
    r"(?P<door>gate|door|exit|entrance|side)\b"
    r"|\b(?P<block>gate|exit|block|tower|building)\s+(?P<named>[a-z])\b",
    re.IGNORECASE,
)
"""A side or a letter, and of what: 北门, A口, "north gate", "exit b"."""


def is_within(said: str) -> bool:
    """Whether it is no more than a door, a house or a floor by its number or its side: 5号门, 北门,
    "gate 5".
    """
    told = KIND.fullmatch(said.strip())
    if told is None:
        return SIDE.fullmatch(said.strip()) is not None
    return bool(told["before"] or told["behind"])


def put_right(text: str, denied: str, said: str) -> str:
    """The text with `said` where it says what is `denied`; '' where it does not say that."""
    found = next(_where(text, denied), None)
    return text[: found[0]] + said + text[found[1] :] if found else ""


def renumbered(
    text: str,
    said: str,
    bare: bool = False,
) -> str:
    """The text with its one number of the kind that is said put right; '' where it has no other
    one, or several. A `bare` figure is of any kind. So it is with a side: 北门 for 南门.
    """
    side = SIDE.fullmatch(said.strip())
    if side is not None:
        return _resided(text, side)
    told = KIND.fullmatch(said.strip())
    if told is None or not (bare or told["before"] or told["behind"]):
        return ""
    before, behind = re.escape(told["before"] or ""), told["behind"] or ""
    found = [*re.finditer(f"{before}{FIGURE}{behind}", text, re.IGNORECASE)]
    if len(found) != 1:
        return ""
    begin, end = found[0].span()
    return text[:begin] + told[0] + text[end:]


def _resided(text: str, told: re.Match[str]) -> str:
    """The text with its one side of what is said put right; '' where it has none, or several."""
    found = [one for one in SIDE.finditer(text) if _of(one) == _of(told)]
    if len(found) != 1:
        return ""
    begin, end = found[0].span()
    return text[:begin] + told[0] + text[end:]


def _of(side: re.Match[str]) -> str:
    """What it is a side of: a door."""
    kind: str = next(filter(None, side.group("of", "at", "door", "block")))
    return kind.lower()


def _where(text: str, denied: str) -> Iterator[tuple[int, int]]:
    """Where the text says that, each figure in either script and as a whole."""
    parts = RUNS.split(denied)
    figures = [_value(one) for one in parts[1::2]]
    pattern = "".join(
        f"({FIGURE})" if place % 2 else re.escape(part)
        for place, part in enumerate(parts)
    )
    for found in re.finditer(pattern, text, re.IGNORECASE):
        if [_value(one) for one in found.groups()] == figures:
            yield found.span()


def _value(figure: str) -> str:
    return digits("二" if figure == TWO else figure)
