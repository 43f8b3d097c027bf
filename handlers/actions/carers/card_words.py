"""What somebody types in place of a card's button, an act with or without words; the numbers of
cases may stand before it or after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from domain.values.number import certain, number_within
from domain.values.numbers_said import (
    Parted,
    counted,
    ending,
    leading,
    listed,
    only_number,
)
from domain.values.several import counted_off
from domain.values.several import leading as at_first
from handlers.actions.card_labels import NAME, beside_numbers, typed_by_staff
from handlers.actions.carers import asked_short
from handlers.actions.carers.act_words import DAYS, ENDS, act_in
from handlers.actions.carers.serials import before
from handlers.actions.carers.turned import turned
from handlers.actions.table import ACTS
from handlers.texts.asking import questioned, unasked
from handlers.texts.words import AFTER, anywhere, asks, one_of, only, words

NO = re.compile(r"^no(?=\s*[0-9])", re.IGNORECASE)
"""Behind an act it is no denial: take no 1."""
NUMBER_SIGNS = ("#", "\uff03")
"""What stands before somebody's number, as before a case's."""

OF_ONE = re.compile(r"(?:(?<=[^\x00-\x7f])|\s+(?:on|for|of)\s+)\s*#?(0[0-9]{3})$")
"""The number behind a length of time: 2 more days on 0001, 延两天0001."""


@dataclass(frozen=True, slots=True)
class Said:
    """The numbers beside the act, the act and its words, '' for what is not there. `among` is a
    number that stands within the words, `bare` the words without it where they end with it; `this`
    whether they point at the case that stands there, `one` whether one of the numbers is meant;
    `asked` whether it is a question, which does nothing by itself.
    """

    numbers: tuple[str, ...] = ()
    act: str = ""
    words: str = ""
    among: str = ""
    bare: str = ""
    this: bool = False
    one: bool = False
    asked: bool = False


NOTHING = Said()


def said_in(text: str) -> Said:
    """What it is of all this, in whatever order; 转给我 takes it. Words that only end as a question
    (问一句 几楼？) are no question about the act. A command is none of it.
    """
    if text.startswith("/"):
        return NOTHING
    found = _in_order(unasked(text)) if questioned(text) else NOTHING
    found = replace(found, asked=True) if does_nothing(found) else _in_order(text)
    alone = found.act == "undo" and not found.numbers
    return NOTHING if alone else found  # what was done last is known elsewhere


def does_nothing(asked: Said) -> bool:
    """Whether nothing but the act was named, or who shall have it."""
    return bool(asked.act) and (not asked.words or ACTS[asked.act].wants == NAME)


def _in_order(text: str) -> Said:
    said = _said_in(turned(text))
    this = anywhere("words-this").search(text.casefold()) is not None
    said = replace(said, this=this)
    if not said.act or ACTS[said.act].wants != NAME:
        return _days_of(said, text)
    if only("words-me", said.words, "words-polite"):
        return replace(said, act="accept", words="")
    number, beside = only_number(said.words)  # 转给李敏 0001
    theirs = _theirs(said.act, said.words)
    if not said.numbers and not theirs and certain(number):
        said = replace(said, numbers=(number,), words=" ".join(beside.split()))
    if asks("words-shows-me", said.words, "words-polite"):
        return NOTHING  # 给我看0001
    whom = re.sub(rf"^{one_of('words-give-to')}\s*", "", said.words)  # 转派给李敏
    whom = _tail().sub("", whom)
    if asks("words-idlest", whom, "words-polite"):
        return replace(said, words="")  # it is asked to whom
    alone = "" if " " in whom else "".join(words("words-particles"))
    return replace(said, words=whom.rstrip(ENDS + alone))


def _days_of(said: Said, text: str) -> Said:
    """2 more days on 0001, 延两天0001: the days are for that one."""
    hit = None if said.numbers else OF_ONE.search(text)
    if hit is None:
        return said
    name, words = act_in(turned(text[: hit.start()]), beside_numbers())
    days = name and ACTS[name].wants in DAYS
    return Said((hit[1],), name, words) if days else said


def _said_in(text: str) -> Said:
    """Beside a number the act may be any that staff do; alone only one of a card's first page, or
    one that says what it needs.
    """
    numbers, rest = _numbered(text)
    if numbers:
        name, said = act_in(turned(rest), beside_numbers())
        if not name:
            bare = _also().sub("", rest, count=1)
            name, said = act_in(turned(bare), beside_numbers())
        if not name and asked_short.put(rest):
            name, said = "ask", asked_short.put(rest)
        return Said(numbers, name, said) if name else NOTHING
    name, said = act_in(text, typed_by_staff())
    behind = _behind(name, said)
    bare_act = name and not (ACTS[name].words or ACTS[name].wants)
    if bare_act and only("words-extend", behind.rest):  # 批准0002延期
        behind = replace(behind, rest="")
    if behind.numbers and ACTS[name].wants != "case":
        return Said(behind.numbers, name, behind.rest)
    if asks("words-split", text, "words-polite"):
        return Said((), "split")
    name, said = act_in(text)
    if not name:
        return NOTHING
    if said and not _theirs(name, said) and not before(said)[1]:
        return Said((before(said)[0],), name)
    bare = counted(said) if ACTS[name].goes_on else ""  # done, 12 lamps
    among = number_within(said) or bare
    return Said((), name, said, among, ending(said).rest)


def _theirs(name: str, said: str) -> bool:
    """Whether it is the number of a colleague: 转给 #12."""
    return ACTS[name].wants == NAME and said[:1] in NUMBER_SIGNS


