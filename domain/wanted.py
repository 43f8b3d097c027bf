"""Which open cases a list shows: what a case must be, where it lies, and what is said of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from domain.case import Case
from domain.kinds import Kind, Supervision, Urgency
from domain.states import WAITING

MINE = "mine"
LATE = "late"
UNASSIGNED = "unassigned"
URGENT = "urgent"
ONLY = (MINE, LATE, UNASSIGNED, URGENT)
TODAY = "today"
"""What is due on this day; what was late before is LATE."""
SOON, TOMORROW, WEEK = "soon", "tomorrow", "week"
NEW, FILED_TODAY, FILED_YESTERDAY = "new", "filed-today", "filed-yesterday"
DAYS = frozenset({TODAY, SOON, TOMORROW, WEEK, NEW, FILED_TODAY, FILED_YESTERDAY})
"""By when it is due, or was filed; these are asked for in words, and have no button."""

SUPERVISED, YELLOW, RED = "supervised", "yellow-card", "red-card"
FIRM = {
    SUPERVISED: frozenset({Supervision.NORMAL, Supervision.YELLOW, Supervision.RED}),
    YELLOW: frozenset({Supervision.YELLOW}),
    RED: frozenset({Supervision.RED}),
}
"""By how firmly it is supervised; asked for in words too."""

NOBODY: frozenset[int] = frozenset()
NOTHING: frozenset[str] = frozenset()
ANY_KIND: frozenset[Kind] = frozenset()
Span = tuple[datetime | None, datetime | None]
"""From when on, and before when; None where that is not said."""
ALWAYS: Span = (None, None)


@dataclass(frozen=True, slots=True)
class Word:
    """A word in small letters, and what else it may name: categories, areas, people. Any of the
    `others` does as well: 垃圾/路灯. `denied`: it must be none of it.
    """

    text: str
    categories: frozenset[str] = NOTHING
    areas: frozenset[str] = NOTHING
    people: frozenset[int] = NOBODY
    others: tuple[Word, ...] = ()
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """All of it must be true of a case. `only` are some of `ONLY`; '' and no `kinds` or `areas`
    mean any.

    `areas` are the codes of areas and offices with all that lies below them. `due` and `filed` are
    what some of DAYS mean now: from when on, and before when.
    """

    only: frozenset[str] = NOTHING
    kinds: frozenset[Kind] = ANY_KIND
    category: str = ""
    areas: frozenset[str] = NOTHING
    words: tuple[Word, ...] = ()
    due: Span = ALWAYS
    filed: Span = ALWAYS


EVERYTHING = Wanted()


def fits(
    wanted: Wanted,
    case: Case,
    person_id: int,
    now: datetime,
    may_read: bool,
) -> bool:
    """Whether this open case is one of them, for this person.

    Who may not read its words cannot find it by them: else a list would tell what they are.
    """
    if wanted.kinds and case.kind not in wanted.kinds:
        return False
    if wanted.category not in ("", case.category):
        return False
    if wanted.areas and not _lies_in(case, wanted.areas):
        return False
    if not all(_is(name, case, person_id, now) for name in wanted.only):
        return False
    if not (_within(wanted.due, case.due_at) and _within(wanted.filed, case.filed_at)):
        return False
    return all(_speaks(word, case, may_read) for word in wanted.words)


def untaken(case: Case) -> bool:
    """Whether nobody has said yet that they look after it."""
    return case.assignee_id is None or case.state in WAITING


def _is(
    name: str,
    case: Case,
    person_id: int,
    now: datetime,
) -> bool:
    if name == MINE:
        return case.assignee_id == person_id
    if name == LATE:
        return case.due_at is not None and case.due_at <= now
    if name == UNASSIGNED:
        return untaken(case)
    if name in DAYS:
        return True  # as `due` and `filed` say
    if name in FIRM:
        return case.supervision in FIRM[name]
    return case.urgency is Urgency.URGENT


def _within(span: Span, at: datetime | None) -> bool:
    if span == ALWAYS:
        return True
    begin, end = span
    return (
        at is not None and (begin is None or at >= begin) and (end is None or at < end)
    )


def _lies_in(case: Case, areas: Collection[str]) -> bool:
    return case.area in areas or case.office in areas


def _speaks(word: Word, case: Case, may_read: bool) -> bool:
    told = any(_speaks_of(one, case, may_read) for one in (word, *word.others))
    return told is not word.denied


def _speaks_of(word: Word, case: Case, may_read: bool) -> bool:
    """Whether the word names something of the case, or stands in what was said."""
    if case.category in word.categories or case.assignee_id in word.people:
        return True
    if _lies_in(case, word.areas):
        return True
    said = [case.number]
    if may_read:
        said += [case.words, case.place_words]
    return any(word.text in one.lower() for one in said)
