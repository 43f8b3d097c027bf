"""A no to what words would do without it: 不要撤回, 先不提交, "don't withdraw it".
Nothing is done by it.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from handlers.texts.words import anywhere, asks, plain, words

MOST = 8
"""So many of its denials are looked at: who says more of them says more than a no (ours)."""

ENDED = "words-ended"
"""Behind a no it tells that somebody gives up: 不提交了."""


def denied(text: str, does: Callable[[str], bool]) -> bool:
    """Whether the words say no to what they would do otherwise."""
    said = plain(text)
    for no in islice(anywhere("words-denying").finditer(said), MOST):
        rest = f"{said[: no.start()]} {said[no.end() :]}".strip()
        if rest and does(rest):
            return True
    return False


def keeps(text: str) -> bool:
    """Whether nothing shall be taken back or dropped: 不要撤回, 别取消."""
    return denied(text, _takes_back)


def waits_to_send(text: str) -> bool:
    """Whether what is written shall stay unsent, and not be dropped: 先不提交."""
    said = text.strip().rstrip("。.!！~～ ")
    given_up = said.endswith(tuple(words(ENDED)))
    return not given_up and denied(text, _sends)


def _takes_back(rest: str) -> bool:
    return asks("words-takes-back", rest, "words-beside-no", "words-polite")


def _sends(rest: str) -> bool:
    return asks("words-file", rest, "words-beside-no", "words-polite")
