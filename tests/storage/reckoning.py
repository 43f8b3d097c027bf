"""Every rate of docs/rates.md reckoned from exported rows, apart from the house's own code.

Nothing here imports domain/rates.py or storage/figures: the formulas are written a second time,
from the document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from storage.database import Database
from storage.tables.cases import cases as cases_table
from storage.tables.casework import history
from tests.storage.by_chance import TREE

ZONE = ZoneInfo("Asia/Shanghai")


Row = dict[str, Any]


@dataclass
class Export:
    """All there is, as plain rows."""

    cases: list[Row]
    lines: list[Row]


async def export(database: Database) -> Export:
    async with database.unit() as unit:
        cases = [dict(row._mapping) for row in await unit.query(select(cases_table))]
        lines = [
            dict(row._mapping)
            for row in await unit.query(select(history).order_by(history.c.id))
        ]
    return Export(cases, lines)


def in_area(code: str, below: str) -> bool:
    while code and code != below:
        code = TREE.get(code, "")
    return code == below


def reckon(
    all_rows: Export,
    now: datetime,
    first: date,
    last: date,
    fits: Callable[[Row], bool],
) -> dict[str, Any]:
    """Every figure by the name that the house gives it."""
    of = [c for c in all_rows.cases if c["parent_id"] is None and fits(c)]
    of = [c for c in of if first <= c["filed_at"].astimezone(ZONE).date() <= last]
    own = [c for c in of if c["state"] != "merged"]
    said = {
        c["id"]: [line for line in all_rows.lines if line["case_id"] == c["id"]]
        for c in own
    }
    answered = [c for c in own if c["state"] in ("resolved", "closed")]
    votes = [vote for c in own for vote in _votes(c, said[c["id"]])]
    return {
        "filed": len(of),
        "merged": len(of) - len(own),
        "resolved": len(answered),
        "closed": _many(own, lambda c: c["state"] == "closed"),
        "replies": len(votes),
        "solved": votes.count("confirm"),
        "rejected": _many(own, lambda c: c["state"] == "rejected"),
        "over": _many(own, lambda c: c["state"] == "withdrawn" and _why(said, c)),
        "withdrawn": _many(
            own, lambda c: c["state"] == "withdrawn" and not _why(said, c)
        ),
        "reopened": _many(own, lambda c: c["reopened"]),
        "escalated": _many(
            own, lambda c: c["raised"] or _times(said[c["id"]], "escalate")
        ),
        "lowest": _many(
            answered, lambda c: not c["raised"] and _went_up(said[c["id"]]) < 1
        ),
        **_in_time(own, answered, now),
    }


def _why(said: dict[int, list[Row]], case: Row) -> str:
    """With which words it was withdrawn at last."""
    lines = [one["words"] for one in said[case["id"]] if one["act"] == "withdraw"]
    return str(lines[-1]) if lines else ""


def _in_time(own: list[Row], answered: list[Row], now: datetime) -> dict[str, Any]:
    """What was accepted and answered within its deadline, and what it took, in seconds."""
    waited = [
        c
        for c in own
        if c["accept_took"] is not None or c["resolved_at"] != c["filed_at"]
    ]
    taken = [
        c
        for c in waited
        if c["accepted_at"] and (c["accept_due"] <= now or c["closed_at"])
    ]
    missed = [
        c
        for c in waited
        if not c["accepted_at"] and c["accept_due"] <= (c["closed_at"] or now)
    ]
    owed = [c for c in own if c["state"] not in ("rejected", "withdrawn")]
    owed = [c for c in owed if c["state"] == "closed" or c["resolve_due"] <= now]
    return {
        "on_the_spot": len(own) - len(waited),
        "accept_decided": len(taken) + len(missed),
        "accepted_in_time": _many(taken, lambda c: c["accepted_at"] <= c["accept_due"]),
        "answer_decided": len(owed),
        "answered_in_time": _many(
            owed, lambda c: c["resolved_at"] and c["resolved_at"] <= c["resolve_due"]
        ),
        "accept": sorted(
            round(c["accept_took"]) for c in waited if c["accept_took"] is not None
        ),
        "resolve": sorted(
            round(c["resolve_took"])
            for c in waited
            if c in answered and c["resolve_took"] is not None
        ),
    }


def rates(figures: dict[str, Any]) -> dict[str, float | None]:
    own = figures["filed"] - figures["merged"]
    return {
        "response": _over(figures["accepted_in_time"], figures["accept_decided"]),
        "closing": _over(figures["closed"], own),
        "on_time": _over(figures["answered_in_time"], figures["answer_decided"]),
        "satisfaction": _over(figures["solved"], figures["replies"]),
        "at_the_lowest": _over(figures["lowest"], figures["resolved"]),
    }


def half(values: Sequence[int]) -> float | None:
    """The median, by its definition: in the middle of the sorted values."""
    ranked, n = sorted(values), len(values)
    return (ranked[(n - 1) // 2] + ranked[n // 2]) / 2 if n >= 10 else None


def nine_in_ten(values: Sequence[int]) -> int | None:
    """The smallest value that at least 90 in 100 do not exceed."""
    if len(values) < 10:
        return None
    return min(
        v
        for v in values
        if sum(10 for other in values if other <= v) >= 9 * len(values)
    )


def _over(part: int, whole: int) -> float | None:
    return part / whole if whole >= 10 else None


def _many(rows: Iterable[Row], says: Callable[[Row], Any]) -> int:
    return len([row for row in rows if says(row)])


def _times(lines: Iterable[Row], *acts: str) -> int:
    return sum(1 for line in lines if line["act"] in acts)


def _went_up(lines: list[Row]) -> int:
    back = [
        line
        for line in lines
        if line["act"] == "undo" and line["words"] in ("return", "raise", "escalate")
    ]
    return _times(lines, "return", "raise", "escalate") - len(back)


def _votes(case: Row, lines: list[Row]) -> list[str]:
    """The last word of each person, but not of whoever worked on the case themselves."""
    worked = {
        line["actor_id"]
        for line in lines
        if line["act"] in ("resolve", "submit", "verify")
    } | {case["assignee_id"]}
    votes = {}
    for line in lines:
        if line["act"] in ("confirm", "reopen") and (
            line["actor_id"] is None or line["actor_id"] not in worked
        ):
            votes[line["actor_id"]] = line["act"]
    return list(votes.values())
