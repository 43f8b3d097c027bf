"""Who is on duty now or will be, in words."""

from __future__ import annotations

from datetime import datetime

from handlers.casework import phrases
from handlers.dialog.turn import Turn
from handlers.people.leave import told
from handlers.people.scope import (
    colleagues,
    near,
)
from handlers.texts.sentences import (
    Safe,
)
from storage.memory.directory import Shift

MOST_SHOWN = 20


def span_of(
    turn: Turn,
    start: datetime,
    end: datetime,
    language: str,
) -> dict[str, str]:
    now, setup = turn.unit.now, turn.setup
    return {
        "start": phrases.when(language, start, now, setup),
        "end": phrases.when(language, end, now, setup),
    }


def show(turn: Turn) -> None:
    """What runs now or comes, in one's own areas and in those above them."""
    directory, areas = turn.unit.directory, near(turn)
    shifts = [
        one
        for one in directory.shifts
        if one.area in areas and one.ends_at > turn.unit.now
    ]
    lines = [turn.say("duty-title")]
    lines += [_line(turn, one) for one in shifts[:MOST_SHOWN]]
    lines += told.lines(turn, colleagues(turn))
    lines.append(turn.say("duty-how" if shifts else "duty-none"))
    turn.reply(Safe("\n".join(lines)))


def _line(turn: Turn, one: Shift) -> Safe:
    person = turn.unit.directory.staff.get(one.person_id)
    return turn.say(
        "duty-now" if one.starts_at <= turn.unit.now else "duty-later",
        name=person.name if person else "?",
        area=phrases.area(turn.unit, one.area, turn.language),
        **span_of(
            turn,
            one.starts_at,
            one.ends_at,
            turn.language,
        ),
    )
