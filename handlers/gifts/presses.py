"""The buttons of this room: `gift:VERB:REST`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers.dialog.turn import Refused, Turn
from handlers.gifts import handing, listing, ordering
from handlers.gifts.found import switched_on

OPEN_ANYHOW = ("order", "cancel", "hand")
"""What was ordered may be fetched also where nothing is offered any more."""

VERBS: dict[str, Callable[[Turn, str], Awaitable[None]]] = {
    "list": listing.on_page,
    "see": listing.see,
    "take": ordering.take,
    "order": ordering.show,
    "cancel": ordering.cancel,
    "hand": handing.hand,
}


async def on_gift(turn: Turn, rest: str) -> None:
    """Whatever may be pressed here; what is no verb is an old button."""
    verb, _, value = rest.partition(":")
    does = VERBS.get(verb)
    if does is None:
        raise Refused("refuse-old-button")
    if verb not in OPEN_ANYHOW:
        switched_on(turn)
    await does(turn, value)
