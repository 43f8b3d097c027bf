"""/register: the cases of a period as a workbook, a row per case (楼宇事项记录表)."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from domain.case import Kind, State, Urgency
from domain.categories import CATEGORIES
from domain.messages import MediaKind, Reply
from handlers.casework import phrases
from handlers.dialog.turn import Refused, Turn
from handlers.stats import queries as asking
from handlers.stats import rates
from handlers.stats.queries import Asked
from handlers.texts.sentences import label
from storage.figures.register import Query
from storage.figures.scope import DAY, midnight

# rows: 3,860 cases a year in one building (facts/places.md), 30,000 in a district
MOST = 20_000
# rows; a letter waits some seconds for its file, which is as long as these take on a busy machine
LONG = 2000
# three times what a row takes where nothing else goes on
A_ROW = timedelta(milliseconds=1)
STATES = {
    State.FILED: "register-state-filed",
    State.ASSIGNED: "register-state-assigned",
    State.IN_PROGRESS: "register-state-in-progress",
    State.RETURNED: "register-state-returned",
    State.REOPENED: "register-state-reopened",
    State.RESOLVED: "register-state-resolved",
    State.CLOSED: "register-state-closed",
    State.REJECTED: "register-state-rejected",
    State.WITHDRAWN: "register-state-withdrawn",
    State.HELD: "register-state-held",
    State.VERIFYING: "register-state-verifying",
    State.DELIBERATING: "register-state-deliberating",
    State.MERGED: "register-state-merged",
}
"""States as a paper says them; in the chat they speak to the filer."""

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


async def register(turn: Turn, words: str) -> None:
    """/register [WHERE] [WHEN] [WHAT], in any order, as after /stats: thirty days where nothing
    is said.
    """
    asked = _asked(turn, words)
    zone, period = turn.setup.zone, asked.period
    query = Query(
        asked.scope, midnight(period.first, zone), midnight(period.last + DAY, zone)
    )
    count = await turn.unit.register.count(query)
    named = {
        "area": rates.area_names(turn, asked),
        "first": str(period.first),
        "last": str(period.last),
    }
    if not count:
        return turn.reply(turn.say("register-none", **named))
    turn.unit.history.audit(turn.person.id, "register", **named, count=min(count, MOST))
    spec = _spec(turn, query, count, named)
    made = turn.unit.media.draw(
        spec, MediaKind.DOCUMENT, turn.label("register-file", **named)
    )
    key = "register-cut" if count > MOST else "register-done"
    text = turn.say(key, **named, count=count, most=MOST)
    rows = min(count, MOST)
    if rows > LONG:
        turn.reply(turn.say("register-soon", count=rows))
    at = turn.unit.now + rows * A_ROW if rows > LONG else None
    turn.unit.outbox.add(turn.private, Reply(text=text, files=(made,)), at=at)


def _asked(turn: Turn, words: str) -> Asked:
    try:
        return asking.read(turn, words)
    except Refused as refused:
        if refused.key != "refuse-stats":
            raise
        raise Refused("refuse-register", **refused.args_of_key) from None


def _spec(
    turn: Turn, query: Query, count: int, named: dict[str, str]
) -> dict[str, Any]:
    """The order for `bot.drawing.sheet`: which rows, never the rows themselves."""
    names = _names(turn)
    columns = [
        {"field": field, "title": turn.label(key), "wide": wide, "form": form}
        | names.get(field, {})
        for field, key, wide, form in COLUMNS
    ]
    at = f"{turn.unit.now.astimezone(turn.setup.zone):%Y-%m-%d %H:%M}"
    about = [
        turn.label("register-about-made", at=at, name=turn.person.name),
        turn.label("register-about-count", count=min(count, MOST), all=count),
        *(
            turn.label(key)
            for key in (
                "register-about-private",
                "register-about-late",
                "register-about-parts",
            )
        ),
    ]
    return {
        "draw": "sheet",
        "query": query.plain(),
        "most": MOST,
        "zone": turn.setup.zone.key,
        "columns": columns,
        "title": turn.label("register-title", **named),
        "name": turn.label("register-sheet"),
        "about_name": turn.label("register-about"),
        "about": about,
    }


def _names(turn: Turn) -> dict[str, dict[str, dict[str, str]]]:
    """What the codes in a column are called."""
    unit, setup, language = turn.unit, turn.setup, turn.language
    units = {area.code: area.name for area in unit.directory.offices}
    found = {
        "kind": {kind.value: kind_name(language, kind) for kind in Kind},
        "category": {
            one.code: phrases.category(language, one.code) for one in CATEGORIES
        },
        "urgency": {one.value: turn.label(f"urgency-{one}") for one in Urgency},
        "state": {state.value: turn.label(key) for state, key in STATES.items()},
        "area": {code: unit.directory.full_name(code) for code in unit.directory.areas},
        "team": {code: setup.post(code, language) for code in setup.posts} | units,
        "late": {"yes": turn.label("register-yes"), "no": turn.label("register-no")},
    }
    return {field: {"names": names} for field, names in found.items()}


def kind_name(language: str, kind: Kind) -> str:
    """The kind's name without the sign that stands before it in the chat."""
    return re.sub(r"^\W+", "", label(language, f"kind-{kind}"))
