"""How somebody asks how something is done, and which of the topics that we know they name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from handlers.texts.asking import unasked
from handlers.texts.words import anywhere, words


@dataclass(frozen=True, slots=True)
class Topic:
    """What may be asked for: the key of words that name it. With `do`, words of what is done with
    it, it needs no sign of a question: 加两个网格员; `both` stand in a question too. `asked`: any
    question of it counts, not only how.
    """

    named: str
    do: str = ""
    both: bool = False
    asked: bool = False


Known = TypeVar("Known", bound=Topic)


def asks_how(said: str) -> bool:
    """Whether it asks how, and not why: 怎么还没办."""
    if anywhere("words-how-why").search(said):
        return False
    return anywhere("words-how-sign").search(said) is not None


def asks_how_it_was(said: str) -> bool:
    """Whether it asks how something was done: 怎么办结的; 怎么看昨天的 does not."""
    if anywhere("words-how-to-see").match(said):
        return False
    return unasked(said).endswith(tuple(words("words-how-was")))


def asked_for(said: str, topics: Iterable[Known]) -> Known | None:
    """The first of them that a question names."""
    named = (one for one in topics if anywhere(one.named).search(said))
    return next((one for one in named if not one.both or names_both(one, said)), None)


def names_both(topic: Topic, said: str) -> bool:
    """Whether it names the topic, and what is done with it."""
    return all(anywhere(key).search(said) for key in (topic.named, topic.do))
