"""A thing and what shall become of its case, with nothing that points at one: 路灯我来, 垃圾给张强,
"i take the lamp", "give lamp to Zhang". It counts where an open case of theirs is about that very
thing; of what nobody has filed it is no order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from domain.case import Case
from domain.things import names_one
from handlers.actions.carers.act_words import act_of_staff
from handlers.actions.carers.card_words import NOTHING, Said
from handlers.actions.carers.to_him import is_pronoun
from handlers.actions.carers.turned import longer, without_nod
from handlers.actions.nicknames import familiar
from handlers.dialog.alone import line_of_staff
from handlers.dialog.turn import Turn
from handlers.lists.in_words import by_thing, who_goes
from handlers.texts.words import AFTER, any_of, anywhere, one_of, only, words

LONGEST = 40
SHORTEST = 2
"""Letters of a word of a case that may stand for it (ours)."""
LONGEST_THING = 16
ENDS = "。.！!～~ "
BEHIND = ("return", "extend", "hold", "supervise", "ask", "tell", "note", "raise")
"""What may be done to a case that nothing but its thing names, beside taking and giving it."""


async def said(turn: Turn) -> Said:
    """What was said so, with the numbers of the cases."""
    event = turn.event
    if not line_of_staff(turn, LONGEST):
        return NOTHING
    bare = without_nod(event.text.strip().rstrip(ENDS).replace("’", "'"))
    text = longer(_asked_for().sub("", bare, count=1) or bare)
    for what, whom, first in _parted(text):
        found = _act(turn, whom)
        told = await _told(turn, what, found, first)
        if told.act:
            return told
    what, whom = who_goes.thing_and_who(turn, text)
    told = await _told(turn, what, Said((), "hand_on", whom), True)
    if told.act:
        return told
    what, found = _led(text)
    return await _told(turn, what, found, False) if found.act else NOTHING


async def _told(turn: Turn, what: str, found: Said, first: bool) -> Said:
    """The act for the case of that thing, or for those of several: 路灯和地砖都给张强."""
    whats = _several().split(what) if found.act and what else []
    numbers: list[str] = []
    for one in filter(None, whats):
        cases = await _cases(turn, one, found.act, first and len(whats) == 1)
        if not cases or (len(whats) > 1 and len(cases) > 1):
            return NOTHING
        numbers += [case.number for case in cases]
    one = len(whats) == 1
    return replace(found, numbers=tuple(numbers), one=one) if numbers else NOTHING


def _led(text: str) -> tuple[str, Said]:
    """A thing and the words of another button behind it: 路灯退回, 路灯延两天."""
    for end in range(min(len(text), LONGEST_THING), 0, -1):
        what = text[:end].strip()
        if _names(what):
            act, beside = act_of_staff(text[end:].strip())
            if act in BEHIND:
                return what, Said((), act, beside)
    return "", NOTHING


def _parted(text: str) -> Iterator[tuple[str, str, bool]]:
    """What may be the thing, to whom it goes, '' for who speaks, and whether it stands first."""
    for pattern in _patterns():
        hit = pattern.fullmatch(text)
        if hit is not None:
            what, whom = hit["what"].strip(), hit.groupdict().get("whom") or ""
            yield what, whom.strip(), hit.start("what") == 0


def _act(turn: Turn, whom: str) -> Said:
    if not whom or only("words-me", whom, "words-polite"):
        return Said((), "accept")
    names = _receivers(turn)
    known = (
        is_pronoun(whom)
        or whom.casefold() in names
        or any(familiar(one, whom) for one in names)
    )
    return Said((), "hand_on", whom) if known else NOTHING


def _receivers(turn: Turn) -> set[str]:
    """What colleagues, offices and posts are called."""
    directory, setup = turn.unit.directory, turn.setup
    names = [one.name for one in directory.staff.values()]
    for office in directory.offices:
        names += [office.name, office.code]
    names += [setup.post(post, turn.language) for post in setup.posts]
    return {one.casefold() for one in names}


async def _cases(turn: Turn, what: str, act: str, first: bool) -> list[Case]:
    """The cases that are about it, first those to which this can be done. Words that stand first
    may be any of a case's own.
    """
    what = _also().sub("", what)
    bare = _thing(_owner(turn).sub("", what.casefold(), count=1).strip())
    named = _names(bare)
    bad = anywhere("words-gone-bad").search(bare) is not None
    if not named and (bad or not first or len(bare) < SHORTEST):
        return []
    found = await by_thing.meant(turn, bare, act)
    return [one for one in found if named or bare in one.words.casefold()]


def _names(what: str) -> bool:
    """Whether it is a thing, or what one is in: the bin."""
    kept_in = what.casefold() in words("words-kept-in")
    return kept_in or names_one(what) or names_one(_kept_in().sub("", what))


def _thing(what: str) -> str:
    """The thing of which it is said how it is and where: "broken street lamp at the gate"."""
    said = _where().split(what, maxsplit=1)[0]
    bare = " ".join(_how().sub(" ", said).split())
    return bare if names_one(bare) else what


def _owner(turn: Turn) -> re.Pattern[str]:
    """Whose it is now: 张强的路灯."""
    staff = turn.unit.directory.staff.values()
    names = "|".join(re.escape(one.name.casefold()) for one in staff)
    return re.compile(rf"(?:{names})\s*{one_of('words-of-whom')}\s*")


@cache
def _kept_in() -> re.Pattern[str]:
    """What a thing is in: 垃圾桶, "rubbish bin"."""
    return re.compile(rf"\s*{one_of('words-kept-in')}$", re.IGNORECASE)


@cache
def _also() -> re.Pattern[str]:
    """井盖也给他."""
    return re.compile(rf"\s*{one_of('words-also')}$", re.IGNORECASE)


@cache
def _asked_for() -> re.Pattern[str]:
    """What begins an order politely."""
    return re.compile(rf"^(?:{one_of('words-order-begins')}{AFTER}+)+", re.IGNORECASE)


@cache
def _how() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of('words-gone-bad', 'words-of-a-thing')})\b")


@cache
def _where() -> re.Pattern[str]:
    return re.compile(rf"\s+{one_of('words-where-it-is')}\s+")


@cache
def _several() -> re.Pattern[str]:
    """Between things, and what says that all of them are meant."""
    both = one_of("words-all-of", "words-both-of-them")
    between = any_of(words("words-order-between")).pattern
    return re.compile(rf"\s*(?:{both}\s*$|{between}|[、,，&+])\s*", re.IGNORECASE)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    article = rf"(?:{one_of('words-take', 'words-that-one')}\s*)?(?:the\s+|a\s+)?"
    what = rf"{article}(?P<what>\S.{{0,15}}?|[ -~]{{1,45}}?)"
    behind = one_of("words-let-go", "words-polite", "words-take")
    after = rf"(?:{AFTER}*{behind})*"
    take, give, to = (
        one_of("words-take-it"),
        one_of("words-give"),
        one_of("words-give-to"),
    )
    short, does = one_of("words-goes-to"), one_of("words-does")
    lines = (
        rf"{what}[\s,，:：]*{take}{after}",
        rf"{take}\s*{what}{after}",
        rf"{give}\s+(?P<whom>\S+)\s+{what}{after}",
        rf"{give}\s+{what}\s+{to}\s+(?P<whom>\S.*?){after}",
        rf"{what}\s*{short}\s*(?P<whom>\S{{1,15}}?){after}",
        rf"(?:{one_of('words-let')}\s*)?(?P<whom>\S{{1,15}}?)\s*{does}\s*{what}{after}",
    )
    return tuple(re.compile(one, re.IGNORECASE) for one in lines)
