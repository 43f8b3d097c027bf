"""谁有空, "who is free", 谁办得最慢: how many open cases each colleague has, of those that who asks
may see, and who is away; the fewest first, or whoever has most that is late.
"""

from __future__ import annotations

from collections import Counter

from domain.case import Case
from domain.lateness import late
from domain.people import Person
from domain.reading.model import Reading
from domain.values.text import letters
from domain.wanted import EVERYTHING
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.lists.found import found
from handlers.people.leave.told import beside_name
from handlers.people.scope import staff_in
from handlers.texts.asking import questioned
from handlers.texts.sentences import Safe
from handlers.texts.words import anywhere, asks, plain

LONGEST = 20
LONGEST_LOAD = 40
MOST = 15
SEVERAL = 2
Loads = Counter[int | None]
"""How many each has, by their number."""


async def asked(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether it was asked who has time, and is answered."""
    said = plain(turn.event.text)
    busy = anywhere("words-busy").search(said) is not None
    counts = anywhere("words-work-core").search(said) is not None
    if alone(turn) and (_of_all(said) or _of_late(said)):
        await _told(turn, [], by_late=_of_late(said))
        return True
    if not alone(turn) or letters(said) > LONGEST or not (busy or counts):
        return False
    people = _colleagues(turn)
    named = [one for one in people if one.name.lower() in said]
    if not busy and len(named) < SEVERAL:  # of one it is a list
        return False
    if not (named or anywhere("words-open-question").search(said)):
        return False
    if named and not questioned(said, "words-open-question", "words-asks-work"):
        return False
    await _told(turn, named)
    return True


def _of_all(
    said: str,
) -> bool:
    """大家手上都有什么, "how many does everybody have"."""
    every = anywhere("words-everybody").search(said) is not None
    asks = anywhere("words-open-question").search(said) is not None
    return every and asks and len(said) <= LONGEST_LOAD


def _of_late(
    said: str,
) -> bool:
    """谁办得最慢: who has most that is late, of how many."""
    slow = anywhere("words-slowest").search(said) is not None
    slow = slow and anywhere("words-a-grid").search(said) is None
    who = anywhere("words-open-question").search(said) is not None
    return slow and who and len(said) <= LONGEST_LOAD


async def too_much(
    turn: Turn,
    reading: Reading,
) -> bool:
    """忙不过来, 分一半给王强: whether some of their load shall go to others, who are shown."""
    rest = plain(turn.event.text)
    if not alone(turn) or len(rest) > LONGEST_LOAD:
        return False
    for one in _colleagues(turn):
        rest = rest.replace(one.name.lower(), " ")
    if not asks("words-too-much", rest, "words-too-much-fill", "words-polite"):
        return False
    await _told(turn, [])
    return True


async def all_told(
    turn: Turn,
) -> None:
    """How many each of the colleagues has."""
    await _told(turn, [])


async def _told(
    turn: Turn,
    named: list[Person],
    by_late: bool = False,
) -> None:
    cases, _ = await found(turn, EVERYTHING)
    loads = Counter(one.assignee_id for one in cases)
    overdue = Counter(one.assignee_id for one in cases if _is_late(turn, one))
    people = named or _colleagues(turn)
    people.sort(key=lambda one: (bool(beside_name(turn, one)), loads[one.id], one.id))
    if by_late:
        people.sort(key=lambda one: (-overdue[one.id], -loads[one.id]))
    _tell(turn, people, loads, overdue if by_late else None)


def _is_late(
    turn: Turn,
    case: Case,
) -> bool:
    return late(case.state, case.due_at, turn.unit.now)


def _colleagues(
    turn: Turn,
) -> list[Person]:
    """Who works in one's own areas."""
    own = turn.unit.directory.below(grant.area for grant in turn.person.grants)
    return staff_in(turn, set(own))


def _tell(
    turn: Turn,
    people: list[Person],
    loads: Loads,
    overdue: Loads | None,
) -> None:
    lines = [turn.say("load-title-late" if overdue is not None else "load-title")]
    for one in people[:MOST]:
        about = {
            "name": one.name,
            "count": loads[one.id],
            "gone": beside_name(turn, one),
        }
        if overdue is None:
            lines.append(turn.say("load-line", **about))
        else:
            lines.append(turn.say("load-line-late", late=overdue[one.id], **about))
    lines.append(turn.say("load-how"))
    turn.reply(Safe("\n".join(lines)))
