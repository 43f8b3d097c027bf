"""What is said to a word from the other side of a wish or an order: it goes back there, and one
press takes it for a matter of its own.
"""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from domain.offers import Offered
from domain.open_offers import asked_last
from domain.reading.model import Intent, Reading
from handlers.actions.emergencies import emergencies
from handlers.contents import SIDES
from handlers.dialog import between
from handlers.dialog.alone import alone
from handlers.dialog.offered import form_since
from handlers.dialog.turn import Refused, Turn
from handlers.filing.aside import plainly_ours
from handlers.hearing.begun import ROWS
from handlers.hearing.elsewhere import no_name
from handlers.texts.words import only
from storage.sent_messages import SentMessage


async def replied(turn: Turn, sent: SentMessage | None) -> bool:
    """Whether it replies to such a word: whatever it says goes there. Raises Refused."""
    which = between.replied(sent)
    if not which:
        return False
    if not alone(turn):
        raise Refused("refuse-words-only")
    late = await _back(turn, which)
    if late is not None:
        raise late
    return True


async def answered(turn: Turn, reading: Reading) -> bool:
    """Whether such a word is what was asked last, and this is an answer to it or for another room.
    What plainly is a report, or calls for a person, is none.
    """
    found = await turn.unit.offers.last(turn.private)
    last = asked_last(found) if found else None
    which = between.asks(last)
    if last is None or not which or not alone(turn) or await _begun_since(turn, last):
        return False
    lasts = between.open_for(last)
    if lasts is not None and turn.unit.now - last.made_at > lasts:
        return False
    if await between.over_since(turn, last):
        return False
    if only("words-hang-up", turn.event.text):
        await between.over(turn)
        return True
    if plainly_ours(reading) or (reading.said and reading.intent is Intent.HUMAN):
        return False
    return await no_name(turn) or await _back(turn, which) is None


async def edited(turn: Turn) -> bool:
    """Whether an edit is of words that went over: the other side reads them anew, once."""
    event = turn.event
    sent = await turn.unit.sent_messages.at(event.chat, event.message_id)
    which = between.replied(sent)
    if sent is None or not which or sent.shape != between.WENT:
        return False
    words = event.text.strip()
    turn.event = replace(event, text=turn.label("edited-word", words=words))
    late = await _back(turn, which)
    turn.unit.sent_messages.add(replace(sent, shape=""))
    if late is not None:
        raise late
    return True


async def _back(turn: Turn, which: str) -> Refused | None:
    prefix, _, number = which.partition(":")
    return await SIDES[prefix](turn, int(number), turn.event.text.strip())


async def _begun_since(turn: Turn, last: Offered) -> bool:
    """Whether something else was asked meanwhile, or somebody may be in danger."""
    if await emergencies.running(turn) or await form_since(turn, last):
        return True
    marks: list[Draft | None] = [await begun(turn) for begun, _ in ROWS]
    return any(mark and mark.touched_at > last.made_at for mark in marks)
