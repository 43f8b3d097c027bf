"""What a rider says below a coupon of theirs, at the counter: how it goes, that it is not taken
there, or that they do not want it any more.
"""

from __future__ import annotations

import re

from handlers.coupons.card import show
from handlers.dialog.turn import Turn
from handlers.texts.words import anywhere, only

CARD = re.compile(r"coupon:press:(\d+)")
HELPS = ("words-coupon-counter",)
UNWANTED = ("words-coupon-unwanted", "words-cancel")
BESIDE = ("words-beside-cancel", "words-polite")


async def said(turn: Turn) -> bool:
    """Whether it was about the coupon that stands last in the chat, and was answered."""
    text = turn.event.text
    helps = _says(
        HELPS,
        text,
    )
    if not (
        helps
        or _says(
            UNWANTED,
            text,
        )
    ):
        return False
    number = await _shown(turn)
    if not number:
        return False
    if helps:
        await show(
            turn,
            number,
            above="coupon-counter",
        )
    else:
        turn.reply(turn.say("coupon-unwanted"))
    return True


def _says(keys: tuple[str, ...], text: str) -> bool:
    told = any(anywhere(key).search(text.lower()) for key in keys)
    return told and only(
        keys[0],
        text,
        *keys,
        *BESIDE,
    )


async def _shown(turn: Turn) -> str:
    last = await turn.unit.offers.last(turn.private)
    hits = [CARD.fullmatch(choice.data) for choice in last.choices] if last else []
    return next((hit[1] for hit in hits if hit), "")
