"""/audit: what was done in the areas that an admin administers, the newest first."""

from __future__ import annotations

from html import escape
from typing import Any

from domain.people import Role
from handlers.casework import phrases
from handlers.dialog.turn import Refused, Turn
from handlers.people.scope import (
    areas_of,
    everywhere,
)
from handlers.texts.sentences import Safe

MOST_LISTED = 20
AT_ONCE = 100
MOST_READ = 2000
"""Lines that are looked through for those of a few areas."""


async def audit(turn: Turn, words: str) -> None:
    """The newest lines of the audit log that are this admin's business."""
    if not turn.person.has(Role.ADMIN):
        raise Refused("refuse-no-command")
    found = await _own_lines(turn)
    actors = {row.actor_id for row in found if row.actor_id}
    names = await turn.unit.people.named(actors)
    lines = [turn.say("audit-title")]
    lines += [_line(turn, row, names) for row in found]
    turn.reply(Safe("\n".join(lines)))


async def _own_lines(turn: Turn) -> list[Any]:
    if everywhere(turn):
        return await turn.unit.staff.audit_lines(MOST_LISTED)
    areas = areas_of(turn, Role.ADMIN)
    found: list[Any] = []
    read = 0
    before: int | None = None
    while read < MOST_READ:
        rows = await turn.unit.staff.audit_lines(AT_ONCE, before)
        for row in rows:
            if await _within(turn, row, areas):
                found.append(row)
        if len(found) >= MOST_LISTED or len(rows) < AT_ONCE:
            break
        read += len(rows)
        before = rows[-1].id
    return found[:MOST_LISTED]


async def _within(turn: Turn, row: Any, areas: set[str]) -> bool:
    """Whether a line is about these areas: by its area, its case, else by who did it."""
    area = row.detail.get("area")
    if area in turn.unit.directory.areas:
        return area in areas
    if "number" in row.detail:
        return await _case_within(turn, str(row.detail["number"]), areas)
    return _did_it_here(turn, row.actor_id, areas)


async def _case_within(turn: Turn, number: str, areas: set[str]) -> bool:
    case = await turn.unit.cases.by_number(number)
    return case is not None and (case.area in areas or case.office in areas)


def _did_it_here(
    turn: Turn,
    actor_id: int | None,
    areas: set[str],
) -> bool:
    """What one did oneself, and what is done by somebody who works nowhere but here."""
    if actor_id == turn.person.id:
        return True
    actor = turn.unit.directory.staff.get(actor_id or 0)
    if actor is None:
        return False
    return all(grant.area in areas for grant in actor.grants)


def _line(turn: Turn, row: Any, names: dict[int, str]) -> Safe:
    at = phrases.when(
        turn.language,
        row.at,
        turn.unit.now,
        turn.setup,
    )
    who = names.get(row.actor_id, "") or turn.label("who-desk")
    told = [str(value) for value in row.detail.values() if value not in (None, "")]
    detail = phrases.cut(" ".join(told), 60)
    return Safe(f"{at} · {escape(who)} · {escape(row.act)} {escape(detail)}")
