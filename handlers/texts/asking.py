"""Whether something is asked: how each room knows a question, and what is left without its sign."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from handlers.texts.words import (
    AFTER,
    STATES,
    anywhere,
    asks,
    ended,
    one_of,
    plain,
    words,
)

LAUGHING = "😂🤣😄😆😁😅"
LONGEST = 60
"""Letters: in more nobody looks for a laugh (ours)."""

MOST_SIGNS = 6
"""One behind the other, of which each alone makes a question (ours)."""


@lru_cache(maxsize=256)
def questioned(text: str, *inside: str) -> bool:
    """Whether it begins or ends as a question does (提交了吗, "is it fixed"), or has one of these
    words in it, by their keys.
    """
    said = plain(_sober(text))
    if unasked(text) != _sober(text) or _first().match(said):
        return True
    return any(anywhere(key).search(said) for key in inside)


def unasked(text: str) -> str:
    """The text without what makes a question of it."""
    said, signs = _sober(text), _signs()
    for _ in range(MOST_SIGNS):
        if not plain(said).endswith(signs) or _goes_on(plain(said)):
            break
        longest = max(len(one) for one in signs if plain(said).endswith(one))
        said = ended(said[:-longest])
    return said[:-1] if _is_short(plain(said)) else said


def wonders(key: str, text: str, *others: str) -> bool:
    """Whether the text says one of these words as a question, and nothing else."""
    bare = unasked(text)
    if key in STATES:
        bare = bare.rstrip("".join(words("words-hoping")))
    return bare != _sober(text) and asks(key, bare, *others)


def _sober(text: str) -> str:
    """The text without its last signs, nor a laugh before or behind it: 你是机器人吗哈哈."""
    said = ended(text)
    laughs = _laughs().fullmatch(said) if len(said) <= LONGEST else None
    return ended(laughs[1]) if laughs and laughs[1].strip() else said


@cache
def _laughs() -> re.Pattern[str]:
    """All that stands between laughs; of laughs alone nothing."""
    laugh = rf"(?:{one_of('words-laugh')}|[{LAUGHING}])"
    return re.compile(rf"(?i)(?:{laugh}{AFTER}*)*(.*?)(?:{AFTER}*{laugh})*")


def _goes_on(said: str) -> bool:
    """Whether its last particle only tells that something goes on, or is friendly: 「还在等呢」,
    「好的呢」, not 「张强呢」.
    """
    may = said.endswith(tuple(words("words-may-tell")))
    if not may or anywhere("words-open-question").search(said):
        return False
    friendly = said.endswith(tuple(words("words-friendly")))
    return friendly or anywhere("words-going-on").search(said) is not None


@cache
def _signs() -> tuple[str, ...]:
    return tuple(words("words-question"))


def _is_short(said: str) -> bool:
    """可以匿名不, 能修好不: the short form of a question, behind what may be."""
    no = _short().search(said)
    modal = anywhere("words-question-modal").search(said) if no else None
    return no is not None and modal is not None and modal.end() < no.start()


@cache
def _short() -> re.Pattern[str]:
    return re.compile(rf"(?:{anywhere('words-question-short').pattern})\Z")


@cache
def _first() -> re.Pattern[str]:
    return re.compile(rf"\s*{one_of('words-question-first')}(?![a-z])")
