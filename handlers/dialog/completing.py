"""A command of which half was typed, or that was mistyped: what is missing is one press away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from domain.messages import Choice
from handlers.dialog.marks import mark, marked
from handlers.dialog.rows import abreast
from handlers.dialog.turn import Refused, Turn

PREFIX = "d"
"""Of the press that sends the whole command."""
MARK = "mistyped"
KEPT = timedelta(days=1)
A_ROW = 2


async def remember(turn: Turn, commands: Sequence[str], words: str) -> None:
    """What was typed behind it, and which commands may be sent with that."""
    await mark(turn, MARK, {"words": words, "meant": [*commands]})


def press(label: str, command: str, first: str = "") -> Choice:
    """Sends the command with `first` before what was typed."""
    data = f"{PREFIX}:{command}:{first}" if first else f"{PREFIX}:{command}"
    return Choice(label, data)


async def ask(
    turn: Turn,
    text: str,
    command: str,
    options: Iterable[tuple[str, str]],
    words: str = "",
    a_row: int = A_ROW,
) -> None:
    """Says what is missing; each option is a label and what stands first in the command then."""
    await remember(turn, [command], words)
    made = [press(label, command, first) for label, first in options]
    turn.reply(text, abreast(made, a_row))


async def words_of(turn: Turn, command: str, first: str) -> str:
    """What stands behind the command that was pressed. Raises Refused."""
    kept = await marked(turn, MARK, KEPT)
    if kept is None or command not in kept.about["meant"]:
        raise Refused("refuse-old-button")
    return f"{first} {kept.about['words']}".strip()
