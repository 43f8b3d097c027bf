"""Every act as a command: /hold NUMBER 3d REASON. What is missing is asked for. And /case."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.case import Case
from domain.values.number import apart, no_number, numbers
from handlers.actions import choices
from handlers.actions.asking.beginning import begin
from handlers.actions.table import ACTS
from handlers.actions.table import COMMANDS as ACT_OF
from handlers.actions.viewing import which_number
from handlers.actions.viewing.showing import open_case
from handlers.casework.permission import visible
from handlers.dialog.command import Command
from handlers.dialog.turn import Refused, Turn

LONGEST_NUMBER = 20


def _command(command: str, name: str) -> Callable[[Turn, str], Awaitable[None]]:
    async def handler(turn: Turn, words: str) -> None:
        number, rest = apart(words, this_year(turn))
        if no_number(number, this_year(turn)):
            return await which_number.missing(turn, command, name, words)
        case = await find(turn, number)
        value, said = choices.so_far(turn, case, ACTS[name].wants, rest.strip())
        await begin(turn, case, name, value, words=said)

    return handler


async def case(turn: Turn, words: str) -> None:
    """/case NUMBER: one case."""
    number, _ = apart(words, this_year(turn))
    if not number:
        return await which_number.missing(turn, "case")
    await open_case(turn, await find(turn, number), "")


def this_year(turn: Turn) -> int:
    return turn.unit.now.astimezone(turn.setup.zone).year


class Several(Refused):
    """More than one case may be meant by a bare serial."""

    def __init__(self, cases: tuple[Case, ...]) -> None:
        super().__init__("case-several", numbers=" ".join(one.number for one in cases))
        self.cases = cases


async def find(turn: Turn, number: str) -> Case:
    """The case with this number, if this person may see it; the prefix, the year and noughts may
    be left out. Raises Refused, of several Several.
    """
    seen = await seen_as(turn, number)
    if len(seen) > 1:
        raise Several(seen)
    if not seen:
        meant = numbers(number, this_year(turn))
        said = meant[0] if len(meant) == 1 else number.upper()
        raise none_such(turn, said)
    return seen[0]


def none_such(turn: Turn, number: str) -> Refused:
    """Staff read too why one that there is may not open for them, and whom to ask."""
    number = number[:LONGEST_NUMBER]
    if turn.person.staff:
        return Refused("case-none-staff", number=number)
    return Refused("case-none", number=number)


async def seen_as(turn: Turn, number: str) -> tuple[Case, ...]:
    """The cases that this number may mean, of those that this person may see."""
    meant = numbers(number, this_year(turn))
    found = [await turn.unit.cases.by_number(one) for one in meant]
    seen = [one for one in found if one and await visible(turn.unit, turn.person, one)]
    return tuple(seen)


ACT_COMMANDS = {
    command: Command(_command(command, name), ACTS[name].roles)
    for command, name in ACT_OF.items()
}
