"""A case as a row, and back."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from domain.case import Case
from domain.kinds import Kind, Supervision, Urgency
from domain.messages import Place
from domain.privacy import Privacy
from domain.states import State
from storage.columns import instant, millis

ENUMS = {
    "kind": Kind,
    "urgency": Urgency,
    "state": State,
    "privacy": Privacy,
    "supervision": Supervision,
}
DEFAULTS: dict[str, Any] = {
    "privacy": "open",
    "supervision": "",
    "post": "",
    "office": "",
    "rule": "",
    "verify": False,
    "sealed": False,
    "parts": 0,
    "joined": 0,
    **dict.fromkeys(
        (
            "parent_id",
            "merged_into",
            "linked",
            "alike",
            "counts_from",
            "holds",
            "first_due",
            "first_at",
            "extension_to",
            "extended_to",
            "accept_took",
            "resolve_took",
            "accepted_at",
            "resolved_at",
            "closed_at",
            "rating",
        )
    ),
}
"""What the tables say where nothing is said; most new cases have these."""

PLAIN = tuple(
    field.name
    for field in fields(Case)
    if field.name not in ("place", "holds", "linked", "alike", *ENUMS)
)


def without_defaults(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows without the columns in which none of them says more than the database does by
    itself.
    """
    plain = [
        name
        for name, value in DEFAULTS.items()
        if all(row[name] == value for row in rows)
    ]
    for row in rows:
        for name in plain:
            del row[name]
    return rows


def row_of(case: Case) -> dict[str, Any]:
    row = {name: getattr(case, name) for name in PLAIN}
    row |= {name: getattr(case, name).value for name in ENUMS}
    row |= {"linked": list(case.linked) or None, "alike": list(case.alike) or None}
    row["holds"] = [
        (millis(begin), end and millis(end)) for begin, end in case.holds
    ] or None
    place = case.place
    return row | {
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
    }


def case_of(row: Any) -> Case:
    values = row._mapping
    place = Place(row.lat, row.lon) if row.lat is not None else None
    plain = {name: values[name] for name in PLAIN}
    enums: dict[str, Any] = {name: kind(values[name]) for name, kind in ENUMS.items()}
    holds = tuple(
        (instant(begin), end and instant(end)) for begin, end in row.holds or ()
    )
    known: dict[str, Any] = {
        "linked": tuple(row.linked or ()),
        "alike": tuple(row.alike or ()),
    }
    return Case(place=place, holds=holds, **known, **enums, **plain)
