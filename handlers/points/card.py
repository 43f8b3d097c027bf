"""The card (蜜值储蓄卡): tier, both numbers, what waits, the last lines with why."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.case import Case
from domain.points.ledger import Transfer, Why, rider
from domain.points.rates import Rates, tier, to_next
from domain.points.service import is_service
from handlers.casework import phrases
from handlers.dialog.turn import Refused, Turn
from handlers.points import claims, ends
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
    parts += await _ending(turn)
    parts += await _waiting(turn, rates)
    parts += await _by_hand(turn, rates)
    booked = await turn.unit.points.lines(turn.person.id, LINES)
    if booked:
        parts.append(turn.say("points-lines"))
    for one in booked:
        parts.append(await line_of(turn, one))
    why = turn.choice("button-points-why", "pt:why")
    shown = turn.choice("button-points-picture", "pt:picture")
    turn.reply(Safe("\n".join(parts)), [[why, shown]])


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
    owed = await points.owed(me)
    if owed:
        lines.append(turn.say("points-owed", amount=owed))
    coming = to_next(earned, rates)
    if coming:
        name, missing = coming
        label = turn.label(f"tier-{name}")
        lines.append(turn.say("points-next", tier=label, missing=missing))
    return lines


async def _ending(turn: Turn) -> list[Safe]:
    """What ends with this year, where there is any."""
    amount, last = await ends.this_year(turn.scene, turn.person.id)
    day = phrases.day(turn.language, last, turn.setup)
    said = turn.say("points-ending", amount=amount, day=day)
    return [said] if amount else []


async def _waiting(turn: Turn, rates: Rates) -> list[Safe]:
    """What is solved and not booked yet."""
    lines = []
    for case, until in await waiting(turn):
        line = turn.say(
            "points-waiting-line",
            number=case.number,
            amount=rates.solved,
            day=phrases.day(turn.language, until, turn.setup),
        )
        lines.append(line)
    return lines


async def waiting(turn: Turn) -> list[tuple[Case, datetime]]:
    """Their solved cases that will be paid, each with the day at which it is at the latest."""
    me = turn.person.id
    return [
        (case, until)
        for case, until in await turn.unit.points.waiting(me)
        if await claims.will_pay(turn.scene, case, me)
    ]


async def _by_hand(turn: Turn, rates: Rates) -> list[Safe]:
    """What somebody gave and no second admin has confirmed yet."""
    return [
        turn.say(
            "points-by-hand-line",
            amount=one.transfer.amount,
            day=phrases.day(turn.language, one.at + rates.confirm, turn.setup),
        )
        for one in await turn.unit.points_by_hand.waiting(turn.person.id)
    ]


async def line_of(turn: Turn, one: Booked) -> Safe:
    """'+10 · 11月20日 · 隐患解决了 YH26-0001'; what pays nothing says why."""
    transfer = one.transfer
    what = f"points-refusal-{transfer.refused}"
    if not transfer.refused:
        what = f"points-why-{_why(transfer)}"
    words = f"{turn.label(what)} {transfer.words}".strip()
    case = await turn.unit.cases.get(transfer.case_id) if transfer.case_id else None
    return turn.say(
        "points-line",
        amount=f"{transfer.amount:+d}" if transfer.amount else "0",
        day=phrases.day(turn.language, one.at, turn.setup),
        what=words,
        number=case.number if case and not _service(transfer) else "",
    )


def _service(transfer: Transfer) -> bool:
    return is_service(transfer.key) or is_service(transfer.reverses or "")


def _why(transfer: Transfer) -> str:
    """A gift goes back by itself, or because they want it no more."""
    if transfer.why is Why.RETURNED and transfer.by == transfer.person_id:
        return "given-back"
    return transfer.why.value.replace("_", "-")


def why(turn: Turn) -> None:
    """Every number can be explained: what pays, when, how often, the tiers, and the end."""
    rates = rates_of(turn)
    parts = [
        turn.say(
            "points-rules",
            solved=rates.solved,
            metoo=rates.me_too,
            aday=rates.a_day,
            again=rates.again // DAY,
            wait=rates.wait // DAY,
            tiers=_tiers(turn, rates),
        )
    ]
    if turn.setup.served is not None:
        parts.append(
            turn.say(
                "points-rules-service",
                hour=rates.hour,
                each=rates.hours_each,
                aday=rates.hours_a_day,
                wish=rates.wish,
                again=rates.again // DAY,
            )
        )
    if rates.expires:
        parts.append(turn.say("points-rules-end"))
    turn.reply(Safe("\n".join(parts)))


def _tiers(turn: Turn, rates: Rates) -> str:
    named = (
        f"{turn.label(f'tier-{tier(limit, rates)}')} {limit}" for limit in rates.tiers
    )
    return " · ".join(named)
