"""Who hears of what happens to a case, in this order. Another room listens by a row here."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from handlers.casework import auditing, calls_over, complaints, parts, timers
from handlers.casework.cards import boards, card_edits, opened
from handlers.casework.carers import presence, shop_carers
from handlers.casework.happened import Happened, Order
from handlers.casework.letters import old_buttons
from handlers.casework.notices import taken_away, telling, wish_ends
from handlers.dialog.scene import Scene

Listener = Callable[[Scene, Happened], Awaitable[Sequence[Order]]]

LISTENERS: tuple[Listener, ...] = (
    timers.hear,  # the case's next moment
    old_buttons.hear,  # what was offered before and is over
    complaints.hear,  # whoever leads it, of what is said of the staff
    telling.hear,  # the people of the case, by the table of notices
    calls_over.hear,  # whoever had numbers to call, where no emergency of theirs is open
    taken_away.hear,  # who had taken it, where it was given to somebody else
    card_edits.hear,  # the card, wherever it stands
    opened.hear,  # where somebody has opened it, what can be pressed there
    boards.hear,  # the groups that only read
    presence.hear,  # whoever is there, where it came back to somebody on leave
    shop_carers.hear,  # whoever gets a report about a shop, once it is passed on
    wish_ends.hear,  # whoever has claimed it, where it was a wish
    parts.hear,  # the parts of a whole, and the whole of a part
    auditing.hear,  # the audit log, of what the staff do
)
