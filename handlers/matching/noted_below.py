"""明天下午，我电话…, said below a service that stands open: the line that goes with its order."""

from __future__ import annotations

import re
from datetime import timedelta

from domain.matching.rights import ListingAct
from domain.reading.model import Intent, Reading
from handlers.dialog.fields import A_MATTER
from handlers.dialog.turn import Turn
from handlers.matching.found import for_act
from handlers.matching.ordering import judge, ordered
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere

ORDERS = re.compile(rf"li:(\d+):{ListingAct.ORDER.value}(?::(.*))?")
PHONE = re.compile(r"(?<!\d)(?:1\d{10}|\d{7,8})(?!\d)")
TALK = (Intent.CANCEL, Intent.STATUS, Intent.COMPLAINT_UNANSWERED, Intent.THANKS)
"""What is no line to whoever comes."""

LATELY = timedelta(minutes=10)
"""So long a line is for the service that was shown last (ours)."""


async def taken(turn: Turn, reading: Reading) -> bool:
    """Whether it was one: it says when, or whom to call, and tells no matter."""
    said = turn.event.text.strip()
    if reading.report >= A_MATTER or reading.danger or turn.setup.matching is None:
        return False
    asks = questioned(said)
    if asks or (reading.said and reading.intent in TALK):
        return False
    if not (PHONE.search(said) or anywhere("words-when").search(said.lower())):
        return False
    last = await turn.unit.offers.last(turn.private)
    if last is None or turn.unit.now - last.made_at > LATELY:
        return False
    shown = [hit for one in last.choices if (hit := ORDERS.fullmatch(one.data))]
    if len(shown) != 1:
        return False
    area = shown[0][2] or ""
    late = judge(turn, said, area)
    if late is not None:
        raise late
    found = await for_act(turn, int(shown[0][1]), ListingAct.ORDER)
    await ordered(turn, found, said, area)
    return True
