"""What was said behind "ask", as a sentence that its filer can read alone: "ask him for a photo" is
"Could you send a photo?", 让骑手拍张照片 is 请拍张照片。
"""

from __future__ import annotations

import re
from functools import cache

from handlers.texts.sentences import DEFAULT, label
from handlers.texts.words import AFTER, one_of

ENDS = "。.！!？? "
NAME = "ask"
"""The act whose words these are."""


def sentence(act: str, said: str) -> str:
    """The whole sentence; the words as they stand where they are one, or none of an ask."""
    if act != NAME:
        return said
    bare = _whom().sub("", said.strip(), count=1)
    asked = _asked(said.strip()) or _asked(bare)
    if asked:
        return asked
    return bare if any(map(str.isalnum, bare)) else said


def _asked(said: str) -> str:
    if _if().match(said):
        return label("en", "ask-if", words=said.strip(ENDS))
    for key, pattern in (("ask-for", _for()), ("ask-to", _to())):
        hit = pattern.match(said)
        rest = said[hit.end() :].strip(ENDS) if hit else ""
        if rest:
            language = "en" if rest.isascii() else DEFAULT
            return label(language, key, words=_their().sub(_YOUR, rest))
    return ""


_YOUR = "your"


@cache
def _whom() -> re.Pattern[str]:
    """Who is asked: that stands in the act already."""
    return _led(one_of("words-asked-whom", "words-let-filer"))


@cache
def _for() -> re.Pattern[str]:
    """What is wanted."""
    return _led(one_of("words-asked-for"), one_of("words-asked-thing"))


@cache
def _to() -> re.Pattern[str]:
    """What shall be done."""
    lead = rf"(?:{one_of('words-asked-to')})?"
    return _led(lead, one_of("words-asked-doing"))


@cache
def _if() -> re.Pattern[str]:
    """Whether something is so: in Chinese that asks by itself."""
    return re.compile(r"(?:if|whether)\s+\w", re.IGNORECASE)


def _led(lead: str, behind: str = "") -> re.Pattern[str]:
    return re.compile(rf"^{lead}{AFTER}*(?={behind})", re.IGNORECASE)


@cache
def _their() -> re.Pattern[str]:
    return re.compile(rf"\b{one_of('words-asked-their')}\b", re.IGNORECASE)
