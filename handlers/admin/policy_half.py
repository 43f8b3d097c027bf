"""/policy of which half was typed: what counts now, an example, and the usual times to press."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.kinds import Urgency
from domain.policies import Row
from domain.values.span import show_span
from handlers.admin.limits import length, meant, name, way
from handlers.dialog import completing
from handlers.dialog.turn import Turn

COMMAND = "policy"


async def ask(turn: Turn, parts: Sequence[str], rows: Sequence[Row]) -> None:
    """Of what, where that is not clear; else which times."""
    found = {part: meant(turn, part) for part in parts}
    typed = next((part for part, one in found.items() if any(one)), None)
    if typed is None:
        return await _of_what(turn, " ".join(parts))
    urgency, about = named = found[typed]
    same = (row for row in rows if (row.urgency, row.category) == named)
    now = next(same, None)
    shown = replace(now or rows[0], urgency=urgency, category=about, kind="", level="")
    word = urgency or about
    text = turn.say(
        "policy-half" if now else "policy-half-none",
        what=name(turn, shown),
        accept=length(turn, shown.limit.accept),
        answer=length(turn, shown.limit.resolve),
        clock=way(turn, shown),
        word=typed,
    )
    others = dict.fromkeys(
        row.limit for row in rows if now is None or row.limit != now.limit
    )
    options = [_option(turn, word, replace(shown, limit=one)) for one in others]
    await completing.ask(turn, text, COMMAND, options, a_row=1)


def _option(turn: Turn, word: str, row: Row) -> tuple[str, str]:
    limit = row.limit
    clock = "working" if limit.working else "around"
    typed = f"{word} {show_span(limit.accept)} {show_span(limit.resolve)} {clock}"
    label = turn.label(
        "button-policy-times",
        accept=length(turn, limit.accept),
        answer=length(turn, limit.resolve),
    )
    return label, typed


async def _of_what(turn: Turn, times: str) -> None:
    options = [(turn.label(f"urgency-{one}"), str(one)) for one in Urgency]
    await completing.ask(turn, turn.say("policy-wrong"), COMMAND, options, times)
