"""/stats: how well, in numbers with their formulas (docs/rates.md)."""

from __future__ import annotations

from handlers.dialog.turn import Turn
from handlers.stats import charts, rates
from handlers.stats.buttons import buttons
from handlers.stats.headings import period_line, title
from handlers.stats.lines import groups, lines
from handlers.stats.queries import Asked, read
from handlers.texts.sentences import Safe
from storage.figures import daily
from storage.figures.daily import summed
from storage.figures.reports import number_of, standing


async def stats(turn: Turn, words: str) -> None:
    """/stats [WHERE] [WHEN] [WHAT] [chart], in any order.

    The text comes first, a chart as a letter of its own.
    """
    asked = read(turn, words)
    text = await _text(turn, asked)
    turn.reply(text, buttons(turn, asked), edit=not asked.chart)
    if asked.chart:
        await _chart(turn, asked)


async def on_stats(turn: Turn, data: str) -> None:
    """A button below the figures: the message changes; the chart comes below it."""
    asked = read(turn, data)
    if asked.chart:
        return await _chart(turn, asked)
    turn.reply(await _text(turn, asked), buttons(turn, asked), edit=True)


async def _chart(turn: Turn, asked: Asked) -> None:
    drawn = await charts.wanted(turn, asked)
    turn.reply(title(turn, asked), photos=(drawn,))


async def _text(turn: Turn, asked: Asked) -> Safe:
    """What is open, today where nothing special was asked, the period, and a line for each."""
    unit, zone, scope, period = turn.unit, turn.setup.zone, asked.scope, asked.period
    before = period.a_year_before()
    open_now = await standing(unit, scope)
    by = (groups(turn, asked), *(("day",) if asked.plain else ()))
    found = await daily.between(unit, zone, period.first, period.last, scope, by)
    then = await daily.between(unit, zone, before.first, before.last, scope, ())
    said = [title(turn, asked)]
    if asked.plain:
        day = number_of(period.last)
        today = summed(tally for cell, tally in found.items() if cell.day == day)
        said += [turn.say("stats-today"), rates.counts(turn, today)]
    said += [rates.standing_line(turn, open_now), Safe("")]
    said.append(period_line(turn, period))
    said += rates.block(turn, summed(found.values()), summed(then.values()))
    still = open_now if period.last >= unit.now.astimezone(zone).date() else {}
    return Safe("\n".join([*said, *lines(turn, asked, found, still)]))
