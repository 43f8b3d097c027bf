"""Whoever has a case next where only a grid is named: 转给G08, "it belongs to the park"."""

from __future__ import annotations

from domain.case import Case
from domain.people import Person
from handlers.casework import called
from handlers.casework.carers.carers import (
    candidates,
    carer,
)
from handlers.casework.carers.routing import Team
from handlers.dialog.turn import Turn


def somebody(
    turn: Turn,
    case: Case,
    word: str,
) -> Person | None:
    """Who would be in charge there now, of those to whom it can go; None for no one area."""
    areas = called.called(turn.unit.directory, word, whole=False)
    return of(turn, case, areas[0]) if len(areas) == 1 else None


def of(
    turn: Turn,
    case: Case,
    area: str,
) -> Person | None:
    """The same of this area."""
    options = candidates(turn.unit.directory, case, case.assignee_id)
    meant = carer(turn.scene, Team(area), case.id)
    people = [person for person, at in options if meant == person or at == area]
    people.sort(key=lambda person: person != meant)
    return next(iter(people), None)
