"""王强在吗, "is Wang in today": whether a colleague is on leave or on duty, and how many they
carry.
"""

from __future__ import annotations

from domain.people import Person
from domain.reading.model import Reading
from domain.values.text import letters
from handlers.casework import phrases
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.people.leave.told import beside_name
from handlers.people.scope import colleagues
from handlers.texts.asking import questioned
from handlers.texts.sentences import Safe
from handlers.texts.words import asks, begins, plain

LONGEST = 30
SHORTEST_NAME = 2
FILL = ("words-is-here-fill", "words-today", "words-yes-or-no", "words-polite")


async def asked(turn: Turn, reading: Reading) -> bool:
    """Whether that was asked of somebody near, and is answered; of two of one name for each."""
    said = plain(turn.event.text)
    question = questioned(said, "words-yes-or-no") or begins("words-yes-or-no", said)
    if not (alone(turn) and question) or letters(said) > LONGEST:
        return False
    names = {one.name.lower() for one in colleagues(turn)}
    named = [one for one in names if len(one) >= SHORTEST_NAME and one in said]
    rest = said.replace(named[0], " ") if len(named) == 1 else ""
    if not rest or not asks("words-is-here", rest, *FILL):
        return False
    lines = [_line(turn, one) for one in colleagues(turn) if one.name.lower() in named]
    turn.reply(Safe("\n".join(lines)))
    return True


def _line(turn: Turn, person: Person) -> Safe:
    """With the area, which tells apart who is called alike."""
    now = turn.unit.now
    on_duty = any(
        one.person_id == person.id and one.starts_at <= now < one.ends_at
        for one in turn.unit.directory.shifts
    )
    key = "is-here-duty" if on_duty else "is-here"
    areas = dict.fromkeys(grant.area for grant in person.grants)
    where = [phrases.area(turn.unit, one, turn.language) for one in areas]
    about = {"name": person.name, "area": phrases.listed(turn.language, where)}
    gone = beside_name(turn, person)
    count = turn.unit.cases.carries(person.id)
    if person.away(now):
        return turn.say("is-gone", gone=gone, count=count, **about)
    return turn.say(key, gone=gone, count=count, **about)
