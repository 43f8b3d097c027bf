"""What the clock does in this room: plain data, merged in `handlers/timers.py`."""

from __future__ import annotations

from handlers.casework.carers import shops
from handlers.dialog.clock import Beside, Look, OneDue
from handlers.dialog.command import Command, Handler
from handlers.dialog.form import Form
from handlers.reminders import (
    deadlines,
    digests,
    drafts,
    follow_ups,
    promises,
    quiet,
    shop_batch,
    turning,
    weekly,
)

COMMANDS: dict[str, Command] = {}
BUTTONS: dict[str, Handler] = {}
FORMS: dict[str, Form] = {}

TIMERS: dict[str, OneDue] = {
    "case": deadlines.case_due,
    "promise": promises.promise_due,
    "draft": drafts.draft_due,
    "digest": digests.digest_due,
    "follow_up": follow_ups.follow_up_due,
    shops.TIMER: shop_batch.pass_on,
}

LOOKS: dict[str, Look] = {
    "held": quiet.held,
    "turned": turning.turned,
    "roster": digests.roster,
    "dormant": follow_ups.dormant,
}

BESIDE: dict[str, Beside] = {"weekly": weekly.WEEKLY}
