"""A thing in place of a number: 路灯那件我来, 把井盖的转给王芳, "give the lamp one to Zhang". Of
several cases that may be meant it is asked which.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from domain.case import Case
from domain.named import without
from domain.things import things
from domain.told_of import names, told_of
from handlers.actions.carers.act_words import act_of_staff
from handlers.actions.carers.card_words import NOTHING, Said
from handlers.actions.carers.colleagues import near
from handlers.actions.carers.turned import turned
from handlers.actions.doing import refusal_for
from handlers.actions.table import ACTS
from handlers.actions.viewing.in_charge import in_charge
from handlers.dialog.alone import line_of_staff
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn
from handlers.filing.hearing import read_text
from handlers.lists import naming
from handlers.lists.in_words.who_goes import colleagues, spelled
from handlers.texts.words import any_of, anywhere, one_of, words

LONGEST = 40
MOST = 8
SHORTEST = {True: 4, False: 2}
"""Letters of English, or of others (ours)."""


async def said(turn: Turn) -> Said:
    """What was said so, with the numbers of the cases. Raises Refused for a thing that none has."""
    event = turn.event
    if not line_of_staff(turn, LONGEST):
        return NOTHING
    what, act, behind = _parts(event.text.strip().rstrip("。.！!～~").replace("’", "'"))
    # that it is done is asked about before it is answered (`told_fixed`)
    left = anywhere("words-unfixed").search(behind.lower())
    done = act == "resolve" and (not behind or left is not None)
    if not act or done or ACTS[act].wants == "case" or await open_drafts(turn):
        return NOTHING
    cases = await meant(turn, what, act)
    if not cases and things(what):
        raise Refused("queue-nothing", what=what)
    numbers = tuple(one.number for one in cases)
    return Said(numbers, act, behind, one=True) if numbers else NOTHING


def _parts(text: str) -> tuple[str, str, str]:
    """The thing, the act and what is said with it; '' where it is no such line."""
    for pattern in _patterns():
        hit = pattern.fullmatch(text)
        if hit is None:
            continue
        found = hit.groupdict()
        to = f"{min(words('words-hand-on'))} {found.get('whom')}"
        act, behind = act_of_staff(turned(to if "whom" in found else found["act"]))
        if act:
            return found["what"], act, behind
    return "", "", ""


async def meant(turn: Turn, what: str, act: str) -> list[Case]:
    """Those of their areas, and that they carry, which are about it; first of all those to which it
    can be done.
    """
    carried = await in_charge(turn)
    known = {one.id: one for one in (*carried, *await near(turn))}
    cases = [*known.values()]
    told = _there(turn, cases, what) or _theirs(turn, cases, what)
    told = told or _told(turn, cases, what) or _worded(cases, what)
    able = [one for one in told if await refusal_for(turn.scene, one, act) is None]
    return sorted(able or told, key=lambda one: one.id)[:MOST]


def _told(turn: Turn, known: Sequence[Case], what: str) -> list[Case]:
    reading = read_text(turn, what)
    return [
        one
        for one in told_of(known, what, reading)
        if names(one, what) or one.category == reading.category
    ]


def _worded(known: Sequence[Case], what: str) -> list[Case]:
    """Those whose own words hold what has no name of ours: 电动车那个, "scooters"."""
    said = what.strip().casefold()
    long = len(said) >= SHORTEST[said.isascii()]
    return [one for one in known if long and said in one.words.casefold()]


def _there(turn: Turn, known: Sequence[Case], what: str) -> list[Case]:
    """Those in the area that is named and nothing else: 把G01那件给李敏."""
    directory, bare = turn.unit.directory, _in().sub("", what.strip())
    areas = directory.below(naming.areas(turn, bare, whole=True)) if bare else ()
    return [one for one in known if one.area in areas]


def _theirs(turn: Turn, known: Sequence[Case], what: str) -> list[Case]:
    """Those of the only colleague who is named and nothing else: Li's case, 李敏手上那件."""
    named = colleagues(turn, what)
    rest = without(spelled(turn, what), named[0]) if len(named) == 1 else what
    if any(map(str.isalnum, re.sub(one_of("words-of-whom"), "", rest))):
        return []
    staff = turn.unit.directory.staff
    return [
        one
        for one in known
        if one.assignee_id in staff and staff[one.assignee_id].name == named[0]
    ]


@cache
def _in() -> re.Pattern[str]:
    return re.compile(rf"^{one_of('words-where-it-is')}\s*", re.IGNORECASE)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    that = any_of(words("words-that-case")).pattern
    lead = rf"(?:{one_of('words-take', 'words-that-one')}\s*)?(?:the\s+)?"
    what = rf"{lead}(?P<what>.{{1,20}}?)\s*(?:{that})"
    given = (
        rf"{one_of('words-give')}\s+{what}\s+{one_of('words-give-to')}\s+(?P<whom>\S.*)"
    )
    taken = rf"(?P<act>{one_of('words-take-it')})\s+{what}"
    acted = rf"{what}[\s,，:：]*(?P<act>\S.*)"
    return tuple(re.compile(one, re.IGNORECASE) for one in (given, taken, acted))
