"""Whether a slip is genuine: the same answer for the chat and for the page of the web server."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain import proofs
from domain.case import Case
from domain.kinds import Kind
from handlers.casework import phrases
from handlers.dialog.setup import Setup
from storage.unit import Unit

MOST_MERGES = 8
"""Cases that one can have gone into, one after another."""


class Standing(StrEnum):
    """GENUINE counts; VOID was genuine, and its report counts as accepted no more."""

    GENUINE = "genuine"
    VOID = "void"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Checked:
    """What may be said of a code: `minute` is local time, `grid` '' where none stands on it."""

    standing: Standing
    number: str = ""
    minute: str = ""
    grid: str = ""


NOT_KNOWN = Checked(Standing.UNKNOWN)


async def checked(
    unit: Unit,
    setup: Setup,
    said: str,
    language: str,
) -> Checked:
    """Looks a code up; nothing is changed."""
    given, on = proofs.read(said), setup.proofs
    if given is None or on is None:
        return NOT_KNOWN
    number, signature = given
    case = await unit.cases.by_number(number)
    if case is None:
        return NOT_KNOWN
    areas = unit.directory.areas
    area = proofs.signed_area(on.key, case, signature, areas)
    if area is None:
        return NOT_KNOWN
    kept = await kept_of(unit, case)
    ended = proofs.refusal(case, kept, Kind)
    return Checked(
        Standing.VOID if ended else Standing.GENUINE,
        case.number,
        minute(setup, case.filed_at),
        phrases.area(unit, area, language) if area else "",
    )


def minute(setup: Setup, at: datetime) -> str:
    """A moment as it stands on a slip."""
    return f"{at.astimezone(setup.zone):%Y-%m-%d %H:%M}"


async def kept_of(unit: Unit, case: Case) -> Case:
    """The case into which this one was merged in the end, else itself."""
    kept = case
    for _ in range(MOST_MERGES):
        into = kept.merged_into
        found = await unit.cases.get(into) if into is not None else None
        if found is None:
            break
        kept = found
    return kept
