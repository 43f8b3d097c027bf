"""What somebody's last message did to cases: taken back as a whole, and nothing that is older."""

from __future__ import annotations

from collections.abc import Sequence

from domain.acts import UNDOABLE, Act
from domain.case import Case
from domain.messages import Choice
from handlers.actions.asking import past
from handlers.actions.doing import do
from handlers.actions.table import ACTS
from handlers.casework.rearranging.undo import own_last, too_late
from handlers.dialog.turn import Refused, Turn, whole
from handlers.texts.sentences import Safe
from storage.history import Line

Step = tuple[Case, Line]
PREFIX = "u"
"""`u:<line>-<line>`: all that was done between the first and the last of them, by one message."""
MOST = 60
SENT = (Act.ASK, Act.TELL, Act.ANSWER)


def name_of(
    line: Line,
) -> str:
    """The act that it was."""
    act = line.act
    return next((name for name, row in ACTS.items() if row.act is act), "resolve")


def step_label(
    turn: Turn,
    line: Line,
) -> str:
    return turn.label(f"button-{name_of(line).replace('_', '-')}")


def remember(
    turn: Turn,
    before: int,
) -> None:
    """What this message wrote since so many lines, or what it was offered to take back."""
    if not turn.person.staff:
        return
    lines = turn.unit.history.written[before:]
    mine = (one.id for one in lines if one.actor_id == turn.person.id)
    steps = turn.undoes or tuple(mine)[:MOST]
    turn.unit.history.remember(turn.person.id, steps)


async def last_lines(
    turn: Turn,
) -> list[Line]:
    """What their last message wrote."""
    steps = turn.unit.history.steps_of(turn.person.id)
    return await turn.unit.history.these(steps.lines) if steps.fresh else []


async def done_before(
    turn: Turn,
) -> list[Step]:
    """What the message before it did that wrote anything, and can be taken back still."""
    steps = turn.unit.history.steps_of(turn.person.id)
    return await of_lines(turn, await turn.unit.history.these(steps.lines))


async def of_lines(
    turn: Turn,
    lines: Sequence[Line],
) -> list[Step]:
    """Those that can be taken back still."""
    found: list[Step] = []
    for line in lines:
        case = await turn.unit.cases.get(line.case_id)
        last = await own_last(turn.scene, case) if case and _may(turn, line) else None
        if case is not None and last is not None and last.id == line.id:
            found.append((case, last))
    return found


def _may(
    turn: Turn,
    line: Line,
) -> bool:
    return line.actor_id == turn.person.id and line.act in UNDOABLE


async def take_back(
    turn: Turn,
    steps: Sequence[Step],
) -> None:
    """Each of them, and says of each what it was; one that is refused keeps none of the others."""
    done: dict[str, list[str]] = {}
    refused: list[Safe] = []
    for case, line in steps:
        try:
            now = await do(turn.scene, case, "undo", str(line.id))
        except Refused as why:
            reason = turn.label(why.key, **why.args_of_key)
            refused.append(turn.say("done-together-not", why=f"{case.number} {reason}"))
        else:
            await past.end(turn, now)
            done.setdefault(step_label(turn, line), []).append(now.number)
    lines = [
        turn.say("undone-step", step=step, numbers=" ".join(numbers))
        for step, numbers in done.items()
    ]
    one = steps[0][0].id if len(steps) == 1 else None
    turn.reply(Safe("\n".join((*lines, *refused))), case_id=one)


def below(
    turn: Turn,
    cases: Sequence[Case],
) -> list[list[Choice]]:
    """The press that takes back what this message did to several cases."""
    ids = {case.id for case in cases}
    lines = [
        one.id
        for one in turn.unit.history.written
        if one.actor_id == turn.person.id and one.case_id in ids
    ][-len(ids) :]
    return [[button(turn, lines)]] if lines else []


def button(
    turn: Turn,
    lines: Sequence[int],
) -> Choice:
    data = f"{PREFIX}:{min(lines)}-{max(lines)}"
    if len(lines) == 1:
        return turn.choice("button-undo", data)
    return turn.choice("button-undo-all", data, count=len(lines))


async def pressed(
    turn: Turn,
    data: str,
) -> None:
    """Raises Refused where nothing of it can be taken back any more."""
    first, _, last = data.partition("-")
    low, high = whole(first), whole(last)
    if low is None or high is None or not 0 <= high - low < MOST * MOST:
        raise Refused("refuse-old-button")
    lines = await turn.unit.history.between(low, high, turn.person.id)
    steps = await of_lines(turn, lines[:MOST])
    if not steps:
        raise too_late()
    turn.toast()
    await take_back(turn, steps)
