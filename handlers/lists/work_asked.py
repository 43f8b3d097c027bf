"""A question of staff about the work, in whatever grammar: 哪些超时了, "which one are late".
What it names narrows the list that answers it: how cases stand, a colleague, a thing.
"""

from __future__ import annotations

from dataclasses import replace

from domain.reading.model import Intent, Reading
from domain.things import word_of
from domain.told_of import names
from domain.values.text import letters
from domain.wanted import LATE, UNASSIGNED, URGENT
from handlers.actions.carers.at_hand import emergency
from handlers.actions.carers.colleagues import near
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.lists import bare, urged
from handlers.lists.kept import Listing
from handlers.lists.show import show
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, plain

LONGEST = 40
"""Letters: whoever says more tells more (ours)."""
SHORTEST_NAME = 2
FILTERS = {
    LATE: "words-is-late",
    UNASSIGNED: "words-is-untaken",
    URGENT: "words-is-urgent",
}
ASKING = (
    "words-open-question",
    "words-asks-work",
    "words-nudge",
    "words-press-on",
    "words-hurry",
)
ASKS = (Intent.STATUS, Intent.COMPLAINT_UNANSWERED)


async def asked(turn: Turn, reading: Reading) -> bool:
    """Whether it was one, and names something. Where something is there is for its filer."""
    return await _asked(turn, reading)


async def beside(turn: Turn, reading: Reading) -> bool:
    """The same beside a report that is open: a thing may be a part of that."""
    return await _asked(turn, reading, of_things=False)


async def while_writing(turn: Turn, reading: Reading, *, asks: bool) -> bool:
    """The same while words for somebody are asked for. Where those may be a question (`asks`) only
    what no rider is asked: which are late, which nobody took.
    """
    said = plain(turn.event.text)
    if asks and not any(
        anywhere(FILTERS[one]).search(said) for one in (LATE, UNASSIGNED)
    ):
        return False
    return await _asked(turn, reading, of_things=False)


async def _asked(
    turn: Turn,
    reading: Reading,
    *,
    of_things: bool = True,
) -> bool:
    said = plain(turn.event.text)
    if not alone(turn) or letters(said) > LONGEST:
        return False
    asks = _asks(said, reading)
    if (asks or questioned(turn.event.text)) and bare.asks_more(turn, said):
        return await bare.asked(turn)
    if not asks:
        return False
    only = tuple(one for one, key in FILTERS.items() if anywhere(key).search(said))
    people = _people(turn, said)
    if len(people) > 1:
        return False  # nobody's cases are of two
    if not only and anywhere("words-asks-of-it").search(said):
        return False
    named = bool(only or people)
    listing = Listing(turn.unit.next_id("forms"), only, words=people)
    if of_things or named:
        listing = await _with_thing(turn, listing, said)
    if not listing.narrowed or await emergency(turn) is not None:
        return False
    listing = replace(listing, said=turn.event.text)
    if not await urged.asked(turn, listing):
        await show(turn, listing)
    return True


def _asks(said: str, reading: Reading) -> bool:
    begins = anywhere("words-yes-or-no").match(said) is not None
    known = begins or (reading.intent in ASKS and reading.said)
    return known or questioned(said, *ASKING)


def _people(turn: Turn, said: str) -> tuple[str, ...]:
    """The colleagues who are named."""
    staff = turn.unit.directory.staff.values()
    others = [one.name for one in staff if one.id != turn.person.id]
    found = [one for one in others if len(one) >= SHORTEST_NAME]
    return tuple(dict.fromkeys(one for one in found if one.lower() in said))


async def _with_thing(turn: Turn, listing: Listing, said: str) -> Listing:
    """With the thing of which it is asked who has it or why it is not done: its word where that
    stands in a case, else what the cases that are about it are filed under.
    """
    asked = listing.narrowed or anywhere("words-asks-work").search(said)
    word = word_of(said) if asked else ""
    about = [one for one in await near(turn) if names(one, said)] if word else []
    if any(word in one.words.casefold() for one in about):
        return replace(listing, words=(*listing.words, word))
    found = {one.category for one in about}
    return replace(listing, category=found.pop()) if len(found) == 1 else listing
