"""/stock: whoever hands gifts over says how many more have come, or were taken away."""

from __future__ import annotations

import re

from domain.values.text import spoken
from handlers.dialog.turn import Refused, Turn
from handlers.gifts.found import keeps, switched_on

SAID = re.compile(r"(?P<code>[a-z0-9_-]+) (?P<more>[+-]? ?[0-9]{1,6})")


async def stock(turn: Turn, said: str) -> None:
    """/stock CODE 20, or -5. What is ordered already cannot be taken away."""
    switched_on(turn)
    hit = SAID.fullmatch(spoken(said))
    if hit is None:
        return await _known(turn)
    code, more = hit["code"].upper(), int(hit["more"].replace(" ", ""))
    gift = await turn.unit.gifts.get(code)
    if gift is None or not keeps(
        turn.unit.directory,
        turn.person,
        gift,
    ):
        return await _known(turn)
    if not await turn.unit.gifts.supply(code, more):
        raise Refused(
            "refuse-stock",
            name=gift.name,
            left=gift.left,
        )
    about = {"gift": gift.name, "more": f"{more:+d}", "area": gift.area}
    turn.unit.history.audit(
        turn.person.id,
        "gift-stock",
        **about,
    )
    turn.reply(
        turn.say(
            "done-stock",
            name=gift.name,
            left=gift.left + more,
        )
    )


async def _known(turn: Turn) -> None:
    """How it is said, and the codes of what is theirs to hand over."""
    codes = sorted(turn.unit.directory.gifts)
    found = [await turn.unit.gifts.get(code) for code in codes]
    mine = [
        one
        for one in found
        if one
        and keeps(
            turn.unit.directory,
            turn.person,
            one,
        )
    ]
    named = turn.label("names-and").join(f"{one.code} {one.name}" for one in mine)
    turn.reply(turn.say("gift-stock-how", gifts=named or "-"))
