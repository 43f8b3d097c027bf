"""The line of /stats that tells of gifts and coupons."""

from __future__ import annotations

from handlers.dialog.turn import Turn
from handlers.stats.queries import Asked
from handlers.texts.sentences import Safe
from storage.figures.given import Given

NOTHING = Given(0, 0, 0)


def areas(turn: Turn, asked: Asked) -> frozenset[str]:
    """Whose gifts and coupons are counted: none where there are none, or where only some cases are
    asked for; '' stands for those of no area, which count for the whole.
    """
    directory, scope = turn.unit.directory, asked.scope
    there = directory.gifts or directory.merchants
    if not there or scope.kind or scope.category or scope.office:
        return frozenset()
    known = directory.areas
    tops = [known[code] for code in asked.tops if code in known]
    whole = any(not area.parent for area in tops)
    return scope.areas | {""} if whole else scope.areas


def line(turn: Turn, given: Given) -> list[Safe]:
    """Nothing where nothing was given."""
    if not (given.gifts or given.coupons):
        return []
    told = turn.say(
        "stats-given",
        gifts=given.gifts,
        coupons=given.coupons,
        used=given.used,
    )
    return [told]
