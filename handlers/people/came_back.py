"""李敏回来了, 恢复李敏, "Li is back": the leave of a colleague ends, by who leads them."""

from __future__ import annotations

from domain.people import Person
from domain.reading.model import Reading
from domain.values.text import (
    letters,
    spoken,
)
from handlers.dialog.alone import line_of_staff
from handlers.dialog.turn import (
    Refused,
    Turn,
)
from handlers.people.leave.away import away
from handlers.people.scope import (
    HEADS,
    areas_of,
    colleagues,
)
from handlers.texts.asking import questioned
from handlers.texts.words import (
    anywhere,
    asks,
    words,
)

LONGEST = 30
"""Letters: whoever says more tells something (ours)."""


async def asked(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether it was said of one colleague, or with one's own name. Raises Refused where that is
    not theirs to say.
    """
    said = spoken(turn.event.text)
    if not line_of_staff(turn, LONGEST) or questioned(said):
        return False
    if anywhere("words-yes-or-no").match(said):
        return False  # is Li back
    near = [one for one in colleagues(turn) if one.name]
    named = [one for one in near if spoken(one.name) in said]
    rest = said.replace(spoken(named[0].name), " ") if len(named) == 1 else ""
    if not letters(rest) or not asks("words-came-back", rest, "words-polite"):
        return False
    await _there_again(turn, named[0])
    return True


async def _there_again(
    turn: Turn,
    person: Person,
) -> None:
    person = await turn.unit.people.get(person.id) or person
    mine = person.id == turn.person.id
    if person.away_until is None or person.away_until <= turn.unit.now:
        key = "away-none" if mine else "away-none-of"
        return turn.reply(turn.say(key, name=person.name))
    if not mine and not areas_of(turn, *HEADS):
        raise Refused("refuse-away-other", name=person.name)
    back = min(words("words-back"))
    await away(turn, back if mine else f"#{person.id} {back}")
