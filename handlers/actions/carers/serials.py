"""A case that is named by the bare serial of its number: 0002 alone, or with what is said of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from domain.case import Case
from domain.offers import NUMBERED, Offered
from domain.open_offers import case_of
from domain.values.number import certain, leading, numbers
from domain.values.numbers_said import only_number, within
from domain.values.text import letters
from handlers.actions.asking.commands import none_such, seen_as, this_year
from handlers.actions.emergencies import help_comes
from handlers.actions.viewing.showing import open_case
from handlers.actions.viewing.whose import numbered
from handlers.dialog.turn import Turn
from handlers.texts.words import AFTER, anywhere, one_of, only, plain

LONGEST = 40
"""Letters of a question about a case: whoever says more tells more (ours)."""


def before(text: str) -> tuple[str, str]:
    """The serial with which words begin, and the rest; '' and the words where there is none: 120
    来了 tells who comes.
    """
    if help_comes.told().match(plain(text)):
        return "", text.strip()
    serial, rest = leading(text)
    sign = _sign().match(rest) if serial else None
    if sign:
        serial, rest = f"#{serial.lstrip('#')}", rest[sign.end() :]
    return serial, re.sub(f"^{AFTER}+", "", rest)


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(rf"\s*{one_of('words-number-sign')}")


@cache
def _asking() -> re.Pattern[str]:
    """What only asks to see it."""
    return re.compile(rf"^(?:{one_of('words-list-filler')}\s*)+")


def among(turn: Turn, cases: Sequence[Case], said: str) -> tuple[Case, ...]:
    """Those that the words name by a number, whole or with its sign, or by a serial before them."""
    named = [*within(said)] or [one for one in (before(said)[0],) if certain(one)]
    meant = [one for number in named for one in numbers(number, this_year(turn))]
    return tuple(one for one in cases if one.number in meant)


def in_line(offered: Offered | None, serial: str) -> int | None:
    """The case in the line of the choices that stand last which has this number."""
    for choice in offered.choices if offered and not certain(serial) else ():
        line = NUMBERED.fullmatch(choice.label)
        if line is not None and line[1] == serial:
            return case_of(choice.data)
    return None


def opened(offered: Offered | None) -> int | None:
    """The case of the card that was asked for and stands last in a chat; None where something else
    was said or told since.
    """
    if offered is None or offered.notice:
        return None
    card = f"c:{offered.case_id}:more"
    shown = any(choice.data == card for choice in offered.choices)
    return offered.case_id if shown else None


def refuse(turn: Turn, said: str) -> None:
    """Raises Refused where nothing is said but a serial that nothing has."""
    serial, rest = before(said)
    if serial and not rest:
        raise none_such(turn, serial.lstrip("#"))


async def _how_it_stands(turn: Turn) -> bool:
    """Whether it was asked why one that is named is not done, and it was shown."""
    said = turn.event.text.strip()
    if letters(said) > LONGEST or not anywhere("words-why-not-done").search(
        plain(said)
    ):
        return False
    number = only_number(said)[0]
    named = within(said) or ((number,) if number else ())
    found = await seen_as(turn, named[0]) if len(named) == 1 else ()
    if len(found) == 1:
        await open_case(turn, found[0], "")
    return len(found) == 1


async def asked(turn: Turn) -> bool:
    """Whether nothing but a serial was said, and is answered: with the case, or which of several.
    One that may be any number counts where there is a case of it.
    """
    if turn.person.staff and await _how_it_stands(turn):
        return True
    said = _asking().sub("", turn.event.text.strip().lower())
    serial, rest = before(said)
    asks = not rest or (turn.person.staff and only("words-list-filler", rest))
    if not (serial and asks and (turn.person.staff or certain(serial))):
        return False
    found = await seen_as(turn, serial)
    if len(found) == 1:
        await open_case(turn, found[0], "")
    elif found:
        turn.reply(turn.say("which-case"), numbered(turn, found, "open"))
    return bool(found)
