"""What the year came to, as Markdown. The rates are those of docs/rates.md, counted by the
product's own code.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from bench.simulate import replays
from bench.simulate.posts import COORDINATORS
from bench.simulate.preparing import DAY
from bench.simulate.rhythm import ZONE
from bench.simulate.town import BUILDING, GRIDS
from bench.simulate.year import Year
from domain.rates import middle, ninetieth
from domain.tally import Tally
from storage.figures.summing import summed
from storage.tables.cases import IS_OPEN

PLACES = {
    "cases filed": "3,860 a year in one building (平湖)",
    "closing rate": "99.9 % (平湖)",
}
"""What the places tell themselves (facts/places.md); they tell no other rate."""

HOUR = 3600


async def written(year: Year) -> tuple[list[str], bool]:
    """The report's lines, and whether all is well. Call it when the simulation is over."""
    played, unlike = await replays.replays(year.database, year.size.seed)
    last = year.size.first + timedelta(days=year.size.days - 1)
    tallies = await _tallies(year, year.size.first, last)
    well = not (
        year.seen.forgotten
        or year.seen.troubles
        or unlike
        or year.seen.all_ended is None
    )
    lines = [
        *_head(year, tallies["building"].filed),
        "",
        *_rates(tallies),
        "",
        *_people(year),
        "",
        *_rings(year),
        "",
        *_inside(year),
        f"Histories played back to their rows: {played - len(unlike)} of {played}.",
        *unlike[:5],
        *_troubles(year),
        f"forgotten: {len(year.seen.forgotten)}",
        *year.seen.forgotten[:20],
    ]
    return lines, well


async def _tallies(year: Year, first: date, last: date) -> dict[str, Tally]:
    async with year.database.unit() as unit:
        found = await unit.reports.counted(ZONE, first, last)
    inside = [tally for cell, tally in found.items() if cell.area == BUILDING]
    return {"district": summed(found.values()), "building": summed(inside)}


def _head(year: Year, inside: int) -> Iterator[str]:
    seen, size = year.seen, year.size
    filed = seen.months[-1][1] if seen.months else 0
    yield "# A simulated year: casework"
    yield ""
    yield (
        f"Played: {size.days} days of the sample district from {size.first} on, with "
        f"{COORDINATORS} coordinators for {len(GRIDS)} grids, those who lead them, six offices "
        f"and {size.riders:,} riders. They reported {filed:,} cases, {inside:,} of them in one "
        f"big building with {size.property_staff + 1} people of its own. Staff work in working "
        "hours, take leave, fall ill, forget; how often is a judgement (bench/README.md), so the "
        f"figures test Gridbee and predict nothing. Seed {size.seed}."
    )
    yield ""
    yield _verdict(year)
    yield ""
    yield "| at the end of | filed | at an end | not yet |"
    yield "|---|---|---|---|"
    for day, filed, closed, alive in seen.months:
        yield f"| {day} | {filed:,} | {closed:,} | {alive:,} |"


def _verdict(year: Year) -> str:
    seen = year.seen
    forgotten, ended = len(seen.forgotten), seen.all_ended
    if forgotten:
        first = f"**Forgotten: {forgotten}**, named below."
    else:
        first = (
            "**Nothing was forgotten**: at each month's end every open case had somebody in charge "
            "and a time ahead, and what was late had been told to somebody."
        )
    if ended is None:
        return f"{first} **Not every case came to its end.**"
    return f"{first} The last case came to its end on {ended.astimezone(ZONE) - DAY:%Y-%m-%d}."


