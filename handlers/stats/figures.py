"""/stats: how well, in numbers with their formulas (docs/rates.md)."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from domain.tally import Tally
from handlers.dialog.turn import Turn
from handlers.stats import charts, rates
from handlers.stats.buttons import buttons
from handlers.stats.headings import period_line, title
from handlers.stats.lines import groups, lines
from handlers.stats.periods import Period
from handlers.stats.queries import Asked, read
from handlers.texts.sentences import Safe
from storage.figures.daily import summed
from storage.figures.scope import Cell, number_of


async def stats(turn: Turn, words: str) -> None:
    """/stats [WHERE] [WHEN] [WHAT] [chart], in any order.

    The text comes first, a chart as a letter of its own.
    """
    asked = read(turn, words)
    text = await _text(turn, asked)
    turn.reply(
        text,
        buttons(turn, asked),
        edit=not asked.chart,
    )
    if asked.chart:
        await _chart(turn, asked)


async def on_stats(turn: Turn, data: str) -> None:
    """A button below the figures: the message changes; the chart comes below it."""
    asked = read(turn, data)
    if asked.chart:
        return await _chart(turn, asked)
    turn.reply(
        await _text(turn, asked),
        buttons(turn, asked),
        edit=True,
    )


async def _chart(turn: Turn, asked: Asked) -> None:
    drawn = await charts.wanted(turn, asked)
    turn.reply(title(turn, asked), photos=(drawn,))


async def _text(turn: Turn, asked: Asked) -> Safe:
    """What is open, today where nothing special was asked, the period, and a line for each."""
    by = [groups(turn, asked)]
    if asked.plain:
        by.append("day")
    open_now = await turn.unit.reports.standing(asked.scope)
    found = await _between(turn, asked, asked.period, by)
    then = await _between(turn, asked, asked.period.a_year_before(), ())
    said = [title(turn, asked)]
    if asked.plain:
        said += _today(turn, asked.period, found)
    said.append(rates.standing_line(turn, open_now))
    said.append(Safe(""))
    said.append(period_line(turn, asked.period))
    now, before = summed(found.values()), summed(then.values())
    said += rates.block(turn, now, before)
    still = open_now if _lasts(turn, asked.period) else {}
    said += lines(turn, asked, found, still)
    return Safe("\n".join(said))


async def _between(
    turn: Turn,
    asked: Asked,
    period: Period,
    by: Collection[str],
) -> Mapping[Cell, Tally]:
    """The figures of these days, apart by what is named."""
    return await turn.unit.daily.between(
        turn.setup.zone,
        period.first,
        period.last,
        asked.scope,
        tuple(by),
    )


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
