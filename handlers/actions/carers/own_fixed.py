"""灯修好了, said by whoever reported it: they are asked whether it may be closed. 垃圾收了吗 asks
how far it is.
"""

from __future__ import annotations

import re
from functools import cache

from domain.case import Case
from domain.reading.model import Reading
from domain.states import State
from domain.things import things
from handlers.actions.carers.done_asked import ask
from handlers.actions.carers.done_of import meant, names_something
from handlers.actions.own import how_far, talk
from handlers.dialog.consent import consents
from handlers.dialog.fields import A_MATTER
from handlers.dialog.fixed import bare, closes, did, tells_fixed, was_done
from handlers.dialog.turn import Turn
from handlers.texts.asking import questioned
from handlers.texts.words import any_of, anywhere, plain, words

LOOKED_AT = 10
SHORTEST_MATTER = 10
"""Letters: fewer beside the good news only name the thing (ours)."""
DONE = (
    "words-did-so",
    "words-good-again",
    "words-was-done",
    "words-wonder-done",
)
LATIN = 3
"""A Latin word takes about so many times the letters of a Chinese one."""


async def told(turn: Turn, reading: Reading) -> bool:
    """Whether it was of what they reported, and they were asked, or told how far it is."""
    said = turn.event.text
    fixed, over = tells_fixed(said), closes(said)
    names = fixed and _letters(bare(said)) < SHORTEST_MATTER
    matter = reading.report >= A_MATTER and not (over or names)
    if (fixed or over) and not matter:
        return await _by_filer(turn)
    if not (_short(said) and _of_done().search(plain(said))):
        return False
    if _done_there(said):
        return await _of_own(turn, reading)
    return _wonders(said) and await _how_far(turn, reading)


def _letters(said: str) -> int:
    return sum(letter.isalnum() for letter in said)


def _short(said: str) -> bool:
    """Whether it is hardly more than what it is of, and what became of it: 垃圾收了."""
    told = plain(said)
    return _letters(told) <= SHORTEST_MATTER * (LATIN if told.isascii() else 1)


@cache
def _of_done() -> re.Pattern[str]:
    """What tells that something was done, or is good again, or asks it; few messages do."""
    return any_of(frozenset().union(*map(words, DONE)))


def _done_there(said: str) -> bool:
    """Whether it tells that somebody did something, or how it is now: "the gate is open now"."""
    told = plain(said)
    if questioned(said) or anywhere("words-but").search(told):
        return False
    if did(said):
        return True
    more = (anywhere(key).search(told) for key in ("words-unfixed", "words-once-more"))
    return anywhere("words-good-again").search(told) is not None and not any(more)


def _wonders(said: str) -> bool:
    """Whether it is asked if somebody did something: 垃圾收了吗."""
    told = plain(said)
    if anywhere("words-wonder-done").search(told):
        return True
    done = was_done(said) or anywhere("words-did-so").search(told) is not None
    return done and questioned(said)


async def _of_own(turn: Turn, reading: Reading) -> bool:
    """Whether it names what they reported, or nothing else: is it all right then?"""
    own = await _own(turn)
    found = meant(turn, own)
    if not (found or things(turn.event.text)):  # 不漏了
        alike = tuple(one for one in own if reading.category in ("", one.category))
        found = alike if len(alike) == 1 else ()
    if found:
        await ask(turn, found, "withdraw")
    return bool(found)


async def _how_far(turn: Turn, reading: Reading) -> bool:
    """Whether it is asked of what they reported."""
    found = meant(turn, await _own(turn))
    if found:
        await how_far.status(turn, reading)
    return bool(found)


async def _own(turn: Turn) -> tuple[Case, ...]:
    return tuple(await turn.unit.cases.open_of(turn.person.id, LOOKED_AT))


def _names_another(turn: Turn) -> bool:
    """Whether a thing is named beside 可以关了 or "take it back", or a good deal told."""
    left = anywhere("words-close").sub(" ", turn.event.text.lower())
    told = _letters(left) >= SHORTEST_MATTER
    return names_something(turn) and (told or bool(things(left)))


async def _by_filer(turn: Turn) -> bool:
    own = await _own(turn)
    found = meant(turn, own)
    if not found and await _of_any(turn):
        found = own
    if found:
        await ask(turn, found, "withdraw")
    return bool(found)


async def _of_any(turn: Turn) -> bool:
    """Whether the words name nothing: 可以关了, 已经好了. The latter may be of one that waits for
    its filer's word, and a bare 好了 is a nod.
    """
    said = turn.event.text
    if closes(said):
        return not _names_another(turn)
    if names_something(turn) or consents(said):
        return False
    return await talk.lately(turn, (State.RESOLVED,)) is None
