"""Lines of the audit log with a sentence of their own: limits, templates, groups, duty, leave, and
what was changed of a case.
"""

from __future__ import annotations

from domain.policies import Row, row_of
from handlers.admin.audit_cases import fields_in, part
from handlers.admin.audit_told import Told
from handlers.admin.limits import length, name, way
from handlers.casework import phrases

LONGEST_QUOTE = 60


def policy(told: Told) -> str:
    made = row_of(told.row.detail)
    what, now = name(told.turn, made), _limit(told, made)
    before = told.get("was")
    if before is None:
        return told.label("audit-policy-first", what=what, now=now)
    return told.label(
        "audit-policy",
        what=what,
        was=_limit(told, row_of(before)),
        now=now,
    )


def _limit(told: Told, row: Row) -> str:
    return told.label(
        "audit-limit",
        accept=length(told.turn, row.limit.accept),
        answer=length(told.turn, row.limit.resolve),
        clock=way(told.turn, row),
    )


def template(told: Told) -> str:
    said = phrases.cut(told.get("words") or "", LONGEST_QUOTE)
    words = said or f"#{told.get('id')}"
    return told.label(f"audit-{told.row.act}", words=words)


def bound(told: Told) -> str:
    before = told.get("was") or ""
    if not before:
        return told.label("audit-bind", area=told.area)
    turn = told.turn
    was = phrases.area(turn.unit, before, turn.language)
    return told.label("audit-bind-moved", area=told.area, was=was)


def duty(told: Told) -> str:
    begin, end = told.moment("start"), told.moment("end")
    if not begin:
        return told.label("audit-duty", person=told.person, area=told.area)
    return told.label(
        "audit-duty-hours",
        person=told.person,
        area=told.area,
        start=begin,
        end=end,
    )


def leave(told: Told) -> str:
    until, person = told.day("until"), told.person
    if told.get("back"):
        return told.label("audit-back", person=person)
    if not until:
        return told.label("audit-away", person=person)
    start = told.day("start")
    if start:
        return told.label("audit-away-days", person=person, start=start, until=until)
    return told.label("audit-away-until", person=person, until=until)


def case_changed(told: Told) -> str:
    """'YH26-0001 作了更正（分类从 垃圾 改成 道路井盖）'."""
    turn, number = told.turn, str(told.get("number"))
    what = told.label(f"audit-did-{str(told.get('did')).replace('_', '-')}")
    parts = [
        part(turn, field, pair, told.names)
        for field, pair in fields_in(told.row.detail)
    ]
    if not parts:
        return told.label("audit-case", number=number, what=what)
    return told.label(
        "audit-case-changed",
        number=number,
        what=what,
        changes=told.label("audit-and").join(parts),
    )