def _behind(name: str, said: str) -> Parted:
    """The numbers right behind an act. Bare ones count where nothing else may stand there: "I'll
    take 2"; 15号 is a day where one is wanted.
    """
    if name and _theirs(name, said):
        return Parted((), said)
    found = leading(NO.sub("no.", said) if name else said)
    if not name or (found.numbers and ACTS[name].wants not in DAYS):
        return found
    if ACTS[name].wants or ACTS[name].words:
        whole = tuple(one for one in found.numbers if one[0] != "#")
        return Parted(whole, found.rest) if whole else _bare(name, said)
    return Parted(listed(said, 1), "")


def _bare(name: str, said: str) -> Parted:
    """Bare ones before a comma: close 2 and 4, fixed."""
    for comma in re.finditer(r"[,，:：;；]\s*(?=[^\s\d])", said):
        numbers = () if ACTS[name].wants else listed(said[: comma.start()], 1)
        if numbers:
            return Parted(numbers, said[comma.end() :].strip())
    return Parted((), said)


@cache
def _tail() -> re.Pattern[str]:
    """What only asks them to: 转张强处理一下."""
    return re.compile(rf"\s*{one_of('words-hand-on-tail')}$", re.IGNORECASE)


@cache
def _also() -> re.Pattern[str]:
    """2号3号也接, 1和2都给张强, 1号2号我都接了."""
    every = one_of("words-all-of", "words-also", "words-are", "words-myself")
    return re.compile(rf"^(?:{every}{AFTER}*)+", re.IGNORECASE)


def _bare_ones(text: str) -> tuple[tuple[str, ...], str]:
    """1和2都接了, 1、3转给张强: two or more bare ones right before an act."""
    found, rest = at_first(text.strip())
    act = _also().sub("", rest.strip(), count=1) if len(found) > 1 else ""
    counted = counted_off(text.strip().removesuffix(rest))
    if counted or not act or not act_in(turned(act), beside_numbers())[0]:
        return (), text
    return tuple(f"#{one}" for one in found), act


def _numbered(text: str) -> tuple[tuple[str, ...], str]:
    """The numbers with which it begins, or a serial before other words, and the rest."""
    found = leading(text.strip())
    if found.numbers:
        return found.numbers, found.rest
    several, rest = _bare_ones(text)
    if several:
        return several, rest
    serial, rest = before(text)
    return ((serial,), rest) if serial and rest else ((), text)
