"""/policy: the deadlines as they are, and changing them at run time with a look at what that
would do.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain import changes, deadlines
from domain.case import Act, Case, Urgency
from domain.categories import BY_CODE
from domain.lateness import late
from domain.people import admin_of, may_command
from domain.policies import Limit, Row, plain_of
from handlers.actions.choices import one_of
from handlers.casework import card as cards
from handlers.casework import deadlines as terms
from handlers.casework import notices, phrases
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Refused, Turn
from handlers.texts.sentences import Safe
from storage import settings
from storage.unit import Unit

HOUR = timedelta(hours=1)
MOST_HOURS = 24 * 365
AT_ONCE = 1000
WORKING, AROUND = "working", "around"


async def policy(turn: Turn, words: str) -> None:
    """/policy; /policy URGENCY|CATEGORY ACCEPT ANSWER [working|around], in hours: shows first
    what would change.
    """
    if not words.strip():
        return _show(turn)
    row = _read(turn, words.split())
    effect = await _effect(turn, row)
    limit = row.limit
    text = turn.say(
        "policy-preview",
        what=_name(turn, row),
        accept=_hours(turn, limit.accept),
        answer=_hours(turn, limit.resolve),
        clock=turn.label(f"clock-{WORKING if limit.working else AROUND}"),
        count=effect.touched,
        late=effect.late,
        before=effect.late_before,
    )
    yes = turn.choice("button-policy-yes", f"p:set:{_coded(row)}")
    turn.reply(text, [[yes, turn.choice("button-policy-no", "p:no:")]])


def _show(turn: Turn) -> None:
    lines = [turn.say("policy-title")]
    rows = [*turn.unit.directory.policy_rows, *turn.setup.rows]
    rows += [
        Row(limit, urgency=urgency) for urgency, limit in turn.setup.policy.items()
    ]
    for row in rows:
        clock = turn.label(f"clock-{WORKING if row.limit.working else AROUND}")
        accept, answer = _hours(turn, row.limit.accept), _hours(turn, row.limit.resolve)
        lines.append(
            turn.say(
                "policy-line",
                what=_name(turn, row),
                accept=accept,
                answer=answer,
                clock=clock,
            )
        )
    turn.reply(Safe("\n".join([*lines, turn.say("policy-how")])))


def _name(turn: Turn, row: Row) -> str:
    named = [
        turn.label(f"kind-{row.kind}") if row.kind else "",
        phrases.category(turn.language, row.category) if row.category else "",
        turn.label(f"urgency-{row.urgency}") if row.urgency else "",
        row.level,
    ]
    return " · ".join(filter(None, named)) or turn.label("policy-all")


def _hours(turn: Turn, span: timedelta) -> str:
    hours = span / HOUR
    return (
        turn.label("span-days", count=round(hours / 24))
        if hours % 24 == 0 and hours > 24
        else turn.label("span-hours", count=f"{hours:g}")
    )


def _read(turn: Turn, parts: list[str]) -> Row:
    """The row that was typed. Raises Refused."""
    if not admin_of(turn.person, [turn.unit.directory.root]):
        raise Refused("refuse-policy-root")
    urgency = one_of(turn, "urgency", list(Urgency), parts[0])
    category = "" if urgency else one_of(turn, "category", list(BY_CODE), parts[0])
    clock = parts[3].lower() if len(parts) > 3 else AROUND
    try:
        accept, answer = (float(part) for part in parts[1:3])
    except ValueError:
        raise Refused("policy-wrong") from None
    fits = (
        0 < accept <= answer <= MOST_HOURS
        and clock in (WORKING, AROUND)
        and len(parts) <= 4
    )
    if not (urgency or category) or not fits:
        raise Refused("policy-wrong")
    return Row(
        Limit(accept * HOUR, answer * HOUR, None, clock == WORKING),
        category=category,
        urgency=urgency,
    )


def _coded(row: Row) -> str:
    limit = row.limit
    clock = "w" if limit.working else "a"
    return f"{row.urgency}:{row.category}:{limit.accept / HOUR:g}:{limit.resolve / HOUR:g}:{clock}"


# --- what it would do ---


@dataclass(frozen=True, slots=True)
class Effect:
    """How many open cases a new row touches, and how many of those are late before and after."""

    touched: int = 0
    late_before: int = 0
    late: int = 0


async def _effect(turn: Turn, row: Row) -> Effect:
    touched = late_before = late_after = 0
    now, last = turn.unit.now, 0
    while cases := await turn.unit.cases.all_open(last, AT_ONCE):
        last = cases[-1].id
        for case in cases:
            if not _touches(turn.unit, row, case):
                continue
            after = _recounted(turn.unit, turn.setup, case, row.limit)
            touched += 1
            late_before += late(case.state, case.due_at, now)
            late_after += late(after.state, after.due_at, now)
    return Effect(touched, late_before, late_after)


def _touches(unit: Unit, row: Row, case: Case) -> bool:
    if case.urgency is Urgency.URGENT and not row.urgency:
        return False
    level = (
        unit.directory.areas[case.area].level
        if case.area in unit.directory.areas
        else ""
    )
    return row.fits(case.kind, case.category, case.urgency, level)


def _recounted(unit: Unit, setup: Setup, case: Case, limit: Limit) -> Case:
    calendar = terms.calendar(unit, setup, limit, case.area)
    return deadlines.after(
        case, Act.RECLASSIFY, case.state, unit.now, {case.urgency: limit}, calendar
    )


# --- doing it ---


async def on_policy(turn: Turn, data: str) -> None:
    """`p:set:<urgency>:<category>:<accept>:<answer>:<w|a>`, or `p:no:`."""
    verb, _, rest = data.partition(":")
    if not may_command(turn.person, "policy"):
        raise Refused("refuse-old-button")
    turn.toast()
    if verb != "set":
        return turn.reply(turn.say("policy-kept"), edit=True)
    urgency, category, accept, answer, clock = (*rest.split(":"), "", "", "", "")[:5]
    row = _read(
        turn, [urgency or category, accept, answer, WORKING if clock == "w" else AROUND]
    )
    await _set(turn, row)
    turn.reply(turn.say("policy-done", what=_name(turn, row)), edit=True)


async def _set(turn: Turn, row: Row) -> None:
    """The new row comes first; every open case that it touches is counted again by the clock, a
    few at a time.
    """
    unit, made = turn.unit, plain_of(row)
    same = ("kind", "category", "urgency", "level")
    kept = [
        old
        for old in unit.directory.settings.get("policy", ())
        if any(old[key] != made[key] for key in same)
    ]
    await settings.put(unit, "policy", [made, *kept], turn.person.id)
    unit.history.audit(turn.person.id, "policy", **made)
    last = 0
    while cases := await unit.cases.all_open(last, AT_ONCE):
        last = cases[-1].id
        for case in cases:
            if _touches(unit, row, case):
                unit.timers.set("recount", case.id, unit.now)


async def recount_due(unit: Unit, setup: Setup, case_id: int, at: datetime) -> None:
    """The policy has changed: this case's deadlines by the new one, and what that makes of its
    alarms.
    """
    unit.timers.set("recount", case_id, None)
    case = await unit.cases.get(case_id)
    if case is None or not case.open:
        return
    limit = terms.limit(unit, setup, case.kind, case.category, case.urgency, case.area)
    after = replace(_recounted(unit, setup, case, limit), touched_at=case.touched_at)
    if after == case:
        return
    unit.cases.change(after)
    unit.history.add(
        after, Act.RECLASSIFY, None, "clock", **changes.difference(case, after)
    )
    calendar = terms.calendar(unit, setup, limit, case.area)
    unit.timers.set("case", case_id, deadlines.next_time(after, calendar))
    await cards.refresh(unit, setup, after, case)
    # what a filer was promised no longer holds
    if after.resolve_due > case.resolve_due:
        await notices.tell(
            unit, setup, after, Act.RECLASSIFY, None, "", (), case, None, "assignee"
        )
