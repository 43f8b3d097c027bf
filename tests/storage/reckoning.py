"""Cases made by chance, and every rate of docs/rates.md reckoned from exported rows, apart from the
house's own code.

Nothing here imports domain/rates.py or storage/figures/reports.py: the formulas are written a
second time, from the document.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select

from domain.acts import Act
from domain.area import Area
from domain.kinds import Kind
from domain.states import State
from storage.database import Database
from storage.tables.cases import cases as cases_table
from storage.tables.casework import history
from storage.unit import Unit
from tests.storage.making import new_case

ZONE = ZoneInfo("Asia/Shanghai")
HOUR = timedelta(hours=1)
CATEGORIES = {
    "road": Kind.HAZARD,
    "light": Kind.HAZARD,
    "vehicle": Kind.HELP,
    "rest": Kind.WISH,
}
TREE = {"G1": "S1", "G2": "S1", "G3": "S2", "S1": "C", "S2": "C", "CG": "C", "GA": "C"}
PEOPLE = range(1, 7)

Row = dict[str, Any]


@dataclass
class Export:
    """All there is, as plain rows."""

    cases: list[Row]
    lines: list[Row]


async def by_chance(database: Database, seed: int, many: int, days: int) -> None:
    """So many cases of the last so many days, in every state that chance thinks of, with
    histories.
    """
    chance = random.Random(seed)
    async with database.unit() as unit:
        await unit.areas.replace(_areas())
        unit.directory_changes()
        made: list[int] = []
        for _ in range(many):
            made.append(
                await _case(
                    unit, chance, unit.now - HOUR * chance.uniform(0, 24 * days), made
                )
            )
            await _history(unit, chance, made[-1])


def _areas() -> Iterable[Area]:
    yield Area("C", "区", "district")
    for code, parent in TREE.items():
        level = (
            "street"
            if code[0] == "S"
            else "grid"
            if code[0] == "G" and code[1].isdigit()
            else "office"
        )
        yield Area(code, code, level, parent)


async def _case(
    unit: Unit, chance: random.Random, filed: datetime, made: list[int]
) -> int:
    def sometimes(most: float, *others: Any) -> datetime | None:
        at: datetime | None = chance.choice(
            [None, *others, filed + HOUR * chance.uniform(0, most)]
        )
        return at

    category = chance.choice(list(CATEGORIES))
    accepted, resolved = sometimes(40, filed + HOUR), sometimes(300, filed)
    case = await new_case(
        unit,
        kind=CATEGORIES[category],
        category=category,
        area=chance.choice(["G1", "G2", "G3", "S1", ""]),
        state=chance.choice([*State, State.CLOSED, State.CLOSED]),
        filed_at=filed,
        accept_due=filed + HOUR * chance.choice([1, 24, 60]),
        accepted_at=accepted,
        accept_took=chance.choice([None, chance.uniform(0, 90_000)])
        if accepted
        else None,
        resolve_due=filed + HOUR * chance.choice([24, 168, 400]),
        resolved_at=resolved,
        resolve_took=chance.choice([None, chance.uniform(0, 900_000)])
        if resolved
        else None,
        closed_at=sometimes(500),
        due_at=sometimes(500),
        reopened=chance.choice([0, 0, 0, 1, 2]),
        raised=chance.choice([0, 0, 1, 3]),
        parent_id=chance.choice(made) if made and chance.random() < 0.1 else None,
        assignee_id=chance.choice([None, *PEOPLE]),
        filer_id=chance.choice([None, *PEOPLE]),
    )
    unit.cases.change(replace(case, office=chance.choice(["", "", "CG", "GA"])))
    return case.id


async def _history(unit: Unit, chance: random.Random, case_id: int) -> None:
    acts = [
        Act.CONFIRM,
        Act.REOPEN,
        Act.RESOLVE,
        Act.SUBMIT,
        Act.VERIFY,
        Act.RETURN,
        Act.NOTE,
        Act.CLOSE,
        Act.HAND_ON,
    ]
    rare = [Act.ESCALATE, Act.RAISE, Act.UNDO]
    rows = []
    for _ in range(chance.randint(0, 6)):
        act = chance.choice(rare if chance.random() < 0.2 else acts)
        words = (
            chance.choice(["return", "raise", "resolve"])
            if act is Act.UNDO
            else chance.choice(["", "raise"])
        )
        rows.append(
            {
                "id": unit.next_id("history"),
                "case_id": case_id,
                "at": unit.now,
                "channel": "test",
                "actor_id": chance.choice([None, *PEOPLE]),
                "act": act.value,
                "state": "closed",
                "words": words,
                "changed": {},
            }
        )
    if rows:
        await unit.query(insert(history), rows)


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


# --- the formulas, a second time ---


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
    votes = [vote for c in own for vote in _votes(c, said[c["id"]])]
    return {
        "filed": len(of),
        "merged": len(of) - len(own),
        "resolved": len(answered),
        "closed": _many(own, lambda c: c["state"] == "closed"),
        "on_the_spot": len(own) - len(waited),
        "accept_decided": len(taken) + len(missed),
        "accepted_in_time": _many(taken, lambda c: c["accepted_at"] <= c["accept_due"]),
        "answer_decided": len(owed),
        "answered_in_time": _many(
            owed, lambda c: c["resolved_at"] and c["resolved_at"] <= c["resolve_due"]
        ),
        "replies": len(votes),
        "solved": votes.count("confirm"),
        "rejected": _many(own, lambda c: c["state"] == "rejected"),
        "withdrawn": _many(own, lambda c: c["state"] == "withdrawn"),
        "reopened": _many(own, lambda c: c["reopened"]),
        "escalated": _many(
            own, lambda c: c["raised"] or _times(said[c["id"]], "escalate")
        ),
        "lowest": _many(
            answered, lambda c: not c["raised"] and _went_up(said[c["id"]]) < 1
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
