"""An act beside places of the list that stands last: 3号的转给张强, 2和3 接单, 第一个我去处理,
"I'll take 1". Beside all, or beside nothing while some are ticked, it is for those.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from domain.case import Case
from domain.values.several import first_ones, leading, places
from handlers.actions import choices
from handlers.actions.carers.act_words import DAYS, act_of_staff
from handlers.actions.carers.card_words import NOTHING, Said, said_in
from handlers.actions.carers.serials import opened
from handlers.actions.carers.turned import turned
from handlers.actions.table import ACTS
from handlers.dialog.alone import line_of_staff
from handlers.dialog.turn import Turn
from handlers.lists.at_places import at_places
from handlers.lists.kept import Listing
from handlers.lists.typed import shown
from handlers.texts.words import AFTER, one_of, only

LONGEST = 60


async def said(turn: Turn) -> Said:
    """What was said so, with the numbers of the cases. Raises Refused where the list is shorter."""
    event = turn.event
    if not line_of_staff(turn, LONGEST):
        return NOTHING
    listing = await shown(turn)
    if listing is None or not listing.shown:
        return NOTHING
    text = _all_counted(turned(first_ones(event.text)), listing)
    ticks = () if await _opened(turn) else listing.ticked
    found = await _placed(turn, listing, text) or _of_all(listing, ticks, text)
    if found is None or ACTS[found[1]].wants == "case":
        return NOTHING
    ids, act, words = found
    cases = [await turn.unit.cases.get(one) for one in ids]
    return Said(tuple(case.number for case in cases if case), act, words)


def _all_counted(text: str, listing: Listing) -> str:
    """3个都我来 of three is all of them, and not the third."""
    hit = _counted().match(text)
    if hit is None:
        return text
    return text[hit.end() :] if int(hit[1]) == len(listing.shown) else ""


@cache
def _counted() -> re.Pattern[str]:
    """How many, where the same is said of all."""
    pieces, every = one_of("words-pieces"), one_of("words-all-of")
    number = r"([1-9][0-9]?)"
    return re.compile(rf"{number}\s*{pieces}(?={every})")


Found = tuple[Sequence[int], str, str]


async def _opened(turn: Turn) -> bool:
    """Whether a case was opened below the list: then an act alone is for that."""
    return opened(await turn.unit.offers.last(turn.private)) is not None


def _of_all(
    listing: Listing,
    ticks: Sequence[int],
    text: str,
) -> Found | None:
    """All of it, or what is ticked; of these any act counts, which may ask for which one."""
    act, words = act_of_all(text)
    if act and ACTS[act].together:
        return ticks or listing.shown, act, words
    plain = said_in(text)
    if not ticks or plain.numbers or plain.among:
        return None
    act, words = (plain.act, plain.words) if plain.act else act_of_staff(text)
    return (ticks, act, words) if act else None


def act_of_all(text: str) -> tuple[str, str]:
    """What is done to all: 全部接单, 都给张强, "take all". 都办好了 alone may be of others."""
    rest = _all().sub("", text, count=1)
    act, words = act_of_staff(turned(_are(rest))) if rest != text else ("", "")
    if act:
        return act, words
    act, words = act_of_staff(text)
    if act and only("words-tick-all", words, "words-all-of"):
        return act, ""
    text = _these().sub("", text, count=1)
    rest = all_of().sub("", text, count=1)
    act, words = act_of_staff(turned(rest)) if rest != text else ("", "")
    return (act, words) if act != "resolve" else ("", "")


async def _placed(turn: Turn, listing: Listing, text: str) -> Found | None:
    """Places before the act, or behind it."""
    at, rest = leading(text)
    serials = _sign().sub("", rest, count=1)
    said = all_of().sub("", serials.strip(), count=1)
    act, words = act_of_staff(said) if at else ("", "")
    if act:
        return await _ids(turn, listing, at, serials != rest), act, words
    act, words = act_of_staff(text)
    at, rest = places(words) if act else [], ""
    if act and not at and ACTS[act].wants in DAYS:
        at, rest = await _before_a_day(turn, listing, act, words)
    return (await _ids(turn, listing, at), act, rest) if at else None


async def _before_a_day(
    turn: Turn, listing: Listing, act: str, words: str
) -> tuple[list[int], str]:
    """暂缓3 到周五: places before the day; 3天 is a day alone."""
    at, rest = leading(words)
    case = await turn.unit.cases.get(listing.shown[0]) if at else None
    wants = ACTS[act].wants
    day = rest.strip()
    if case is None or not choices.names(turn, case, wants, day):
        return [], ""
    length = (
        choices.names(turn, case, wants, words)
        and not choices.given(turn, case, wants, words)[1]
    )
    return ([], "") if length else (at, day)


async def _ids(
    turn: Turn, listing: Listing, at: Sequence[int], serials: bool = False
) -> list[int]:
    """The cases at these places. 3号 is the one whose number ends so, where that is shown."""
    known = [await turn.unit.cases.get(one) for one in listing.shown]
    cases = {_serial(case): case.id for case in known if case is not None}
    if serials and all(one in cases for one in at):
        return [cases[one] for one in at]
    return await at_places(turn, listing, at)


def _serial(case: Case) -> int:
    return int(case.number.split("-")[1])


def _are(said: str) -> str:
    """Without what only stands before how they are."""
    return re.sub(rf"^{one_of('words-are')}{AFTER}*", "", said, flags=re.IGNORECASE)


@cache
def _all() -> re.Pattern[str]:
    return re.compile(rf"^{one_of('words-tick-all')}{AFTER}*", re.IGNORECASE)


@cache
def _these() -> re.Pattern[str]:
    """How many they are and who does it: 这三个我都接了."""
    counted = rf"(?:(?:{one_of('words-take')})?{one_of('words-counted-cases')})?"
    return re.compile(rf"^{counted}{one_of('words-me')}(?={one_of('words-all-of')})")


@cache
def all_of() -> re.Pattern[str]:
    every = one_of("words-all-of", "words-are")
    return re.compile(rf"^(?:{every}{AFTER}*)+", re.IGNORECASE)


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(rf"^\s*{one_of('words-number-sign')}")
