"""How long a text may be in a chat, by the chat's own measure; and what is left of it without
markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from domain.messages import Can, Measure

TAG = re.compile(r"</?[bi]>")
ANCHOR = re.compile(r'(<a href="[^"]*">|</a>)')
OPENS = re.compile(r"<(?=/?[a-zA-Z!])")
PART = re.compile(r"&[#\w]{0,6}$")
"""What may be the beginning of an entity: its letters would be shown."""

CUT = "…"


def joined(parts: Iterable[str], between: str) -> str:
    """What there is of them."""
    return between.join(part for part in parts if part)


def measured(text: str, measure: Measure) -> int:
    if measure is Measure.BYTES:
        return len(text.encode())
    return len(text.encode("utf-16-le")) // 2


def ending(text: str, tail: str, can: Can) -> str:
    """The text above a tail that stays whole, cut so that the chat takes both."""
    whole = joined([text, tail], "\n")
    if not can.text or measured(whole, can.measure) <= can.text:
        return whole
    kept = joined([_last_link(text), tail], "\n")
    room = can.text - measured(f"{CUT}\n{kept}", can.measure)
    head = ANCHOR.sub("", TAG.sub("", text.removesuffix(_last_link(text))))
    return joined([_first(head.rstrip(), room, can.measure) + CUT, kept], "\n")


def _last_link(text: str) -> str:
    """The last line, where it leads to something."""
    last = text.rpartition("\n")[2]
    return last if "<a " in last and len(last) < len(text) else ""


def _first(text: str, most: int, measure: Measure) -> str:
    encoding = "utf-8" if measure is Measure.BYTES else "utf-16-le"
    width = 1 if measure is Measure.BYTES else 2
    kept = text.encode(encoding)[: max(most, 0) * width].decode(encoding, "ignore")
    return PART.sub("", kept) if len(kept) < len(text) else kept


def words_of(html: str) -> str:
    """The text of safe HTML, with nothing left of it but links of ours: a person's own angle
    brackets open no tag.
    """
    parts = ANCHOR.split(TAG.sub("", html))
    told = (
        _word(part) if n % 2 == 0 else unescape(part) for n, part in enumerate(parts)
    )
    return "".join(told)


def _word(part: str) -> str:
    return OPENS.sub("＜", unescape(part))
