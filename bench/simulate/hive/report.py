"""What the hive's year came to, as Markdown; whether all of it held."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bench.simulate.hive.holds import broken
from bench.simulate.hive.world import World
from bench.simulate.rhythm import ZONE


def written(world: World) -> tuple[list[str], bool]:
    """The report's lines, and whether all is well. Call it when the year is over."""
    world.tried.judge(world.peeking)
    wrong = world.broken | {one: "at the end" for one in broken(world)}
    seen = world.seen
    well = not (wrong or seen.troubles or seen.forgotten or world.tried.unknown)
    lines = [
        "# The hive's year",
        "",
        _played(world),
        "",
        _verdict(wrong, world),
        "",
        *world.standing,
        _a_year_later(world),
        "",
        *_cheats(world),
        "",
        f"For whoever works on Gridbee: {seen.events:,} events in {seen.units:,} Units, "
        f"{seen.processor:.0f} s of processor.",
        *(f"TROUBLE {count} x {what}" for what, count in seen.troubles.most_common(10)),
        *(f"BROKEN from {day} on: {one}" for one, day in list(wrong.items())[:20]),
        *seen.forgotten[:10],
        f"broken: {len(wrong)}",
    ]
    return lines, well


def _played(world: World) -> str:
    return (
        f"Played: {world.size.days} days of the same district with everything of the hive on, "
        f"{world.size.hive} riders, the chats of half the merchants and 29 of the staff. "
        '"At this size" is what the places tell of a year, for so many riders.'
    )


def _verdict(wrong: Mapping[str, str], world: World) -> str:
    """What must hold and whether it did, cheats too."""
    unknown = world.tried.unknown
    held = (
        f"**{len(wrong)} of the rules did not hold**, named below."
        if wrong
        else "**Every rule held** at each month's end (ledger, stock, coupons, orders, times)."
    )
    if unknown:
        return (
            f"{held} **Cheats got through that nothing bounds: {', '.join(unknown)}.**"
        )
    tried = sum(world.tried.tried.values())
    return f"{held} Cheats were tried {tried:,} times; none got through that nothing bounds."


def _a_year_later(world: World) -> str:
    """What ended by itself, when nobody said anything any more."""
    lapsed = world.peek("SELECT count(*) FROM point_transfers WHERE why = 'lapsed'")
    resting = world.peek("SELECT count(*) FROM members WHERE state = 'resting'")
    return (
        f"On {world.clock.now.astimezone(ZONE):%Y-%m-%d}, without another word of anybody: "
        f"points of {lapsed} riders ended, {resting} members rest."
    )


def _cheats(world: World) -> Iterator[str]:
    yield "| what is tried | tried | refused | got through | what bounds it |"
    yield "|---|---|---|---|---|"
    for what, count in sorted(world.tried.tried.items()):
        through = world.tried.through[what]
        known = world.tried.known.get(what, "")
        yield f"| {what} | {count} | {count - through} | {through} | {known} |"
