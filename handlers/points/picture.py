"""The card as a picture, for whoever likes to show it: the same figures, and no name."""

from __future__ import annotations

from domain.points.by_hand import size
from domain.points.ledger import rider
from domain.points.rates import Rates, progress, tier, to_next
from handlers.casework import phrases
from handlers.dialog.turn import Turn
from handlers.points import ends
from handlers.points.card import rates_of, waiting
from handlers.texts.sentences import Safe

Figures = list[tuple[str, int]]
"""The key of a label, and so many points."""


async def picture(turn: Turn, rest: str) -> None:
    """One letter: the picture, and in words what stands on it."""
    rates, me = rates_of(turn), turn.person.id
    earned = await turn.unit.points.earned(me)
    figures: Figures = [
        ("points-earned", earned),
        ("points-left", await turn.unit.points.balance(rider(me))),
        ("points-waiting", await _waiting(turn, rates)),
        ("points-ends", (await ends.this_year(turn.scene, me))[0]),
    ]
    order = _order(turn, rates, earned, figures)
    made = turn.unit.media.draw(order)
    said = " · ".join(f"{turn.label(key)} {value}" for key, value in figures)
    name = turn.label(f"tier-{tier(earned, rates)}")
    text = turn.say(
        "points-picture",
        number=str(me),
        tier=name,
        said=said,
    )
    turn.toast()
    turn.reply(Safe(text), photos=(made,))


async def _waiting(turn: Turn, rates: Rates) -> int:
    """All that is not there to spend yet: of cases and by hand."""
    by_hand = await turn.unit.points_by_hand.waiting(turn.person.id)
    given = sum(size(one.transfer) for one in by_hand)
    return given + rates.solved * len(await waiting(turn))


def _order(
    turn: Turn,
    rates: Rates,
    earned: int,
    figures: Figures,
) -> dict[str, object]:
    """What is drawn. Its words are made here, where the language is known."""
    here, coming = tier(earned, rates), to_next(earned, rates)
    note = ""
    if coming:
        next_tier = turn.label(f"tier-{coming[0]}")
        note = turn.label(
            "points-next",
            tier=next_tier,
            missing=coming[1],
        )
    return {
        "draw": "honey",
        "tier": here,
        "title": turn.label("points-picture-title"),
        "number": turn.label("points-picture-number", number=str(turn.person.id)),
        "name": turn.label(f"tier-{here}"),
        "figures": [[turn.label(key), f"{value:,}"] for key, value in figures],
        "progress": progress(earned, rates),
        "note": note,
        "day": phrases.day(
            turn.language,
            turn.unit.now,
            turn.setup,
        ),
    }
