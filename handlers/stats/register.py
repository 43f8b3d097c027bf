"""/register: the cases of a period as a workbook, a row per case (网格事项记录表)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from domain.messages import MediaKind, Reply
from handlers.dialog.turn import Refused, Turn
from handlers.stats import orders, sheet
from handlers.stats.headings import area_names
from handlers.stats.queries import Asked, read
from storage.figures.register import Register
from storage.figures.register_query import Query
from storage.figures.scope import DAY, midnight

MOST = 20_000
"""Rows: 3,860 cases a year in one building (facts/places.md), 30,000 in a district."""

LONG = 2000
"""Rows: a letter waits some seconds for its file, as long as these take on a busy machine."""

A_ROW = timedelta(milliseconds=1)
"""Three times what a row takes where nothing else goes on."""


MOST_HERE = 20_000
"""Cases of a period that are counted in the turn that asks, in some 5 ms."""


class Source(Protocol):
    """A Unit, or what reads beside it."""

    @property
    def register(self) -> Register: ...


@dataclass(frozen=True, slots=True)
class Question:
    """Which cases, and how area and days are called."""

    query: Query
    named: dict[str, str]


async def register(turn: Turn, words: str) -> None:
    """/register [WHERE] [WHEN] [WHAT], in any order, as after /stats."""
    wanted = question(turn, words)
    if await turn.unit.register.many(wanted.query, MOST_HERE):
        return await orders.put(turn, "register", words)
    await answer(turn, wanted, await gather(turn.unit, wanted))


def question(turn: Turn, words: str) -> Question:
    """Raises Refused."""
    asked = _asked(turn, words)
    zone, period = turn.setup.zone, asked.period
    first = midnight(period.first, zone)
    end = midnight(period.last + DAY, zone)
    named = {
        "area": area_names(turn, asked),
        "first": str(period.first),
        "last": str(period.last),
    }
    return Question(Query(asked.scope, first, end), named)


async def gather(source: Source, wanted: Question) -> int:
    """How many there are."""
    return await source.register.count(wanted.query)


async def answer(turn: Turn, wanted: Question, count: int) -> None:
    named = wanted.named
    if not count:
        return turn.reply(turn.say("register-none", **named))
    turn.unit.history.audit(
        turn.person.id,
        "register",
        **named,
        count=min(count, MOST),
    )
    _send(turn, wanted.query, count, named)


def _send(
    turn: Turn,
    query: Query,
    count: int,
    named: dict[str, str],
) -> None:
    """Wants the file and answers with it, later where it takes long."""
    spec = sheet.spec(turn, query, count, MOST, named)
    name = turn.label("register-file", **named)
    made = turn.unit.media.draw(spec, MediaKind.DOCUMENT, name)
    key = "register-cut" if count > MOST else "register-done"
    text = turn.say(key, **named, count=count, most=MOST)
    rows, at = min(count, MOST), None
    if rows > LONG:
        turn.reply(turn.say("register-soon", count=rows))
        at = turn.unit.now + rows * A_ROW
    turn.unit.outbox.add(
        turn.private,
        Reply(text=text, files=(made,)),
        at=at,
    )


def _asked(turn: Turn, words: str) -> Asked:
    try:
        return read(turn, words)
    except Refused as refused:
        if refused.key != "refuse-stats":
            raise
        raise Refused("refuse-register", **refused.args_of_key) from None
