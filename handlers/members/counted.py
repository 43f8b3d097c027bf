"""How many members there are, by grid and by post: never who."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from handlers.dialog.turn import Turn
from handlers.members import wording
from handlers.texts.sentences import Safe
from storage.members.members import Held

MOST_LINES = 15


def by_grid(turn: Turn, counts: Mapping[Held, int]) -> list[Safe]:
    """A line for each grid, without names; the grids with most members first."""
    grids: dict[str, list[str]] = {}
    totals: dict[str, int] = {}
    for (area, code), count in sorted(counts.items()):
        post = wording.post(turn.scene, turn.language, code)
        grids.setdefault(area, []).append(f"{post} {count}")
        totals[area] = totals.get(area, 0) + count
    ranked = sorted(grids, key=lambda area: (-totals[area], area))
    return [
        turn.say(
            "members-line",
            area=wording.names(turn.scene, [area]) or area,
            posts=" · ".join(grids[area]),
        )
        for area in ranked[:MOST_LINES]
    ]


def by_post(turn: Turn, counts: Mapping[Held, int]) -> Safe:
    """One line: all of them, and how many of each post."""
    found: Counter[str] = Counter()
    for (_, code), count in counts.items():
        found[code] += count
    posts = (
        f"{wording.post(turn.scene, turn.language, code)} {count}"
        for code, count in sorted(found.items(), key=lambda one: (-one[1], one[0]))
    )
    return turn.say(
        "stats-members",
        count=found.total(),
        posts=" · ".join(posts),
    )
