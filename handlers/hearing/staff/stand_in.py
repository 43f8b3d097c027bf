"""张强替我, "can somebody cover for me", 我和张强换班: what one carries to a colleague by one
press, leave for the days that are named, or who has time.
"""

from __future__ import annotations

from domain.people import Person
from handlers.dialog.alone import line_of_staff
from handlers.dialog.turn import Refused, Turn
from handlers.hearing.staff.by_name import by_whole_names
from handlers.lists.in_words import whole_load
from handlers.lists.show import possible
from handlers.people import loads, off
from handlers.people.leave import rights
from handlers.people.scope import colleagues
from handlers.texts.words import anywhere, plain

LONGEST = 40
"""Letters: whoever says more tells something (ours)."""
MOST = 500


async def asked(turn: Turn) -> bool:
    """Whether it was said, and nothing else. Raises Refused where they carry nothing."""
    if not line_of_staff(turn, LONGEST):
        return False
    said = plain(by_whole_names(turn))
    swaps = anywhere("words-swaps-shift").search(said) is not None
    if not (swaps or anywhere("words-stands-in").search(said)):
        return False
    far = rights.far_named(turn, said)
    if far is not None:
        turn.reply(turn.say("stand-in-far", name=far.name))
        return True
    person, left = _named(turn, said)
    for key in ("words-stands-in", "words-swaps-shift", "words-stands-in-fill"):
        left = anywhere(key).sub(" ", left)
    left = " ".join(left.strip(" 。.！!?？,，").split())
    if left and not await off.offered(turn, left, person):
        return False
    if left:
        return True
    if swaps:
        turn.reply(turn.say("swap-how"))
    elif person is None:
        await loads.all_told(turn)
    else:
        await _all_to(turn, person)
    return True


async def _all_to(turn: Turn, person: Person) -> None:
    carried = await turn.unit.cases.carried_by(turn.person.id, MOST)
    cases = await possible(turn, carried, "hand_on")
    if not cases:
        raise Refused("refuse-no-load", name=turn.person.name)
    await whole_load.ask(turn, None, cases, person.name)


def _named(turn: Turn, said: str) -> tuple[Person | None, str]:
    """The only colleague who is named, and the rest."""
    others = [one for one in colleagues(turn) if one.id != turn.person.id]
    named = [one for one in others if one.name and plain(one.name) in said]
    for one in named:
        said = said.replace(plain(one.name), " ")
    return (named[0] if len(named) == 1 else None), said
