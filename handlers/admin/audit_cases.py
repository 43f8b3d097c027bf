"""What an admin changed of a case, field by field: from what to what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from handlers.casework import phrases
from handlers.casework.auditing import CHANGED, FIELDS
from handlers.dialog.turn import Turn

MILLIS = 1000

Names = dict[int, str]
Show = Callable[[Turn, Any, Names], str]


def _category(
    turn: Turn,
    code: str,
    names: Names,
) -> str:
    return phrases.category(turn.setup, turn.language, code)


def _area(
    turn: Turn,
    code: str,
    names: Names,
) -> str:
    return phrases.area(turn.unit, code, turn.language)


def _team(
    turn: Turn,
    post: str,
    names: Names,
) -> str:
    return turn.setup.post(post, turn.language)


def _when(
    turn: Turn,
    millis: int,
    names: Names,
) -> str:
    at = datetime.fromtimestamp(millis / MILLIS, UTC)
    return phrases.when(
        turn.language,
        at,
        turn.unit.now,
        turn.setup,
    )


def _person(
    turn: Turn,
    number: int,
    names: Names,
) -> str:
    return names.get(number, "") or "?"


def _named(prefix: str) -> Show:
    """A value whose name is a text."""

    def shown(
        turn: Turn,
        value: str,
        names: Names,
    ) -> str:
        return turn.label(f"{prefix}-{value}")

    return shown


SHOWN: dict[str, Show] = {
    "category": _category,
    "urgency": _named("urgency"),
    "privacy": _named("privacy"),
    "supervision": _named("supervision"),
    "assignee_id": _person,
    "post": _team,
    "office": _area,
    "area": _area,
    "resolve_due": _when,
}


def fields_in(detail: dict[str, Any]) -> Iterator[tuple[str, list[Any]]]:
    """(field, [before, after]) of what a line says was changed, in the order of FIELDS."""
    changed = detail.get(CHANGED) or {}
    return ((field, changed[field]) for field in FIELDS if field in changed)


def part(
    turn: Turn,
    field: str,
    pair: list[Any],
    names: Names,
) -> str:
    """'分类从垃圾改成道路井盖'."""
    was, now = (_value(turn, field, one, names) for one in pair)
    what = turn.label(f"audit-field-{field.replace('_', '-')}")
    return turn.label(
        "audit-from-to",
        what=what,
        was=was,
        now=now,
    )


def _value(
    turn: Turn,
    field: str,
    kept: Any,
    names: Names,
) -> str:
    if not kept:
        return turn.label("audit-nothing")
    return SHOWN[field](turn, kept, names)
