"""/stats: how well, in numbers with their formulas (docs/rates.md)."""

from __future__ import annotations

from collections.abc import Mapping

from domain.messages import EventKind
from domain.tally import Tally
from handlers.dialog.turn import Turn
from handlers.stats import charts, orders, rates, reach, rooms
from handlers.stats.buttons import buttons
from handlers.stats.gathering import Gathered, Question, gather
from handlers.stats.headings import period_line, title
from handlers.stats.lines import groups, lines
from handlers.stats.periods import Period
from handlers.stats.queries import Asked, read
from handlers.texts.sentences import Safe
from storage.figures.scope import Cell, number_of
from storage.figures.summing import summed

MOST_HERE = 1000
"""Cases that are counted in the turn that asks, in some 30 ms; more beside the writer. So many
of a period, and so many that are open, whenever they were filed.
"""


async def stats(turn: Turn, words: str) -> None:
    """/stats [WHERE] [WHEN] [WHAT] [chart], in any order.

    The text comes first, a chart as a letter of its own.
    """
    await _asked(turn, words)


async def on_stats(turn: Turn, data: str) -> None:
    """A button below the figures: the message changes; the chart comes below it."""
    await _asked(turn, data)


async def _asked(turn: Turn, words: str) -> None:
    """Answers at once what is soon counted; all else is counted beside the writer."""
    if reach.asks(words):
        reach.question(turn, words)
        return await orders.put(turn, "stations", words)
    wanted = question(turn, words)
    if await _long(turn, wanted):
        return await orders.put(turn, "stats", words)
    await answer(turn, wanted, await gather(turn.unit, wanted))


def question(turn: Turn, words: str) -> Question:
    """Raises Refused."""
    asked = read(turn, words)
    by = [groups(turn, asked), "day"] if asked.plain else [groups(turn, asked)]
    pressed = turn.event.kind is EventKind.PRESS
    text = not (pressed and asked.chart)
    return Question(
        asked,
        tuple(by),
        turn.setup.zone,
        text,
        rooms.wanted(turn, asked),
    )


async def _long(turn: Turn, wanted: Question) -> bool:
    daily, zone = turn.unit.daily, wanted.zone
    if turn.unit.similar.many(wanted.asked.scope.areas, MOST_HERE):
        return True
    for one in wanted.periods:
        if await daily.many(zone, one.first, one.last, MOST_HERE):
            return True
    return False


async def answer(turn: Turn, wanted: Question, found: Gathered) -> None:
    asked = wanted.asked
    if wanted.text:
        text = _text(turn, asked, found)
        turn.reply(text, buttons(turn, asked), edit=not asked.chart)
    if asked.chart:
        drawn = charts.drawn(turn, asked, found.chart)
        turn.reply(title(turn, asked), photos=(drawn,))


def _text(turn: Turn, asked: Asked, found: Gathered) -> Safe:
    """What is open, today where nothing special was asked, the period, and a line for each."""
    said = [title(turn, asked)]
    if asked.plain:
        said += _today(turn, asked.period, found.found)
    said.append(rates.standing_line(turn, found.standing))
    said.append(Safe(""))
    said.append(period_line(turn, asked.period))
    now, before = summed(found.found.values()), summed(found.then.values())
    said += rates.block(turn, now, before)
    said += rooms.lines(turn, found.rooms)
    still = found.standing if _lasts(turn, asked.period) else {}
    said += lines(turn, asked, found.found, still)
    return Safe("\n".join(said))


def _today(
    turn: Turn,
    period: Period,
    found: Mapping[Cell, Tally],
) -> list[Safe]:
    day = number_of(period.last)
    today = summed(tally for cell, tally in found.items() if cell.day == day)
    return [
        turn.say("stats-today"),
        rates.counts(turn, today),
    ]


def _lasts(turn: Turn, period: Period) -> bool:
    """Whether the period lasts until now, so that what is open belongs to it."""
    today = turn.unit.now.astimezone(turn.setup.zone).date()
    return period.last >= today
