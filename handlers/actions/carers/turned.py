"""A line of staff in the order in which a card's words are read, the numbers, the act, then whom:
把0001转给城管, 这个让李敏去, "give 0001 to Zhang".
"""

from __future__ import annotations

import re
from functools import cache

from domain.values.numbers_said import leading
from domain.values.several import places
from handlers.actions.given_days import given_days
from handlers.texts.words import AFTER, one_of, only, words

TIME = (
    r"(?=\d|(?:an?|another|one|two|three|four|five|six|seven|a few|half|the|until|till|next|this"
    r"|tomorrow|tonight|noon|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct"
    r"|nov|dec)|[^\x00-\x7f])"
)
"""What a day or a span may begin with: "for parts" is none."""


def turned(text: str) -> str:
    """The same words in that order; as they stand where they are no such line."""
    said = longer(without_this(without_nod(text.strip())))
    given, let = _given().fullmatch(said), _let().fullmatch(said)
    if given is not None and _cases(given["what"]):
        what = "" if only("words-this", given["what"]) else given["what"]
        return f"{what} {_hand_on()} {given['whom']}".strip()
    if let is None or (let["what"] and not _cases(let["what"])):
        return said
    return f"{let['what'] or ''} {_hand_on()} {let['whom']}".strip()


def longer(said: str) -> str:
    """The case before the days by which it is put off, or before that it is: push the lamp by two
    days, "leave the bin for now", "give Zhang 2 more days on 0001".
    """
    left, time = _left().fullmatch(said), _time_for().fullmatch(said)
    if time is not None and (time["what"] or _cases(time["whom"])):
        what = time["what"] or time["whom"]
        return f"{what} {min(words('words-extend'))} {time['when']}"
    given = given_days(said)
    if given.days and _cases(given.whom):
        return f"{given.whom} {min(words('words-extend'))} {given.days}"
    if left is not None:
        return f"{left['what']} {min(words('words-put-off'))}"
    hit = _longer().fullmatch(said)
    extend = min(words("words-extend"))
    return f"{hit['what']} {extend} {hit['when']}" if hit else said


def to_whom(said: str) -> str:
    """The same as an order where it only says to whom: to Zhang."""
    return _to().sub(f"{_hand_on()} ", said, count=1)


def _cases(what: str) -> bool:
    """Whether it says which cases: these, all, some numbers or places of a list."""
    pointing = only("words-this", what, "words-tick-all")
    return pointing or bool(places(what)) or not leading(what).rest


def without_nod(said: str) -> str:
    """Without what only agrees before the order: ok i'll do the lamp, 行，转给张强."""
    return _nod().sub("", said, count=1)


def without_this(said: str) -> str:
    """Without what only points at the case before it."""
    return _this().sub("", said, count=1) or said


def _hand_on() -> str:
    return min(words("words-hand-on"))


@cache
def _nod() -> re.Pattern[str]:
    return re.compile(rf"^{one_of('words-nod')}{AFTER}+(?=\w)", re.IGNORECASE)


@cache
def _this() -> re.Pattern[str]:
    pointing = (
        rf"(?:{one_of('words-take')}{AFTER}*)?(?:{one_of('words-this')}{AFTER}*)?"
    )
    return re.compile(f"^{pointing}", re.IGNORECASE)


@cache
def _to() -> re.Pattern[str]:
    return re.compile(rf"^{one_of('words-give-to')}\s*", re.IGNORECASE)


@cache
def _given() -> re.Pattern[str]:
    """What is given to whom, the verb before it."""
    give, to = one_of("words-give"), one_of("words-give-to")
    what = r"(?P<what>.+?)(?:\s+over)?"
    return re.compile(rf"{give}\s+{what}\s+{to}\s+(?P<whom>.+)", re.IGNORECASE)


@cache
def _longer() -> re.Pattern[str]:
    push, by = one_of("words-extend-first"), one_of("words-extend-by")
    what = r"(?:the\s+)?(?P<what>\S.*?)"
    when = rf"(?P<when>{TIME}.*)"
    return re.compile(rf"{push}\s+(?!{by}\s){what}\s+{by}\s+{when}", re.IGNORECASE)


@cache
def _time_for() -> re.Pattern[str]:
    """More time for somebody's case, or for the case: give 0001 2 more days."""
    when = r"(?P<when>(?:\d+|an?|one|two|three|four|five|a few) (?:more )?(?:hour|day|week)s?)"
    whom, what = r"(?P<whom>\S+?)(?:'s)?", r"(?:the\s+)?(?P<what>\S.{0,30}?)"
    give = one_of("words-give", "words-let")
    have = r"(?:(?:have|has)\s+)?"
    lead = rf"{give}\s+{whom}\s+{have}{when}(?:\s+more)?"
    return re.compile(rf"{lead}(?:\s+(?:on|for|with)\s+{what})?", re.IGNORECASE)


@cache
def _left() -> re.Pattern[str]:
    leave, now = one_of("words-leaves"), one_of("words-for-now")
    what = r"(?:the\s+)?(?P<what>\S.{0,30}?)"
    return re.compile(rf"{leave}\s+{what}(?:\s+{now})?", re.IGNORECASE)


@cache
def _let() -> re.Pattern[str]:
    """Who shall do it."""
    let, go = one_of("words-let"), one_of("words-let-go")
    what = rf"(?:{AFTER}*(?P<what>\S.*))?"
    return re.compile(rf"{let}\s*(?P<whom>\S+?)\s*{go}{what}", re.IGNORECASE)
