"""A hazard in somebody's charge, for rules that want a whole case; each test says what matters."""

from __future__ import annotations

from datetime import UTC, datetime

from domain.case import Case
from domain.kinds import Kind, Urgency
from domain.states import State

FILED = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
A_CASE = Case(
    id=1,
    number="YH26-0001",
    kind=Kind.HAZARD,
    category="road",
    urgency=Urgency.GENERAL,
    state=State.IN_PROGRESS,
    words="",
    area="G01",
    place=None,
    place_words="",
    filer_id=1,
    assignee_id=2,
    channel="test",
    filed_at=FILED,
    phase_at=FILED,
    due_at=None,
    accept_due=FILED,
    resolve_due=FILED,
)
