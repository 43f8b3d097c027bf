"""How well an answer fits what was asked, from 0 to 1, and why it does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.messages import Event
from handlers.texts.words import asks, only

NODS = ("words-polite", "words-nod", "words-this")
"""What may stand beside words that say nothing more."""

TAKEN = 0.5
"""From here on an answer is taken (ours)."""

NO_ARGS: Mapping[str, object] = {}


@dataclass(frozen=True, slots=True)
class Fit:
    """`score` from 0 to 1; `why` is the key of the sentence that says why it does not fit, with
    its arguments. '' leaves that to whoever asked.
    """

    score: float
    why: str = ""
    about: Mapping[str, object] = field(default_factory=lambda: NO_ARGS)

    @property
    def taken(self) -> bool:
        return self.score >= TAKEN


NO_ANSWER = Fit(0.0, "not-an-answer")
NOT_YET = Fit(0.0, "take-your-time")
FULL = Fit(1.0)


YES_OR_NO = frozenset("👌👍🆗✅✔🙆⭕👎❌🙅✖")
"""Signs that are a yes or a no."""


def is_yes_or_no(text: str) -> bool:
    """Whether nothing is there but such a sign, whatever its skin."""
    return not any(map(str.isalnum, text)) and not YES_OR_NO.isdisjoint(text)


def waits(text: str) -> bool:
    """Whether it says nothing but that an answer will come: 等一下, "i'll send it later"."""
    beside = ("words-nod", "words-polite")
    if only("words-wait", text, *beside):
        return not only("words-nod", text, "words-polite")
    return asks("words-wait", text, "words-wait-beside", *beside)


@dataclass(frozen=True, slots=True)
class Heard:
    """A message as fields see it.

    From 0 to 1: how far its words tell a matter (`report`), how surely they name a place.
    `talk` is what asks or tells something else, such as "how does this work".
    """

    event: Event
    report: float = 0.0
    place: float = 0.0
    talk: bool = False

    @property
    def text(self) -> str:
        return self.event.text.strip()

    @property
    def says_nothing(self) -> bool:
        """Nothing but signs and emoji."""
        return not any(letter.isalnum() for letter in self.text)

    @property
    def is_polite(self) -> bool:
        """Nothing but thanks, a greeting or a nod."""
        return only("words-polite", self.text, "words-nod")

    @property
    def is_nod(self) -> bool:
        """Nothing but that it was heard."""
        return only("words-nod", self.text)

    @property
    def waits(self) -> bool:
        return waits(self.text)


def says_nothing(key: str, said: str) -> bool:
    """Whether nothing but words of this key is said, or that nothing is; with '' there are none."""
    return bool(key) and any(
        asks(one, said, *NODS) for one in (key, "words-no-comment")
    )


def unanswered(heard: Heard) -> Fit | None:
    """What is true of a message that answers nothing, whatever was asked; None if it may."""
    if heard.says_nothing:
        return NO_ANSWER
    return NOT_YET if heard.waits else None
