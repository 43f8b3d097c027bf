"""A row of the policy as it is typed, as a button says it, and as people read it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from domain.kinds import Urgency
from domain.policies import Limit, Row
from domain.values.span import show_span, span
from handlers.actions.carers.reurged import CALLED
from handlers.actions.typed import one_of
from handlers.casework import phrases
from handlers.dialog.turn import Refused, Turn
from handlers.filing.amending.categorised import category
from handlers.people.scope import everywhere
from handlers.texts.words import only, words

HOUR = timedelta(hours=1)
LONGEST = timedelta(days=365)


def read(
    turn: Turn,
    parts: Sequence[str],
) -> Row | None:
    """The row that was typed; None for what is not understood whole. Raises Refused."""
    if not everywhere(turn):
        raise Refused("refuse-policy-root")
    working, parts = _clock(parts)
    urgency, about = meant(turn, parts[0]) if parts else ("", "")
    lengths = _lengths(parts[1:])
    if not (urgency or about) or lengths is None:
        return None
    limit = Limit(*lengths, None, working)
    return Row(limit, category=about, urgency=urgency)


def meant(
    turn: Turn,
    word: str,
) -> tuple[str, str]:
    """The urgency or the category that it names; '' for none."""
    urgency = one_of(turn, "urgency", list(Urgency), word)
    if not urgency and only("words-urgent", word):
        urgency = Urgency.URGENT
    if not urgency:
        urgency = next((one for one, key in CALLED.items() if only(key, word)), "")
    return urgency, "" if urgency else category(turn, word)


def _clock(
    parts: Sequence[str],
) -> tuple[bool, Sequence[str]]:
    """Whether only working time counts, and the other words."""
    last = parts[-1].lower() if parts else ""
    if last in words("words-working"):
        return True, parts[:-1]
    if last in words("words-around"):
        return False, parts[:-1]
    return False, parts


def _lengths(
    parts: Sequence[str],
) -> tuple[timedelta, timedelta] | None:
    """Two lengths of time, the first not the longer; a number alone counts hours."""
    found = set()
    for place in range(1, len(parts)):
        accept = span(" ".join(parts[:place]), bare=HOUR)
        resolve = span(" ".join(parts[place:]), bare=HOUR)
        if accept and resolve and accept <= resolve <= LONGEST:
            found.add((accept, resolve))
    return found.pop() if len(found) == 1 else None


def coded(row: Row) -> str:
    """The row as a button says it: `<urgency>:<category>:<accept>:<answer>:<w|a>`."""
    limit = row.limit
    lengths = f"{show_span(limit.accept)}:{show_span(limit.resolve)}"
    return f"{row.urgency}:{row.category}:{lengths}:{'w' if limit.working else 'a'}"


def decoded(
    turn: Turn,
    data: str,
) -> Row:
    """The row of a button; its lengths may be hours, as before 0.3. Raises Refused."""
    parts = [*data.split(":"), *("",) * 5]
    urgency, category, accept, answer, clock = parts[:5]
    way = "working" if clock == "w" else "around"
    row = read(turn, [urgency or category, accept, answer, way])
    if row is None:
        raise Refused("refuse-old-button")
    return row


def name(
    turn: Turn,
    row: Row,
) -> str:
    """What the row is for: 'hazard · road · urgent'."""
    named = [
        turn.label(f"kind-{row.kind}") if row.kind else "",
        phrases.category(turn.setup, turn.language, row.category)
        if row.category
        else "",
        turn.label(f"urgency-{row.urgency}") if row.urgency else "",
        row.level,
    ]
    return " · ".join(filter(None, named)) or turn.label("policy-all")


def way(
    turn: Turn,
    row: Row,
) -> str:
    """Which time counts."""
    return turn.label("clock-working" if row.limit.working else "clock-around")


def length(
    turn: Turn,
    limit: timedelta,
) -> str:
    """Hours, or days where they are whole and more than one."""
    hours = limit / HOUR
    if hours % 24 == 0 and hours > 24:
        return turn.label("span-days", count=round(hours / 24))
    return turn.label("span-hours", count=f"{hours:g}")
