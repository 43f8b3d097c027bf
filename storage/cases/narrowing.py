"""What a list is narrowed to, as SQL: it finds all that fits, and some that the rule then drops."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Column, ColumnElement, or_

from domain.kinds import Urgency
from domain.states import WAITING
from domain.wanted import (
    FIRM,
    LATE,
    UNASSIGNED,
    URGENT,
    Span,
    Wanted,
    Word,
)
from storage.tables.cases import cases

Conditions = list[ColumnElement[bool]]
LIKE_WORDS = (cases.c.words, cases.c.place_words, cases.c.number)


def conditions(wanted: Wanted, now: datetime) -> Conditions:
    """Whose a case is and whether its words may be read is left to `domain.wanted.fits`."""
    found = [
        or_(*map(_spoken_of, (word, *word.others))) if word.others else _spoken_of(word)
        for word in wanted.words
        if not word.denied
    ]
    if wanted.kinds:
        found.append(cases.c.kind.in_([kind.value for kind in wanted.kinds]))
    if wanted.category:
        found.append(cases.c.category == wanted.category)
    if wanted.areas:
        found.append(_in(wanted.areas))
    if LATE in wanted.only:
        found.append(cases.c.due_at <= now)
    found += _within(cases.c.due_at, wanted.due)
    found += _within(cases.c.filed_at, wanted.filed)
    if UNASSIGNED in wanted.only:
        waits = cases.c.state.in_([state.value for state in WAITING])
        found.append(or_(cases.c.assignee_id.is_(None), waits))
    for name in wanted.only.intersection(FIRM):
        firm = [one.value for one in FIRM[name]]
        found.append(cases.c.supervision.in_(firm))
    if URGENT in wanted.only:
        found.append(cases.c.urgency == Urgency.URGENT.value)
    return found


def _within(column: Column[datetime], span: Span) -> Conditions:
    begin, end = span
    found: Conditions = [column >= begin] if begin is not None else []
    return [*found, column < end] if end is not None else found


def _in(areas: Collection[str]) -> ColumnElement[bool]:
    return or_(
        cases.c.area.in_(areas),
        cases.c.office.in_(areas),
    )


def _spoken_of(word: Word) -> ColumnElement[bool]:
    """Only what the word may name is asked for: a set of none costs a subquery each."""
    said = [
        column.icontains(
            word.text,
            autoescape=True,
        )
        for column in LIKE_WORDS
    ]
    if word.categories:
        said.append(cases.c.category.in_(word.categories))
    if word.people:
        said.append(cases.c.assignee_id.in_(word.people))
    if word.areas:
        said.append(_in(word.areas))
    return or_(*said)
