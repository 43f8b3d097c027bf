"""What a case still owes once another was merged into it: nobody waits longer than before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from domain.case import Case
from domain.deadlines import running
from domain.kinds import Urgency
from domain.states import WAITING, State

RANKS = {urgency: rank for rank, urgency in enumerate(Urgency)}
"""The most urgent first."""


def owed(kept: Case, gone: Case) -> dict[str, Any]:
    """What changes of the kept one: the higher urgency, the earlier date, and from when both count
    if they are counted again. Empty where it is the one that hurries already.
    """
    first = min(kept, gone, key=lambda one: (RANKS[one.urgency], one.resolve_due))
    changed: dict[str, Any] = {}
    if first is gone:
        changed = {"urgency": gone.urgency, "counts_from": gone.started_at}
    if gone.resolve_due < kept.resolve_due:
        changed["resolve_due"] = gone.resolve_due
    untaken = gone.state in (*WAITING, State.MERGED) and gone.accepted_at is None
    waits = kept.state in WAITING and untaken
    if waits and gone.accept_due < kept.accept_due:
        changed["accept_due"] = gone.accept_due
    if kept.first_at is None and gone.first_due is not None:
        changed["first_due"] = min(gone.first_due, kept.first_due or gone.first_due)
    return changed | _running(kept, changed) if changed else changed


def still_owed(kept: Case, gone: Iterable[Case], was: Case) -> Case:
    """The kept one, of which it was said anew what it is: what the others brought is owed as it
    `was`.
    """
    for one in gone:
        kept = replace(kept, **owed(kept, one))
    return replace(kept, alarms=was.alarms) if kept.due_at == was.due_at else kept


def _running(kept: Case, changed: dict[str, Any]) -> dict[str, Any]:
    """What is owed now of it, and since when."""
    if kept.state in (State.HELD, State.VERIFYING):
        return {}
    after = replace(kept, **changed)
    due, start = running(after)
    return {"due_at": due, "phase_at": start if start < due else after.started_at}
