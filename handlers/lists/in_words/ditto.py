"""0002 同上, "same for 0003": what was ordered last is ordered for another case too, within the
line or in the line before.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from domain.values.numbers_said import leading
from handlers.actions.carers.card_words import Said
from handlers.dialog.alone import line_of_staff
from handlers.dialog.marks import mark, marked
from handlers.dialog.turn import Turn
from handlers.lists.in_words.pointed import BETWEEN
from handlers.texts.words import anywhere, plain

MARK = "ordered"
KEPT = timedelta(minutes=10)
"""So long it is known what was ordered last (ours)."""
LONGEST = 160
"""Letters: whoever writes more tells a story (ours)."""


async def keep(turn: Turn, said: Said) -> None:
    """What was ordered of cases that were named, as it would be said behind their number."""
    if said.numbers:
        act = turn.label(f"button-{said.act.replace('_', '-')}")
        await mark(turn, MARK, {"text": f"{act} {said.words}".strip()})


async def put(turn: Turn) -> None:
    """What it is the same as takes its place."""
    said = turn.event.text
    if not line_of_staff(turn, LONGEST) or not _same().search(plain(said)):
        return
    kept = await marked(turn, MARK, KEPT)
    before = str(kept.about["text"]) if kept else ""
    parts = BETWEEN.split(said.strip())
    for place, part in enumerate(parts):
        named, same = leading(part.strip()), _same_for(part)
        if same and before:
            parts[place] = f"{' '.join(same)} {before}"
        elif named.numbers:
            before = named.rest
    turn.event = replace(turn.event, text="".join(parts))


def _same_for(part: str) -> tuple[str, ...]:
    """The numbers of which it only says that it is the same; none where it says more."""
    left, count = _same().subn(" ", plain(part))
    named = leading(anywhere("words-ditto-beside").sub(" ", left).strip())
    return named.numbers if count and not any(map(str.isalpha, named.rest)) else ()


def _same() -> re.Pattern[str]:
    return anywhere("words-ditto")
