"""/similar: groups of like open cases (共性问题), the largest first."""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from domain.messages import Choice
from domain.permissions import may
from handlers.casework import duplicates, phrases
from handlers.dialog.turn import Refused, Turn
from handlers.texts.sentences import Safe

MOST_SHOWN = 8
MOST_NUMBERS = 5
"""Of one group."""


async def similar(turn: Turn, words: str) -> None:
    """/similar [AREA], among the cases that this person may see."""
    groups = await _groups(turn, _areas(turn, words.strip().upper()))
    if not groups:
        return turn.reply(turn.say("similar-none"))
    shown = groups[:MOST_SHOWN]
    title = turn.say("similar-title", count=len(groups))
    lines = [title, *(_line(turn, group) for group in shown)]
    turn.reply(Safe("\n".join(lines)), [_buttons(group) for group in shown])


def _areas(turn: Turn, wanted: str) -> set[str]:
    """The area that was named, else all in which they have a role. Raises Refused."""
    directory = turn.unit.directory
    mine = {grant.area for grant in turn.person.grants}
    if wanted and mine.isdisjoint(directory.path(wanted)):
        raise Refused("refuse-area", code=wanted[:20])
    return directory.below([wanted] if wanted else mine)


async def _groups(turn: Turn, areas: set[str]) -> list[list[Case]]:
    """Without the cases that are none of their business; what is left alone is no group."""
    reach = turn.unit.directory.reach
    found = [
        [case for case in group if may(turn.person, Act.SEE, case, reach(case))]
        for group in await duplicates.clusters_in(turn.unit, areas)
    ]
    groups = [group for group in found if len(group) > 1]
    return sorted(groups, key=len, reverse=True)


def _line(turn: Turn, group: list[Case]) -> Safe:
    first = group[0]
    filers = {case.filer_id for case in group}
    return turn.say(
        "similar-line",
        category=phrases.category(turn.setup, turn.language, first.category),
        area=phrases.area(turn.unit, first.area, turn.language),
        count=len(group),
        people=len(filers) + sum(case.joined for case in group),
        numbers=" ".join(case.number for case in group[:MOST_NUMBERS]),
    )


def _buttons(group: list[Case]) -> list[Choice]:
    return [Choice(case.number, f"c:{case.id}:like") for case in group[:2]]
