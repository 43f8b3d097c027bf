"""0001 问一下是哪一盏, 让骑手拍张照片, "ask which lamp": behind the number of a case it is put to
its filer. 问了物业 asks somebody else, and asks nothing.
"""

from __future__ import annotations

import re
from functools import cache

from handlers.texts.asking import questioned
from handlers.texts.words import AFTER, anywhere, one_of, plain

OPEN = (
    "words-open-question",
    "words-asks-of-it",
    "words-asks-whether",
    "words-asks-if",
)


def put(said: str) -> str:
    """What is asked of the filer; '' where it is not said plainly."""
    for key, inside in (("words-ask-short", OPEN), ("words-let-filer", PICTURE)):
        hit = _led(key).match(said.strip())
        rest = said.strip()[hit.end() :] if hit else ""
        if rest and any(_near(one, plain(rest), key) for one in inside):
            return rest
    return ""


def asks(said: str) -> bool:
    """Whether it asks something, of whomever."""
    if put(said) or anywhere("words-lacks-picture").search(plain(said)):
        return True
    return questioned(said, "words-asks-of-it", "words-asks-whether")


PICTURE = ("words-asks-picture",)


def _near(key: str, rest: str, lead: str) -> bool:
    """Whether it begins as a question, 是哪一盏; a picture may be asked for in any words."""
    if lead == "words-let-filer":
        return anywhere(key).search(rest) is not None
    begun = _is().sub("", rest, count=1)
    return any(anywhere(key).match(one) for one in (rest, begun))


@cache
def _led(key: str) -> re.Pattern[str]:
    return re.compile(rf"{one_of(key)}{AFTER}*", re.IGNORECASE)


@cache
def _is() -> re.Pattern[str]:
    return re.compile(rf"^{one_of('words-is-it')}\s*", re.IGNORECASE)
