"""What the staff do to a case stands in the audit log, too."""

from __future__ import annotations

from collections.abc import Sequence

from domain import changes
from domain.acts import Act
from domain.standing import FILER_ACTS
from handlers.casework.happened import Happened, Order
from handlers.dialog.scene import Scene

CHANGED = "changed"
"""In the line's detail: [before, after] by field, as in the case's history."""

FIELDS = (
    "category",
    "urgency",
    "privacy",
    "supervision",
    "assignee_id",
    "post",
    "office",
    "area",
    "resolve_due",
)
"""What is told of a change; the act itself says how the case stands."""

NO_CHANGE = FILER_ACTS | {Act.JOIN, Act.NOTE, Act.SEE, Act.FILE}


async def hear(scene: Scene, happened: Happened) -> Sequence[Order]:
    """Nothing follows from it."""
    person, case = scene.actor.person, happened.case
    if person is None or not person.staff or happened.act in NO_CHANGE:
        return ()
    told = changes.difference(happened.before, case)
    scene.unit.history.audit(
        person.id,
        "case",
        number=case.number,
        did=happened.act.value,
        changed={field: told[field] for field in FIELDS if field in told},
    )
    return ()
