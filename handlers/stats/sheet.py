"""The register as an order for `bot.drawing.sheet`: which rows and columns, never the rows."""

from __future__ import annotations

from typing import Any

from domain.kinds import Kind, Urgency
from handlers.dialog.turn import Turn
from handlers.stats.paper import STATES, kind_name
from storage.figures.register_query import Query

COLUMNS: tuple[tuple[str, str, float, str], ...] = (
    ("number", "register-number", 13, "text"),
    ("filed_at", "register-filed", 16, "at"),
    ("kind", "register-kind", 7, "text"),
    ("category", "register-category", 11, "text"),
    ("area", "register-area", 22, "text"),
    ("place_words", "register-place", 26, "words"),
    ("words", "register-words", 44, "words"),
    ("urgency", "register-urgency", 13, "text"),
    ("state", "register-state", 11, "text"),
    ("carer", "register-carer", 10, "text"),
    ("team", "register-team", 13, "text"),
    ("accept_due", "register-accept-due", 16, "at"),
    ("accepted_at", "register-accepted", 16, "at"),
    ("resolve_due", "register-resolve-due", 16, "at"),
    ("resolved_at", "register-resolved", 16, "at"),
    ("closed_at", "register-closed", 16, "at"),
    ("late", "register-late", 7, "flag"),
    ("reopened", "register-reopened", 7, "count"),
    ("raised", "register-raised", 7, "count"),
    ("rating", "register-rating", 7, "count"),
    ("answer", "register-answer", 40, "words"),
    ("joined", "register-joined", 7, "count"),
    ("parts", "register-parts", 7, "count"),
    ("whole", "register-whole", 13, "text"),
    ("merged", "register-merged", 13, "text"),
)
"""(field of `storage.figures.register`, text of its head, width in letters, form)."""


def spec(
    turn: Turn,
    query: Query,
    count: int,
    most: int,
    named: dict[str, str],
) -> dict[str, Any]:
    """The order for at most `most` of the `count` rows."""
    names = _names(turn)
    columns = [
        {
            "field": field,
            "title": turn.label(key),
            "wide": wide,
            "form": form,
        }
        | names.get(field, {})
        for field, key, wide, form in COLUMNS
    ]
    return {
        "draw": "sheet",
        "query": query.plain(),
        "most": most,
        "zone": turn.setup.zone.key,
        "columns": columns,
        "title": turn.label("register-title", **named),
        "name": turn.label("register-sheet"),
        "about_name": turn.label("register-about"),
        "about": _about(turn, count, most),
    }


def _about(turn: Turn, count: int, most: int) -> list[str]:
    """When and by whom it was made, and how it is to be read."""
    at = f"{turn.unit.now.astimezone(turn.setup.zone):%Y-%m-%d %H:%M}"
    return [
        turn.label(
            "register-about-made",
            at=at,
            name=turn.person.name,
        ),
        turn.label(
            "register-about-count",
            count=min(count, most),
            all=count,
        ),
        turn.label("register-about-private"),
        turn.label("register-about-late"),
        turn.label("register-about-parts"),
    ]


def _names(
    turn: Turn,
) -> dict[str, dict[str, dict[str, str]]]:
    """What the codes in a column are called."""
    language = turn.language
    directory = turn.unit.directory
    posts = {code: turn.setup.post(code, language) for code in turn.setup.posts}
    offices = {area.code: area.name for area in directory.offices}
    found = {
        "kind": {kind.value: kind_name(language, kind) for kind in Kind},
        "category": {one.code: one.name(language) for one in turn.setup.catalogue},
        "urgency": {one.value: turn.label(f"urgency-{one}") for one in Urgency},
        "state": {state.value: turn.label(key) for state, key in STATES.items()},
        "area": {code: directory.full_name(code) for code in directory.areas},
        "team": posts | offices,
        "late": {
            "yes": turn.label("register-yes"),
            "no": turn.label("register-no"),
        },
    }
    return {field: {"names": names} for field, names in found.items()}
