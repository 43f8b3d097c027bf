"""The card (蜜值储蓄卡): tier, both numbers, what waits, the last lines with why."""

from __future__ import annotations

from datetime import timedelta

from domain.points.ledger import Transfer, Why, rider
from domain.points.rates import Rates, tier, to_next
from handlers.casework import phrases
from handlers.dialog.turn import Refused, Turn
from handlers.points import claims
from handlers.texts.sentences import Safe
from storage.points.rows import Booked

LINES = 5
DAY = timedelta(days=1)


def rates_of(turn: Turn) -> Rates:
    """Raises Refused where there is no honey bank."""
    if turn.setup.points is None:
        raise Refused("points-off")
    return turn.setup.points


async def card(turn: Turn) -> None:
    """This person's own, and nobody else's: there is no ranking by name."""
    rates = rates_of(turn)
    parts = await _figures(turn, rates)
    parts += await _waiting(turn, rates)
    booked = await turn.unit.points.lines(turn.person.id, LINES)
    if booked:
        parts.append(turn.say("points-lines"))
    for one in booked:
        parts.append(await line_of(turn, one))
    why = turn.choice("button-points-why", "pt:why")
    turn.reply(Safe("\n".join(parts)), [[why]])


async def _figures(turn: Turn, rates: Rates) -> list[Safe]:
    me, points = turn.person.id, turn.unit.points
    earned = await points.earned(me)
    lines = [
        turn.say(
            "points-card",
            number=str(me),
            tier=turn.label(f"tier-{tier(earned, rates)}"),
            earned=earned,
            left=await points.balance(rider(me)),
        )
    ]
    coming = to_next(earned, rates)
    if coming:
        name, missing = coming
        label = turn.label(f"tier-{name}")
        lines.append(turn.say("points-next", tier=label, missing=missing))
    return lines


async def _waiting(turn: Turn, rates: Rates) -> list[Safe]:
    """What is solved and not booked yet, but for what will not be paid."""
    lines, me = [], turn.person.id
    for case, until in await turn.unit.points.waiting(me):
        if await claims.refused(turn.scene, case, me, Why.SOLVED):
            continue
        line = turn.say(
            "points-waiting-line",
            number=case.number,
            amount=rates.solved,
            day=phrases.day(turn.language, until, turn.setup),
        )
        lines.append(line)
    return lines


async def line_of(turn: Turn, one: Booked) -> Safe:
    """'+10 · 11月20日 · 隐患解决了 YH26-0001'; what pays nothing says why."""
    transfer = one.transfer
    what = f"points-refusal-{transfer.refused}"
    if not transfer.refused:
        what = f"points-why-{transfer.why.value.replace('_', '-')}"
    case = await turn.unit.cases.get(transfer.case_id) if transfer.case_id else None
    return turn.say(
        "points-line",
        amount=f"{transfer.amount:+d}" if transfer.amount else "0",
        day=phrases.day(turn.language, one.at, turn.setup),
        what=turn.label(what),
        number=case.number if case else _bought(transfer),
    )


def _bought(transfer: Transfer) -> str:
    """The name of the gift."""
    return transfer.words if transfer.why is Why.ORDERED else ""


def why(turn: Turn) -> None:
    """Every number can be explained: what pays, when, how often, and the tiers."""
    rates = rates_of(turn)
    turn.reply(
        turn.say(
            "points-rules",
            solved=rates.solved,
            metoo=rates.me_too,
            aday=rates.a_day,
            again=rates.again // DAY,
            wait=rates.wait // DAY,
            tiers=_tiers(turn, rates),
        )
    )


def _tiers(turn: Turn, rates: Rates) -> str:
    named = (
        f"{turn.label(f'tier-{tier(limit, rates)}')} {limit}" for limit in rates.tiers
    )
    return " · ".join(named)
