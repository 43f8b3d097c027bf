"""A number that is typed below a card which was opened from a list: it may be for a button of the
card, or open another line of the list. Which one is asked.
"""

from __future__ import annotations

from domain.messages import Choice
from domain.offers import number
from domain.open_offers import case_of, meant
from handlers.actions.carers.serials import opened
from handlers.dialog.turn import Turn
from handlers.lists.typed import shown

LONGEST = 4
"""Letters of a number and what is written around it."""


async def asked(turn: Turn) -> bool:
    """Whether that was not clear, and was asked."""
    event = turn.event
    beside = event.media or event.place or event.reply_to or len(event.text) > LONGEST
    at = (
        0 if beside or not (event.private and turn.person.staff) else number(event.text)
    )
    offered = await turn.unit.offers.last(turn.private) if at else None
    choice = meant(event.text, offered) if offered else None
    card, listing = opened(offered), await shown(turn) if choice else None
    if choice is None or listing is None or card is None or card not in listing.shown:
        return False
    line = listing.shown[at - 1] if at <= len(listing.shown) else card
    if line == card or case_of(choice.data) != card:
        return False
    await _ask(turn, choice, card, line)
    return True


async def _ask(turn: Turn, choice: Choice, card: int, line: int) -> None:
    cases = [await turn.unit.cases.get(one) for one in (card, line)]
    first, other = (case.number if case else "" for case in cases)
    button = turn.label("button-of-card", act=choice.label, number=first)
    rows = [
        [Choice(button, choice.data)],
        [turn.choice("button-of-list", f"c:{line}:open", number=other)],
    ]
    text = turn.say("card-or-line", said=turn.event.text.strip())
    turn.reply(text, rows, case_id=card)
