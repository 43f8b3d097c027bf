"""会告诉站长吗, "will my boss see it", 我的信息会给平台吗: who will know what somebody writes here,
and what is kept of them.
"""

from __future__ import annotations

import re
from functools import cache

from handlers.texts.asking import questioned, unasked
from handlers.texts.words import anywhere, asks, plain

READS = (
    "words-reads-may",
    "words-reads-whom",
    "words-reads-fill",
    "words-reads-does",
    "words-reads-boss",
)
LONGEST_FEAR = 40
"""Letters: whoever says more tells something (ours)."""

LONGEST = 60
"""The same where every word is known (ours)."""

MAY = "words-data-may"
OF_THEM = ("words-data-what", "words-data-who")
"""What is theirs, and who may get it."""


def asks_who_reads(text: str) -> bool:
    """Whether somebody is only afraid of who will know."""
    said = plain(text)
    asked = anywhere("words-who-reads").search(said) or _reads().search(said)
    if asked and len(text.strip()) <= LONGEST_FEAR:
        return True
    if _of_theirs("words-data-harm", text):
        return True
    told = _of_theirs("words-data-told", text, *OF_THEM)
    return told and not asks_what_is_kept(text)


def asks_what_is_kept(text: str) -> bool:
    """Whether it is asked what we have of them, record or follow: 会录音吗."""
    have = _of_theirs("words-data-have", text, "words-data-what")
    others = anywhere("words-data-who").search(plain(text))
    return (have and not others) or _of_theirs("words-data-kept", text)


def _of_theirs(key: str, text: str, *named: str) -> bool:
    """Whether nothing is asked but what becomes of what is theirs, and one of these is named."""
    if len(text.strip()) > LONGEST or not questioned(text, MAY):
        return False
    bare = unasked(text)
    if named and not any(anywhere(one).search(plain(bare)) for one in named):
        return False
    return asks(key, bare, *OF_THEM, MAY, "words-data-fill")


@cache
def _reads() -> re.Pattern[str]:
    """ "Will my station manager see", 老板会不会知道, "boss will know"."""
    may, whom, fill, does, boss = (anywhere(key).pattern for key in READS)
    between = rf"\s*(?:(?:{fill})\s+)*"
    asked = rf"(?:{may}){between}(?:{whom}){between}(?:{does})"
    return re.compile(rf"{asked}|(?:{boss})\s*(?:{may})\s*(?:{does})")
