"""What this room answers: plain data, merged in `handlers/contents.py`."""

from __future__ import annotations

from handlers.coupons import card, clock, lasting, listing, placed, presses, shop
from handlers.dialog.clock import OneDue
from handlers.dialog.command import Command

COMMANDS = {
    "coupons": Command(listing.coupons),
    "shop": Command(shop.shop),
}
BUTTONS = {
    "coupon": presses.on_coupon,
    "shop": presses.on_shop,
}
QUESTIONS = placed.QUESTIONS
"""Where somebody is may be answered by a pin."""
TIMERS: dict[str, OneDue] = {
    card.TIMER: clock.coupon_due,
    lasting.TIMER: lasting.offer_due,
}
