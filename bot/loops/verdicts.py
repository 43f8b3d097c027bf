"""What the row of a letter becomes after its send: sent, waiting for another try, or given up."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import structlog

from bot.channels.channel import SendError
from bot.loops.afterwards import Marked, Outcome
from domain import retry
from domain.messages import tidy
from storage.outbox.due import FAR
from storage.outbox.letters import ANNOUNCEMENT, BEHIND, Letter
from storage.unit import Unit

log = structlog.get_logger()
LONGEST_WHY = 500  # letters of an error that are kept


def rows_of(unit: Unit, outcome: Outcome, marked: Marked) -> list[dict[str, Any]]:
    """What the rows become: all that goes together begins together. What is over stays so."""
    if outcome.letter.over and not outcome.begins:
        return []
    if not outcome.begins:
        return [_judge(unit, outcome, marked)]
    marked.begins.append(outcome.letter)
    begun = {"to_state": "sending", "sent": None}
    return [
        _sent(unit, letter) | begun | {"tried": letter.tries}
        for letter in outcome.letter.whole
        if letter.durable and not letter.over
    ]


def _sent(unit: Unit, letter: Letter) -> dict[str, Any]:
    return {
        "of": letter.id,
        "to_state": "sent",
        "again_at": unit.now,
        "tried": letter.tries + 1,
        "sent": unit.now,
        "why": "",
    }


def _judge(unit: Unit, outcome: Outcome, marked: Marked) -> dict[str, Any]:
    """What the row becomes: sent, waiting for another try, or given up."""
    letter, error = outcome.letter, outcome.error
    row = _sent(unit, letter)
    if error is None:
        return row
    log.info(
        "delivery.failed",
        letter=letter.id,
        channel=letter.to.channel,
        why=error.log,
        permanent=error.permanent,
    )
    letter.behind = letter.behind or error.elsewhere
    why = BEHIND if letter.behind else tidy(error.log[:LONGEST_WHY])
    row |= {"sent": None, "why": why}
    if _given_up(unit, letter, error):
        return row | {"to_state": "gave_up"}
    tries = letter.tries + (0 if error.busy else 1)
    after = _pause(unit, letter, error)
    if after > FAR:
        letter.due_at = unit.now + after  # nobody waits for it until then
    marked.again.append((letter, after.total_seconds(), tries))
    return row | {"to_state": "waiting", "again_at": unit.now + after, "tried": tries}


def _given_up(unit: Unit, letter: Letter, error: SendError) -> bool:
    """Twice is worse than never for an announcement, and never worse than twice for all else."""
    unsafe = error.uncertain and letter.lane == ANNOUNCEMENT
    lasting = error.gone or error.permanent
    return lasting or unsafe or retry.hopeless(unit.now, letter.made_at, letter.tries)


def _pause(unit: Unit, letter: Letter, error: SendError) -> timedelta:
    """How long to wait before the next try."""
    if error.moved_to:
        return timedelta(0)
    if error.after is not None:
        return error.after
    return retry.again_at(unit.now, letter.tries) - unit.now
