"""/stats: how well, in numbers with their formulas (docs/rates.md); /health: whether the machine
is well.
"""

from __future__ import annotations

from handlers.dialog.turn import Turn
from handlers.stats import charts as rate_chart
from handlers.stats import queries as asking
from handlers.stats import rates
from handlers.stats.queries import Asked
from handlers.texts.sentences import Safe
from storage.figures.daily import summed
from storage.figures.scope import number_of


async def stats(turn: Turn, words: str) -> None:
    """/stats [WHERE] [WHEN] [WHAT] [chart], in any order: the text first, a chart as a letter of
    its own.
    """
    asked = asking.read(turn, words)
    turn.reply(
        await text(turn, asked), rates.buttons(turn, asked), edit=not asked.chart
    )
    if asked.chart:
        await _chart(turn, asked)


async def on_stats(turn: Turn, data: str) -> None:
    """A button below the figures: the message changes; the chart comes below it."""
    asked = asking.read(turn, data)
    if asked.chart:
        return await _chart(turn, asked)
    turn.reply(await text(turn, asked), rates.buttons(turn, asked), edit=True)


async def _chart(turn: Turn, asked: Asked) -> None:
    turn.reply(rates.title(turn, asked), photos=(await rate_chart.wanted(turn, asked),))


async def text(turn: Turn, asked: Asked) -> Safe:
    """What is open, today where nothing special was asked, the period, and a line for each area
    or whatever else.
    """
    unit, zone, scope, period = turn.unit, turn.setup.zone, asked.scope, asked.period
    before = period.a_year_before()
    open_now = await unit.reports.standing(scope)
    by = (rates.groups(turn, asked), *(("day",) if asked.plain else ()))
    found = await unit.daily.between(zone, period.first, period.last, scope, by)
    then = await unit.daily.between(zone, before.first, before.last, scope, ())
    now = rates.standing_line(turn, open_now)
    said = [rates.title(turn, asked)]
    if asked.plain:
        today = number_of(period.last)
        so_far = summed(tally for cell, tally in found.items() if cell.day == today)
        said += [turn.say("stats-today"), rates.counts(turn, so_far)]
    said += [now, Safe(""), rates.period_line(turn, period)]
    said += rates.block(turn, summed(found.values()), summed(then.values()))
    still = open_now if period.last >= unit.now.astimezone(zone).date() else {}
    return Safe("\n".join([*said, *rates.lines(turn, asked, found, still)]))


async def health(turn: Turn, words: str) -> None:
    """/health: what waits, what could not be handled, what is late."""
    unit = turn.unit
    turn.reply(
        turn.say(
            "health",
            waiting=await unit.outbox.count(),
            quarantined=len(await unit.arrivals.quarantined()),
            media=len(await unit.media.wanted(1000)),
            staff=len(unit.directory.staff),
            areas=len(unit.directory.areas),
            groups=len(unit.directory.groups),
            open=await unit.cases.count_open(unit.directory.areas),
        )
    )
