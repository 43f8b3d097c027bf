"""/stats: how well, in numbers with their formulas (docs/admins.md); /health: whether the machine is well."""

from __future__ import annotations

from datetime import timedelta

from domain.people import Role
from handlers import phrases
from handlers.texts import Safe
from handlers.turn import Turn
from storage.reports import Figures, figures

SMALL = 10  # below this no area is compared with another (facts/rules.md)


async def stats(turn: Turn, words: str) -> None:
    """/stats: today and the last 30 days, by area below one's own."""
    directory = turn.unit.directory
    tops = [grant.area for grant in turn.person.grants if grant.role in (Role.LEAD, Role.ADMIN)]
    areas = directory.below(tops)
    midnight = turn.unit.now.astimezone(turn.setup.zone).replace(hour=0, minute=0, second=0, microsecond=0)
    periods = (("stats-today", midnight), ("stats-month", turn.unit.now - timedelta(days=30)))
    lines = [turn.say("stats-title", area=" · ".join(phrases.area(turn.unit, top, turn.language) for top in tops))]
    for key, since in periods:
        found = await figures(turn.unit, areas, since)
        lines += [turn.say(key), *_block(turn, sum(found.values(), Figures()))]
        if key == "stats-month":
            lines += _by_area(turn, found, tops)
    turn.reply(Safe("\n".join(lines)))


def _block(turn: Turn, f: Figures) -> list[Safe]:
    return [
        turn.say("stats-counts", filed=f.filed, resolved=f.resolved, closed=f.closed, open=f.open, late=f.late),
        turn.say(
            "stats-rates", response=share(f.accepted_in_time, f.accept_due), closing=share(f.closed, f.filed),
            satisfied=share(f.solved, f.answered), answered=f.answered,
        ),
    ]  # fmt: skip


def share(part: int, whole: int) -> str:
    """'83 %', or '–' where there is nothing to divide by."""
    return f"{100 * part / whole:.0f}%" if whole else "–"


def _by_area(turn: Turn, found: dict[str, Figures], tops: list[str]) -> list[Safe]:
    """One line per area just below one's own, the busiest first; no rates on fewer than ten cases."""
    directory = turn.unit.directory
    lines = []
    for area in directory.areas.values():
        if area.parent not in tops:
            continue
        f = sum((found[code] for code in directory.below([area.code]) if code in found), Figures())
        rate = share(f.closed, f.filed) if f.filed >= SMALL else "–"
        if f.filed or f.open:
            lines.append((f.filed, turn.say("stats-area", name=area.name, filed=f.filed, open=f.open, closing=rate)))
    return [line for _, line in sorted(lines, key=lambda pair: -pair[0])]


async def health(turn: Turn, words: str) -> None:
    """/health: what waits, what could not be handled, what is late."""
    unit = turn.unit
    turn.reply(
        turn.say(
            "health", waiting=await unit.outbox.count(), quarantined=len(await unit.arrivals.quarantined()),
            media=len(await unit.media.wanted(1000)), staff=len(unit.directory.staff), areas=len(unit.directory.areas),
            groups=len(unit.directory.groups), open=await unit.cases.count_open(unit.directory.areas),
        )
    )  # fmt: skip
