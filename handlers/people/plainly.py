"""What staff say in plain words in place of /duty and /away: 谁值班, 谁是 G01 的网格员, 销假."""

from __future__ import annotations

import string

from domain.people import Person, Role
from domain.reading.model import Reading
from domain.values.number import case_number, certain
from domain.values.text import letters
from handlers.actions.asking.commands import find
from handlers.actions.carers.act_words import ENDS
from handlers.actions.viewing.whose import say_whose
from handlers.casework import phrases
from handlers.casework.called import called
from handlers.dialog.turn import Turn
from handlers.people.duty import turns
from handlers.people.leave import away
from handlers.people.leave.told import beside_name
from handlers.people.naming import named
from handlers.people.scope import everywhere, near, staff_in
from handlers.texts.sentences import Safe
from handlers.texts.words import anywhere, asks, plain, words

BESIDE = ("words-polite", "words-today")
LONGEST = 30
LETTERS = string.ascii_uppercase


async def on_duty(turn: Turn, reading: Reading) -> bool:
    """谁值班: what /duty shows."""
    said = turn.event.text.strip()
    bare = anywhere("words-these-days").sub("", said)  # 谁今天休息
    beside = ("words-polite", "words-these-days")
    there = _without_area(turn, said)
    if not any(asks("words-on-duty", one, *beside) for one in (said, bare, there)):
        return False
    await turns.duty(turn, "")
    return True


def _without_area(turn: Turn, said: str) -> str:
    """谁值班 of G01今天谁值班: the roster names each one's area."""
    name, count = anywhere("words-on-duty").subn(" ", plain(said))
    for fill in ("words-these-days", "words-who-has-fill"):
        name = anywhere(fill).sub(" ", name)
    name = " ".join(name.strip(ENDS).split())
    found = {*called(turn.unit.directory, name), *_counted(turn, name)}
    named = count and found & {*near(turn)}
    return min(words("words-on-duty")) if named else said


def _counted(turn: Turn, name: str) -> list[str]:
    """The grids of this number: "grid 1" is G01."""
    number = anywhere("words-a-grid").sub("", name).strip().lstrip("0")
    areas = turn.unit.directory.areas
    return [
        code for code in areas if number and code.strip(LETTERS).lstrip("0") == number
    ]


async def starts_duty(turn: Turn, reading: Reading) -> bool:
    """上班: what /duty on does; it ends a leave first. 今晚我值班 is not now: hours are asked."""
    if not asks("words-starts-duty", turn.event.text, *BESIDE):
        return False
    if anywhere("words-tonight").search(plain(turn.event.text)):
        turn.reply(turn.say("turn-tonight", name=turn.person.name))
        return True
    if await _is_away(turn):
        await away.away(turn, min(words("words-back")))
    else:
        await turns.duty(turn, min(words("words-on")))
    return True


async def off_duty(turn: Turn, reading: Reading) -> bool:
    """下班: what /duty off does."""
    if not asks("words-off-duty", turn.event.text, *BESIDE, "words-off-duty-beside"):
        return False
    await turns.duty(turn, min(words("words-off")))
    return True


async def back(turn: Turn, reading: Reading) -> bool:
    """销假: they are there again; whoever took no leave hears that there is none."""
    if not asks("words-at-work", turn.event.text, *BESIDE):
        return False
    if await _is_away(turn):
        await away.away(turn, min(words("words-back")))
    else:
        turn.reply(turn.say("away-none"))
    return True


async def _is_away(turn: Turn) -> bool:
    person = await turn.unit.people.get(turn.person.id) or turn.person
    until = person.away_until
    return until is not None and until > turn.unit.now


async def who_has(turn: Turn, reading: Reading) -> bool:
    """谁是 G01 的网格员: whoever has a role there, as far as that is near."""
    said = turn.event.text.strip().lower().replace("’", "'")
    if letters(said) > LONGEST or not anywhere("words-who-has").search(said):
        return False
    if turn.person.has(Role.ADMIN) and anywhere("words-say-people").search(said):
        return False  # /people tells them more
    name = anywhere("words-who-has").sub(" ", said)
    name = " ".join(anywhere("words-who-has-fill").sub(" ", name).split())
    serial = name.strip(ENDS)
    if certain(serial) or case_number(serial):
        await say_whose(turn, await find(turn, serial))
        return True
    seen = turn.unit.directory.areas if everywhere(turn) else near(turn)
    found = (
        [one for one in called(turn.unit.directory, name) if one in seen]
        if name
        else []
    )
    if len(found) != 1:
        return False
    people = staff_in(turn, {found[0]})
    area = phrases.area(turn.unit, found[0], turn.language)
    lines = [turn.say("who-has" if people else "who-has-none", area=area)]
    lines += [_line(turn, person, found[0]) for person in people]
    turn.reply(Safe("\n".join(lines)))
    return True


def _line(turn: Turn, person: Person, area: str) -> Safe:
    roles = [named(turn, grant) for grant in person.grants if grant.area == area]
    gone = beside_name(turn, person)
    shown = phrases.listed(turn.language, roles)
    return turn.say("who-has-line", name=person.name, roles=shown, gone=gone)