def _rates(tallies: dict[str, Tally]) -> Iterator[str]:
    yield "| after the books are closed | district | building | the places' own |"
    yield "|---|---|---|---|"
    rows: dict[str, Callable[[Tally], str]] = {
        "cases filed": lambda t: f"{t.filed:,}",
        "closed": lambda t: f"{t.closed:,}",
        "rejected, withdrawn, merged": lambda t: (
            f"{t.rejected}, {t.withdrawn}, {t.merged}"
        ),
        "closing rate": lambda t: _percent(t.closing, 2),
        "response rate: taken in time": lambda t: _percent(t.response),
        "on-time closing: answered in time": lambda t: _percent(t.on_time),
        "satisfaction: solved, say those who answer": lambda t: (
            f"{_percent(t.satisfaction)} of {t.replies:,}"
        ),
        "reopened": lambda t: f"{t.reopened:,}",
        "late, so told a level up": lambda t: f"{t.escalated:,}",
        "solved at the lowest level": lambda t: _percent(t.at_the_lowest),
        "hours of work to take one: half within, nine of ten within": lambda t: _spans(
            t.accept
        ),
        "hours of work to solve one: half within, nine of ten within": lambda t: _spans(
            t.resolve
        ),
    }
    for name, shown in rows.items():
        own = PLACES.get(name, "")
        yield f"| {name} | {shown(tallies['district'])} | {shown(tallies['building'])} | {own} |"


def _percent(value: float | None, digits: int = 1) -> str:
    return "–" if value is None else f"{100 * value:.{digits}f} %"


def _spans(seconds: Sequence[int]) -> str:
    return f"{_hours(middle(seconds))}, {_hours(ninetieth(seconds))}"


def _hours(seconds: float | None) -> str:
    return "–" if seconds is None else f"{seconds / HOUR:.1f}"


def _people(year: Year) -> Iterator[str]:
    peak, cap = year.seen.open_at_most, year.setup.cap
    yield f"Open at once, at most (09:20): district {peak['district']}, building {peak[BUILDING]}."
    most = ", ".join(
        f"{name} {count}" for name, count in year.seen.carried_at_most.most_common(5)
    )
    yield f"Carried by one person, at most (cap {cap}): {most}."
    needed = max(1, math.ceil(peak[BUILDING] / cap))
    have = year.size.property_staff + 1
    yield (
        f"The building needs {needed} people within the cap at its peak; "
        f"it has {have}. Coordinators: {COORDINATORS}."
    )
    row = year.peeking.execute(
        "SELECT number, touched_at, due_at FROM cases "
        f"WHERE {IS_OPEN} ORDER BY touched_at LIMIT 1"
    ).fetchone()
    yield f"Still open: {row[0]}." if row else "Still open: none."
    longest = year.seen.longest_quiet
    yield (
        "Longest that an open case went untouched, seen at the months' ends: "
        f"{longest[0]} days ({longest[1]})."
    )


def _rings(year: Year) -> Iterator[str]:
    """How often a telephone rings."""
    yield "| new cards and notices in one day | people | median | p90 | most |"
    yield "|---|---|---|---|---|"
    groups = {
        "coordinators of the grids": "coordinator-",
        "the building's people": "house-",
        "grid leads": "grid-lead",
        "street leads": "street",
        "admin": "admin",
        "riders": "rider-",
    }
    for name, prefix in groups.items():
        found = sorted(
            count
            for (chat, _), count in year.office.rings.items()
            if chat.startswith(prefix)
        )
        if found:
            people = len(
                {chat for chat, _ in year.office.rings if chat.startswith(prefix)}
            )
            p90 = found[-(-9 * len(found) // 10) - 1]
            yield f"| {name} | {people} | {found[len(found) // 2]} | {p90} | {found[-1]} |"


def _inside(year: Year) -> Iterator[str]:
    """For whoever works on Gridbee."""
    seen = year.seen
    kinds = ", ".join(
        f"{name} {count:,}" for name, count in year.office.kinds.most_common()
    )
    doings = ", ".join(
        f"{name} {count:,}" for name, count in sorted(year.counts.items())
    )
    yield "For whoever works on Gridbee:"
    yield ""
    yield (
        f"{seen.events:,} events in {seen.units:,} Units, "
        f"{sum(year.office.kinds.values()):,} letters, in "
        f"{seen.seconds:.0f} s ({seen.processor:.0f} s of processor): "
        f"{seen.events / max(seen.seconds, 0.001):.0f} events/s."
    )
    yield f"Letters: {kinds}."
    yield f"What people did: {doings}."


def _troubles(year: Year) -> Iterator[str]:
    for what, count in year.seen.troubles.most_common(10):
        yield f"TROUBLE {count} x {what}"
