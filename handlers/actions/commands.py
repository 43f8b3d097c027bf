"""Every act as a command: /hold NUMBER 3d REASON. What is missing is asked for, as after a
press.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.case import Case
from handlers.actions import choices as choosing
from handlers.actions.buttons import begin
from handlers.actions.table import DOINGS
from handlers.casework import perform as casework
from handlers.dialog.turn import Refused, Turn

NAMES = {
    "accept": "accept",
    "pass": "hand_on",
    "return": "return",
    "ask": "ask",
    "tell": "tell",
    "note": "note",
    "hold": "hold",
    "resume": "resume",
    "extend": "extend",
    "approve": "approve",
    "decline": "decline",
    "category": "category",
    "urgency": "urgency",
    "privacy": "privacy",
    "raise": "raise",
    "supervise": "supervise",
    "split": "split",
    "link": "link",
    "merge": "merge",
    "takein": "take_in",
    "unmerge": "unmerge",
    "resolve": "resolve",
    "verify": "verify",
    "redo": "redo",
    "reject": "reject",
    "deliberate": "deliberate",
    "decide": "decide",
    "reopen": "reopen",
    "add": "add",
    "undo": "undo",
}
"""The command of each act, by the name of its button."""


def command(name: str) -> Callable[[Turn, str], Awaitable[None]]:
    async def handler(turn: Turn, words: str) -> None:
        number, _, rest = words.strip().partition(" ")
        if not number:
            raise Refused(
                "refuse-which",
                command=next(one for one, act in NAMES.items() if act == name),
            )
        case = await find(turn, number)
        value, said = _split(turn, case, name, rest.strip())
        await begin(turn, case, name, value, words=said)

    return handler


async def find(turn: Turn, number: str) -> Case:
    """The case with this number, if this person may see it. Raises Refused."""
    wanted = number.upper().replace("—", "-")
    found = await turn.unit.cases.by_number(wanted)
    if found is None or not await casework.visible(turn.unit, turn.person, found):
        raise Refused("case-none", number=wanted[:20])
    return found


def _split(turn: Turn, case: Case, name: str, rest: str) -> tuple[str, str]:
    """What was chosen, if the act wants a choice, and the words after it."""
    wants = DOINGS[name].wants
    if not wants or not rest:
        return "", rest
    words = rest.split(" ")
    for count in range(min(len(words), MOST_WORDS), 1, -1):  # names of several words
        value = (
            choosing.READERS[wants](turn, case, " ".join(words[:count]))
            if wants != "case"
            else ""
        )
        if value:
            return value, " ".join(words[count:]).strip()
    return choosing.read(turn, case, wants, words[0]), " ".join(words[1:]).strip()


MOST_WORDS = 4


ACT_COMMANDS = {name: command(act) for name, act in NAMES.items()}
