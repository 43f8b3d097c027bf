"""The fields at the top of a slip: state, people, dates, place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.case import Case
from domain.people import Person
from domain.privacy import Privacy
from handlers.casework import phrases
from handlers.stats.paper import STATES
from handlers.texts.sentences import label
from storage.unit import Unit

MARK = re.compile(r"^\W+")
MINUTE = " %H:%M"
LONGEST_ANSWER = 200
"""Letters."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is written on: a case, in a language, with its words or (not `read`) without, for the
    `reader` who asked for it.
    """

    unit: Unit
    case: Case
    language: str
    zone: ZoneInfo
    read: bool
    reader: Person

    def label(self, key: str, **args: object) -> str:
        return label(self.language, key, **args)

    def at(
        self,
        moment: datetime,
        form: str = "%Y-%m-%d %H:%M",
    ) -> str:
        """A moment by the clocks of the place; of a confidential case its day only. The paper goes
        out of the house, and by the minute a shop would know which rider it was.
        """
        if self.case.privacy is Privacy.CONFIDENTIAL:
            form = form.removesuffix(MINUTE)
        return f"{moment.astimezone(self.zone):{form}}"


async def fields(page: Page, team: str) -> list[list[str]]:
    """Label and value; what is empty has no line."""
    found = [
        *await _state(page, team),
        *_dates(page),
        ("slip-supervised", _supervision(page)),
        ("slip-joined", _joined(page)),
    ]
    if page.read:
        answer = phrases.cut(page.case.answer, LONGEST_ANSWER)
        found.append(("slip-place", _place(page.case)))
        found.append(("slip-answer", answer))
    return [[page.label(key), value] for key, value in found if value]


async def _state(page: Page, team: str) -> list[tuple[str, str]]:
    """How it stands, and with whom."""
    case = page.case
    carer = await phrases.carer(page.unit, page.language, case)
    area = phrases.area(page.unit, case.area, page.language)
    return [
        ("slip-state", page.label(STATES[case.state])),
        ("slip-carer", carer),
        ("slip-area", area),
        ("slip-team", team),
    ]


def _dates(page: Page) -> list[tuple[str, str]]:
    case = page.case
    accepted = _due(page, case.accept_due, case.accepted_at)
    resolved = _due(page, case.resolve_due, case.resolved_at)
    return [
        ("slip-accept-due", accepted),
        ("slip-resolve-due", resolved),
        ("slip-filed", page.at(case.filed_at)),
    ]


def _due(page: Page, due: datetime, done: datetime | None) -> str:
    """When it was due, and when it was done."""
    said = page.at(due)
    if done is None:
        return said
    return page.label(
        "slip-done-at",
        due=said,
        at=page.at(done, "%m-%d %H:%M"),
    )


def _supervision(page: Page) -> str:
    """Its words, without the colour that stands before them in a chat."""
    supervision = page.case.supervision
    if not supervision:
        return ""
    return MARK.sub("", page.label(f"supervision-{supervision.value}"))


def _joined(page: Page) -> str:
    joined = page.case.joined
    return page.label("slip-people", count=joined) if joined else ""


def _place(case: Case) -> str:
    """What the filer called it, and the pin in degrees (WGS-84), to the metre."""
    pin = f"{case.place.lat:.5f}, {case.place.lon:.5f}" if case.place else ""
    if pin and case.place_words:
        return f"{case.place_words} ({pin})"
    return case.place_words or pin
