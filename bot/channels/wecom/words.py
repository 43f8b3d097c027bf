"""The lines of a text as a card can hold them: plain words, and where each leads."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from domain.lengths import words_of

LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>')
ROW = re.compile(r"(\S{1,5}) (.{1,30})")
POINTS = "·-–—•*"
CUT = "…"
PAUSES = " 。！？；，、：）」”"
LONGEST_TEXT = 2048
"""Bytes of UTF-8 of a message of text: WeCom cuts what is longer, without a word (90236)."""


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


def begun(text: str, most: int) -> tuple[str, str]:
    """At most so many characters, as far as a sign or a space where there is one in the second
    half, and what comes after them.
    """
    if len(text) <= most:
        return text, ""
    at = 1 + max(text.rfind(sign, 0, most) for sign in PAUSES)
    if at <= most // 2:
        return cut(text, most), CUT + text[most - 1 :]
    return text[:at].rstrip(), text[at:].lstrip()


def parts(text: str) -> list[str]:
    """In as many messages as WeCom needs: between lines where that goes, never inside a link."""
    found = []
    while len(text.encode()) > LONGEST_TEXT:
        head = text.encode()[:LONGEST_TEXT].decode("utf-8", "ignore")
        at = _end(head)
        found.append(text[:at].strip())
        text = text[at:].strip()
    return [part for part in (*found, text) if part]


def _end(head: str) -> int:
    """Where to part what follows it."""
    line, opens = head.rfind("\n"), head.rfind("<a ")
    if line > 0:
        return line
    return opens if opens > 0 and opens > head.rfind("</a>") else len(head)


def joined(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part)
