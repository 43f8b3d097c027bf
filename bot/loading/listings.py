"""services.csv, resources.csv: the menu, and what there is to give; each mistake with its line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.loading.checked import checked
from bot.loading.listing_rows import Known, Row
from bot.loading.table import table, why
from domain.matching.fields import guessed, named
from domain.matching.listing import (
    MENU,
    MOST_CAPACITY,
    TIMER,
    Listing,
    ListingKind,
    ListingState,
    next_moment,
)
from domain.matching.terms import Terms
from handlers.dialog.scene import Scene
from handlers.dialog.setup import Setup
from handlers.matching import reasons
from storage.database import Database

COLUMNS = ("code", "words", "areas")
USUAL_CAPACITY = {ListingKind.SERVICE: MOST_CAPACITY, ListingKind.RESOURCE: 1}


def read_listings(
    path: Path,
    kind: ListingKind,
    known: Known,
) -> list[Listing]:
    """The listings of a file. Raises LoadError with all mistakes: nothing is loaded then."""
    told = [
        (f"{path} line {row.line}", dict(row))
        for row in table(
            path,
            COLUMNS,
        )
    ]
    return checked(told, lambda values: _listing(kind, values, known))


async def load_listings(
    database: Database,
    path: Path,
    kind: ListingKind,
    setup: Setup,
) -> int:
    """Puts the file's services or resources in place of an earlier file's; whoever may confirm what
    a new resource fits hears so. Returns how many. Raises LoadError.
    """
    directory = database.directory
    offices = {office.code for office in directory.offices}
    known = Known(
        directory.areas.keys() - offices,
        database.clock(),
        setup.zone,
        setup.matching or Terms(),
    )
    file = read_listings(path, kind, known)
    async with database.unit() as unit:
        before = {one.code for one in await unit.listings.open_all(kind)}
        made = await unit.loaded_listings.replace(kind, file)
        if kind is ListingKind.SERVICE:
            unit.timers.set(TIMER, MENU, unit.now)
        else:
            new = [one for one in made if one.code not in before]
            await _offered(Scene(unit, setup), made, new)
        unit.history.audit(
            None,
            "load-listings",
            kind=kind.value,
            listings=len(file),
        )
    return len(file)


async def _offered(
    scene: Scene,
    resources: Sequence[Listing],
    new: Sequence[Listing],
) -> None:
    for one in resources:
        scene.unit.timers.set(TIMER, one.id, next_moment(one))
    if scene.setup.matching is None:
        return
    for one in new:
        found = await reasons.of_resource(scene, one)
        await reasons.tell_who_confirms(scene, found)


def _listing(
    kind: ListingKind,
    values: dict[str, Any],
    known: Known,
) -> Listing:
    try:
        row = Row.model_validate(values)
    except ValidationError as error:
        raise ValueError(why(error)) from None
    for area in row.areas:
        if area not in known.areas:
            raise ValueError(f"there is no area '{area}'")
    capacity = row.capacity or USUAL_CAPACITY[kind]
    return Listing(
        id=0,
        kind=kind,
        state=ListingState.OPEN,
        words=row.words,
        category=_field(row, known),
        areas=row.areas,
        times=row.times,
        capacity=capacity,
        left=capacity,
        since=known.now,
        until=_until(row, known),
        whose=row.whose,
        code=f"{kind.value}:{row.code}",
    )


def _field(row: Row, known: Known) -> str:
    if not row.field:
        return guessed(row.words, known.terms.fields)
    code = named(row.field, known.terms.fields)
    if not code:
        codes = " ".join(field.code for field in known.terms.fields)
        raise ValueError(f"field '{row.field}' is none of {codes}")
    return code


def _until(row: Row, known: Known) -> datetime:
    """The end of the day that the file says; without one as long as anything may stand."""
    last = known.now + timedelta(days=known.terms.most_days)
    if row.until is None:
        return last
    end = datetime.combine(
        row.until,
        time(23, 59),
        known.zone,
    )
    if not known.now < end <= last + timedelta(days=1):
        raise ValueError(f"until {row.until} is over, or after {last:%Y-%m-%d}")
    return end
