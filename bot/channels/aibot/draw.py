"""What the robot's chats show of a Reply: markdown, and cards as the app of WeCom has them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.channels.wecom import card as wecom
from bot.channels.wecom.card import SUB_TITLE
from bot.channels.wecom.words import LINK, cut
from domain.lengths import words_of
from domain.messages import Measure

LONGEST = 20_480
"""Bytes of UTF-8 of a message of markdown (101463)."""

CAN = replace(
    wecom.CAN,
    toasts=True,
    # signs that are made harmless are longer then
    text=LONGEST // 2,
    measure=Measure.BYTES,
)
"""A toast is a word on the card, for whoever pressed it."""

URL = re.compile(r"(https?://[!-;=?-Z_a-z~]+)")
SIGNS = str.maketrans("<[]*`~", "＜［］＊｀～")
"""What makes a mention, a link or a tag of what somebody wrote."""
OPENS = re.compile(r"^(\s*)([#>])", re.MULTILINE)
WIDE = {"#": "＃", ">": "＞"}
WORD = "❗"


def markdown(html: str) -> str:
    """Of safe HTML."""
    return of_words(words_of(html))


def of_words(text: str) -> str:
    """Words that stay what they are, and links that are ours."""
    parts, at = [], 0
    for link in LINK.finditer(text):
        parts.append(_plain(text[at : link.start()]))
        parts.append(f"[{_plain(link[2])}]({link[1]})")
        at = link.end()
    parts.append(_plain(text[at:]))
    made = "".join(parts).encode()[:LONGEST]
    return made.decode("utf-8", "ignore")


def _plain(text: str) -> str:
    """An address alone stays one."""
    found = [
        part if n % 2 else part.translate(SIGNS)
        for n, part in enumerate(URL.split(text))
    ]
    return OPENS.sub(lambda sign: sign[1] + WIDE[sign[2]], "".join(found))


def with_word(card: Mapping[str, Any], word: str) -> dict[str, Any]:
    """The card as it stands, with a word to whoever pressed it."""
    below = str(card.get("sub_title_text", ""))
    text = "\n".join(part for part in (f"{WORD} {word}", below) if part)
    return {**card, "sub_title_text": cut(text, SUB_TITLE)}
