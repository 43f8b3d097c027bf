"""All but some: 除了0002都办好了, "take all but 3", "everything except 4 is done". They are those
that are ticked, that the list shows, or that they carry.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from domain.case import Case
from domain.things import word_of
from domain.told_of import names
from domain.values.numbers_said import leading
from domain.values.several import leading as places_first
from handlers.actions.card_labels import beside_numbers
from handlers.actions.carers.act_words import act_in, act_of_staff
from handlers.actions.carers.card_words import NOTHING, Said
from handlers.actions.carers.turned import to_whom, turned
from handlers.actions.doing import refusal_for
from handlers.actions.table import ACTS
from handlers.dialog.alone import line_of_staff
from handlers.dialog.turn import Refused, Turn
from handlers.lists.kept import Listing
from handlers.lists.typed import shown
from handlers.texts.words import AFTER, any_of, anywhere, one_of, words

LONGEST = 80
MOST = 50


async def said(turn: Turn) -> Said:
    """What was said so, with the numbers of the others to which it can be done. Raises Refused
    where there are none.
    """
    event = turn.event
    if not line_of_staff(turn, LONGEST):
        return NOTHING
    hit = anywhere("words-except").search(event.text.lower())
    if hit is None:
        return NOTHING
    before, behind = event.text[: hit.start()], event.text[hit.end() :].strip()
    listing = await shown(turn)
    act, words, left = _read(before, behind)
    if not act or not ACTS[act].together:
        return NOTHING
    for scope in await _scopes(turn, listing):
        cases = [one for one in scope if not _is(one, listing, left)]
        able = await _able(turn, cases, act)
        if able:
            return Said(tuple(one.number for one in able), act, words)
    raise Refused("refuse-all-but")


Left = tuple[str, ...] | tuple[int, ...]


def _read(before: str, behind: str) -> tuple[str, str, Left]:
    """The act, its words, and which cases are left out: by numbers, or by places of the list, or
    by the word of their thing.
    """
    named, word = leading(behind), word_of(behind)
    at, rest = places_first(behind)
    if word and not (named.numbers or at):
        less = _beside(word).sub(" ", behind.lower(), count=1)
        return *_act(f"{before} {less}".strip()), (word,)
    if named.numbers:
        return *_act(f"{before} {named.rest}"), named.numbers
    return (*_act(f"{before} {rest}"), tuple(at)) if at else ("", "", ())


def _act(text: str) -> tuple[str, str]:
    """What is done to the others: 其他的都给张强 is 给张强, 都办好了 is itself."""
    said, cut = _give().sub("", text.strip(" ,，、")), ""
    while said != cut:
        line = turned(to_whom(said))
        for act, left in (act_of_staff(line), act_in(line, beside_numbers())):
            if act:
                return act, left
        cut, said = said, _others().sub("", said, count=1)
    return "", ""


def _is(case: Case, listing: Listing | None, left: Left) -> bool:
    """Whether it is one of those. A bare figure is a place where the list has so many, else the
    end of a number.
    """
    serial = int(case.number.split("-")[1])
    places = listing.shown if listing else ()
    for one in left:
        if isinstance(one, str) and not any(map(str.isdecimal, one)):
            same = names(case, one)
        elif isinstance(one, str):
            bare = one.lstrip("#")
            same = case.number == one or (bare.isdecimal() and serial == int(bare))
        else:
            same = places[one - 1] == case.id if one <= len(places) else serial == one
        if same:
            return True
    return False


async def _scopes(turn: Turn, listing: Listing | None) -> list[list[Case]]:
    """What is ticked, what is shown; without a list what they carry."""
    if listing is None or not listing.shown:
        return [await turn.unit.cases.carried_by(turn.person.id, MOST)]
    ids = (listing.ticked, listing.shown)
    found = [[await turn.unit.cases.get(one) for one in some] for some in ids]
    return [[one for one in some if one is not None] for some in found]


async def _able(turn: Turn, cases: Sequence[Case], act: str) -> list[Case]:
    return [one for one in cases if await refusal_for(turn.scene, one, act) is None]


def _beside(word: str) -> re.Pattern[str]:
    """A thing with what stands beside it, and says nothing of it: 那个, "the … one"."""
    beside = any_of(words("words-that-case") | words("words-which-beside")).pattern
    return re.compile(rf"(?:{beside}|\s)*{re.escape(word)}(?:{beside}|\s)*")


@cache
def _give() -> re.Pattern[str]:
    """What stands before the exception, and is said by the rest: "give all but 3 to Zhang"."""
    give, to = one_of("words-give"), one_of("words-give-to")
    return re.compile(rf"^{give}\s+(?={to}\s)", re.IGNORECASE)


@cache
def _others() -> re.Pattern[str]:
    said = one_of("words-except-beside", "words-tick-all", "words-take")
    return re.compile(rf"^{said}{AFTER}*", re.IGNORECASE)
