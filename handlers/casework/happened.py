"""What goes along with an act, and what it has done: values that listeners hear of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from domain.acts import Act
from domain.case import Case
from domain.messages import Place

NO_CHANGES: Mapping[str, Any] = {}
TOLD_NOBODY = frozenset({"filer", "assignee", "asker", "head", "second"})
"""For what follows from another act, of which everybody hears."""


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody said with an act: words, media ids, and a place that goes along.

    Of an `album` more may follow within a second. `told` gives the words in a language, where they
    are a sentence of ours.
    """

    words: str = ""
    media: tuple[int, ...] = ()
    place: Place | None = None
    album: bool = False
    told: Callable[[str], str] | None = None

    def said(self, language: str) -> str:
        return self.told(language) if self.told else self.words


NOTHING = Given()


@dataclass(frozen=True, slots=True)
class Happened:
    """An act that was done: the case `before` and as it is now, and the history's `line`.

    `hush` names the receivers (`notices.NOTICES`) who are not to be told.
    """

    act: Act
    before: Case
    case: Case
    line: int
    given: Given = NOTHING
    hush: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Order:
    """An act of the clock that follows from another one."""

    case: Case
    act: Act
    changes: Mapping[str, Any] = field(default_factory=dict)
    hush: frozenset[str] = TOLD_NOBODY
