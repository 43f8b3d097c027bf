"""What this room answers: plain data, merged in `handlers/contents.py`."""

from __future__ import annotations

from domain.people import Role
from handlers.dialog.clock import OneDue
from handlers.dialog.command import Command
from handlers.gifts import clock, handing, listing, presses, stock
from handlers.gifts.ordering import TIMER

COMMANDS = {
    "gifts": Command(listing.gifts),
    "handover": Command(handing.handover, frozenset(Role)),
    "stock": Command(stock.stock, frozenset(Role)),
}
BUTTONS = {
    "gift": presses.on_gift,
}
TIMERS: dict[str, OneDue] = {
    TIMER: clock.gift_due,
}
