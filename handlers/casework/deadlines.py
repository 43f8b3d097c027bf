"""The terms that a case is held to: which limit, and whose working hours count."""

from __future__ import annotations

from domain.calendar import AROUND_THE_CLOCK, Calendar
from domain.case import Case
from domain.kinds import Kind, Urgency
from domain.policies import Limit, Policy, limit_for
from handlers.dialog.setup import Setup
from storage.unit import Unit


def service_hours(unit: Unit, setup: Setup, area: str) -> Calendar:
    """The calendar of the nearest area on the way up that has one; round the clock where none
    has.
    """
    for code in (*unit.directory.path(area), ""):
        if code in setup.calendars:
            return setup.calendars[code]
    return AROUND_THE_CLOCK


def limit(
    unit: Unit, setup: Setup, kind: Kind, category: str, urgency: Urgency, area: str
) -> Limit:
    """What an admin set at run time, else the configuration's rows, else the urgency's own."""
    here = unit.directory.areas.get(area)
    rows = (*unit.directory.policy_rows, *setup.rows)
    return limit_for(
        rows, setup.policy, kind, category, urgency, here.level if here else ""
    )


def calendar(unit: Unit, setup: Setup, found: Limit, area: str) -> Calendar:
    return service_hours(unit, setup, area) if found.working else AROUND_THE_CLOCK


def of(unit: Unit, setup: Setup, case: Case) -> tuple[Policy, Calendar]:
    """What `domain/deadlines.py` wants to know."""
    found = limit(unit, setup, case.kind, case.category, case.urgency, case.area)
    return {case.urgency: found}, calendar(unit, setup, found, case.area)
