"""What an act changed of a case, as plain values for its history: [before, after] by field name.

So the history can be played back to the row, and the last step taken back. Times are milliseconds
since 1970 UTC.
"""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any

from domain.case import Case
from domain.kinds import Kind, Supervision, Urgency
from domain.messages import Place
from domain.privacy import Privacy
from domain.states import State

ENUMS = {
    "kind": Kind,
    "urgency": Urgency,
    "state": State,
    "privacy": Privacy,
    "supervision": Supervision,
}
NAMES = tuple(field.name for field in fields(Case))
ALL = attrgetter(*NAMES)
INSTANTS = frozenset(
    {
        "filed_at",
        "phase_at",
        "due_at",
        "accept_due",
        "resolve_due",
        "accepted_at",
        "resolved_at",
        "closed_at",
        "counts_from",
        "first_due",
        "first_at",
        "extension_to",
        "extended_to",
        "touched_at",
    }
)
OLD_NAMES = {"card": "supervision", "unit": "office"}
"""What fields were called in lines of before 0.3, and what they are called now."""
UNTOLD = frozenset({"touched_at"})


def difference(before: Case, after: Case) -> dict[str, list[Any]]:
    """The fields that differ, but for `touched_at`, which every act moves."""
    pairs = zip(NAMES, ALL(before), ALL(after), strict=True)
    return {
        n: [plain(old), plain(new)]
        for n, old, new in pairs
        if old is not new and old != new and n not in UNTOLD
    }


def whole(case: Case) -> dict[str, Any]:
    """Every field that is not empty, for the first line of a history."""
    return {
        name: plain(value)
        for name, value in zip(NAMES, ALL(case), strict=True)
        if value
    }


def before(case: Case, changed: dict[str, list[Any]]) -> Case:
    """The case as it was before these changes."""
    return replace(
        case, **{name: value(name, pair[0]) for name, pair in changed.items()}
    )


def after(case: Case, changed: dict[str, list[Any]]) -> Case:
    """The case as it is after these changes."""
    return replace(
        case, **{name: value(name, pair[1]) for name, pair in changed.items()}
    )


def first(row: dict[str, Any]) -> Case:
    """The case that `whole` wrote down."""
    empty = dict.fromkeys(("words", "area", "place_words", "channel"), "")
    known = {
        "place": None,
        "filer_id": None,
        "assignee_id": None,
        "due_at": None,
    } | empty
    values: dict[str, Any] = known | {
        name: value(name, one) for name, one in row.items()
    }
    return Case(**values)


def renamed(changed: dict[str, Any]) -> dict[str, Any]:
    """The changes of a line, by the names that fields have now."""
    return {OLD_NAMES.get(name, name): value for name, value in changed.items()}


def plain(value: Any) -> Any:
    """A value as JSON knows it."""
    if isinstance(value, datetime):
        return round(value.timestamp() * 1000)
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if isinstance(value, Place):
        return [value.lat, value.lon]
    return value


def value(name: str, kept: Any) -> Any:
    """The field's own value again."""
    if kept is None:
        return None
    if name in INSTANTS:
        return _instant(kept)
    if name in ENUMS:
        return ENUMS[name](kept)
    if name == "place":
        return Place(*kept)
    if name == "holds":
        return tuple((_instant(begin), end and _instant(end)) for begin, end in kept)
    return tuple(kept) if name in ("linked", "alike") else kept


def _instant(millis: int) -> datetime:
    return datetime.fromtimestamp(millis / 1000, UTC)
