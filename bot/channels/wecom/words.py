"""The lines of a text as a card can hold them: plain words, and where each leads."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from domain.fitting import words_of

LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>')
ROW = re.compile(r"(\S{1,5}) (.{1,30})")
POINTS = "·-–—•*"
CUT = "…"


class Line(NamedTuple):
    """`url` is '' where it leads nowhere."""

    words: str
    url: str = ""

    @property
    def row(self) -> tuple[str, str] | None:
        """Name and value where it is a sign and a few words behind it, as "📍 和平里" is, and no
        point of a list.
        """
        found = ROW.fullmatch(self.words)
        if found is None or found[1] in POINTS or any(map(str.isalnum, found[1])):
            return None
        return found[1], found[2]


def lines_of(html: str) -> list[Line]:
    """Of safe HTML, without those that are empty."""
    found = []
    for line in words_of(html).split("\n"):
        link = LINK.search(line)
        words = LINK.sub(r"\2", line).strip()
        if words:
            found.append(Line(words, link[1] if link else ""))
    return found


def cut(text: str, most: int) -> str:
    """At most so many characters."""
    return text if len(text) <= most else text[: most - 1] + CUT


def joined(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part)
