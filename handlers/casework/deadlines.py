"""Which limit a case is held to, and whose working hours count."""

from __future__ import annotations

from datetime import datetime

from domain.calendar import AROUND_THE_CLOCK, Calendar
from domain.case import Case
from domain.kinds import Kind, Urgency
from domain.policies import Limit, Policy, limit_for
from domain.promises import expected
from handlers.dialog.scene import Scene


def service_hours(scene: Scene, area: str) -> Calendar:
    """The calendar of the nearest area on the way up that has one; round the clock where none."""
    calendars = scene.setup.calendars
    for code in (*scene.unit.directory.path(area), ""):
        if code in calendars:
            return calendars[code]
    return AROUND_THE_CLOCK


def limit(
    scene: Scene, kind: Kind, category: str, urgency: Urgency, area: str
) -> Limit:
    """What an admin set at run time, else the configuration's rows, else the urgency's own."""
    directory, setup = scene.unit.directory, scene.setup
    here = directory.areas.get(area)
    level = here.level if here else ""
    rows = (*directory.policy_rows, *setup.rows)
    return limit_for(rows, setup.policy, kind, category, urgency, level)


def calendar(scene: Scene, found: Limit, area: str) -> Calendar:
    return service_hours(scene, area) if found.working else AROUND_THE_CLOCK


def policy_and_calendar(scene: Scene, case: Case) -> tuple[Policy, Calendar]:
    """What `domain/deadlines.py` wants to know."""
    found = limit(scene, case.kind, case.category, case.urgency, case.area)
    return {case.urgency: found}, calendar(scene, found, case.area)


def expectation(scene: Scene, case: Case) -> datetime:
    """By when whoever waits may expect the answer, as it is now."""
    calendar = policy_and_calendar(scene, case)[1]
    return expected(case, scene.unit.now, scene.setup.zone, calendar)
