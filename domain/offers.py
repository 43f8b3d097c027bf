"""Which of the choices that were offered is meant by what was typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.messages import Choice

ICONS = "✅⚠️🙋✨📋❌📍✏️📷🏷🕶↩️⏭✓◀▶📢· "  # what our labels are decorated with


@dataclass(frozen=True, slots=True)
class Offered:
    """The choices in the order of their numbers, and the case that they are about. Without
    `by_number` words were asked for: a number is no choice then.
    """

    choices: tuple[Choice, ...]
    case_id: int | None
    made_at: datetime
    by_number: bool = True


def settle(
    text: str, offered: tuple[Choice, ...], by_number: bool = True
) -> Choice | None:
    """The choice that a typed label means, or with `by_number` a number or full-width digit,
    from 1; else None.
    """
    typed = text.strip().casefold()
    if not typed:
        return None
    if (
        by_number
        and typed.isdecimal()
        and len(typed) < 4
        and 1 <= int(typed) <= len(offered)
    ):
        return offered[int(typed) - 1]
    for choice in offered:
        label = choice.label.casefold()
        if typed == label or typed == label.strip(ICONS).strip():
            return choice
    return None
