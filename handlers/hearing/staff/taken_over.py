"""张强的活我都接了, 张强手上的都给我, "give me all of Zhang's": what a colleague carries and one
may take stands ticked in a list, and a press takes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.people import Person
from domain.values.text import spoken
from handlers.actions.nicknames import spelled_out
from handlers.dialog.alone import line_of_staff
from handlers.dialog.turn import Turn
from handlers.lists.in_words import none_left, whole_load
from handlers.lists.kept import Listing
from handlers.lists.presses import MOST_TICKED
from handlers.lists.show import able, show
from handlers.people.scope import colleagues
from handlers.texts.words import anywhere, asks

LONGEST = 40
"""Letters: whoever says more tells something (ours)."""
ACT = "accept"
BESIDE = (
    "words-load",
    "words-load-filler",
    "words-polite",
)


async def asked(
    turn: Turn,
) -> bool:
    """Whether it was said, and they are shown."""
    if not line_of_staff(turn, LONGEST):
        return False
    others = [one for one in colleagues(turn) if one.id != turn.person.id and one.name]
    written = spelled_out([one.name for one in others], turn.event.text)
    said = spoken(written)
    person = _of_whom(others, said)
    rest = said.replace(spoken(person.name), " ") if person else ""
    marked = anywhere("words-load").search(rest) is not None
    if person is None or not (marked and asks("words-takes-over", rest, *BESIDE)):
        return False
    if await whole_load.written(turn):
        return False
    listing = Listing(turn.unit.next_id("forms"), words=(person.name,))
    cases = await able(turn, listing, ACT, everybodys=True)
    theirs = [one.id for one in cases if one.assignee_id == person.id]
    if theirs:
        ticked = tuple(theirs[:MOST_TICKED])
        await show(turn, replace(listing, ticked=ticked, ticking=True))
    else:
        none_left.tell(turn, ACT, person.name)
    return True


def _of_whom(
    others: Sequence[Person],
    said: str,
) -> Person | None:
    """The only colleague who is named."""
    named = [one for one in others if spoken(one.name) in said]
    return named[0] if len(named) == 1 else None
