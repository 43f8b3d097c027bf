"""What somebody has answered in a form so far, as typed parts, and as plain JSON for its row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.messages import Place


@dataclass(frozen=True, slots=True)
class Said:
    """Words of one message; `message` is its id in the chat, '' where they came otherwise."""

    message: str
    text: str


@dataclass(frozen=True, slots=True)
class Attached:
    """A picture, voice message or file, by our media id; `kind` is a MediaKind's value, `seconds`
    its length, 0 where that is not known.
    """

    message: str
    media: int
    kind: str
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class Located:
    """A place: a pin, what was said of it, or both; `called` is what the pin's map calls it."""

    message: str = ""
    place: Place | None = None
    words: str = ""
    called: str = ""

    @property
    def name(self) -> str:
        """What somebody said comes before what a map says."""
        return self.words or self.called


Part = Said | Attached
Answer = tuple[Said, ...] | tuple[Attached, ...] | Located
Answers = Mapping[str, Answer]


def plain(answers: Answers) -> dict[str, Any]:
    """As JSON knows it."""
    return {name: _plain(answer) for name, answer in answers.items()}


def _plain(answer: Answer) -> Any:
    if isinstance(answer, Located):
        pin = answer.place
        where = {"lat": pin.lat, "lon": pin.lon} if pin else {}
        named = {"words": answer.words, "called": answer.called}
        told = {name: said for name, said in named.items() if said}
        return {"message": answer.message, **where, **told}
    return [_part(part) for part in answer]


def _part(part: Part) -> dict[str, Any]:
    if isinstance(part, Said):
        return {"message": part.message, "text": part.text}
    kept = {"message": part.message, "media": part.media, "kind": part.kind}
    return kept | ({"seconds": part.seconds} if part.seconds else {})


def typed(answers: Mapping[str, Any]) -> dict[str, Answer]:
    """What `plain` made, or what a form of before 0.3 wrote. Raises KeyError for anything else."""
    return {name: _typed(value) for name, value in answers.items()}


def _typed(value: Any) -> Answer:
    if isinstance(value, dict):
        return _located(value)
    parts = [_current(part) for part in value]
    if any("media" in part for part in parts):
        return tuple(Attached(**part) for part in parts)
    return tuple(Said(**part) for part in parts)


OLD_NAMES = {"m": "message", "t": "text", "id": "media", "k": "kind"}


def _current(part: dict[str, Any]) -> dict[str, Any]:
    return {OLD_NAMES.get(name, name): value for name, value in part.items()}


def _located(value: dict[str, Any]) -> Located:
    place = Place(value["lat"], value["lon"]) if "lat" in value else None
    words = value.get("words", value.get("t", ""))
    message, called = value.get("message", value.get("m", "")), value.get("called", "")
    return Located(message, place, words, called)
