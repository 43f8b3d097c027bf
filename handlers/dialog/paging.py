"""The two buttons that turn the pages of a list."""

from __future__ import annotations

from domain.messages import Choice
from handlers.dialog.turn import Turn


def turning(
    turn: Turn,
    data: str,
    number: int,
    size: int,
    total: int,
) -> list[Choice]:
    """Those that page `number`, from 0, of a list of `total` has; `data:NUMBER` is what they
    send.
    """
    row = []
    if number:
        row.append(turn.choice("button-page-back", f"{data}:{number - 1}"))
    if (number + 1) * size < total:
        row.append(turn.choice("button-page-on", f"{data}:{number + 1}"))
    return row
