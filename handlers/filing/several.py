"""Several matters in one message: 路灯坏了，还有我的工资没发; which words tell each of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from domain.kinds import Kind
from domain.privacy import Privacy
from domain.reading.model import Intent, Reading
from domain.things import CHINESE, things
from handlers.casework import whereabouts
from handlers.dialog.fields import A_MATTER
from handlers.dialog.turn import Turn
from handlers.filing.hearing import SURE, read_text
from handlers.texts.words import any_of, anywhere, one_of, plain, words

LONGEST = 200
"""Letters: whoever tells more tells one story."""

ITEM = r"(?:^|\s)\s*(?:\d{1,2}\s?[.、)）](?!\d)|[①-⑨])"
"""Before each thing that somebody lists: 1. 2. 3."""

ENDS = " \t\r\n,，。.;；、!！?？:："


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a sentence; `joined` says that a word such as 还有 stands before it, or the number
    of an item in a list.
    """

    text: str
    start: int
    joined: bool


@dataclass(slots=True)
class _Matter:
    """Pieces that tell one thing: from where to where, what its first clear one means, and what
    the first of all may be.
    """

    start: int
    end: int
    reading: Reading | None = None
    guess: Reading | None = None


@cache
def _joint(besides: tuple[str, ...], also: bool) -> re.Pattern[str]:
    """With `also` at a thing that is broken too: 井盖翘了路灯也不亮; slow, and seldom wanted."""
    joining, then = any_of(besides).pattern, anywhere("words-then").pattern
    item = anywhere("words-an-item").pattern
    named = "|".join(sorted((word for word, _ in CHINESE), key=len, reverse=True))
    too = rf"(?=(?:{named}){one_of('words-also-so')})" if also else r"(?!)"
    return re.compile(
        rf"(?P<word>{joining}|{ITEM}|{item})|[,，。;；!！、\n]|(?<![a-z])and(?![a-z])|{then}"
        rf"|(?P<also>{too})"
        r"|(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])"  # a space is a comma typed in a hurry
    )


@cache
def _listing() -> re.Pattern[str]:
    """两件事：, "two things:" says that what follows are several."""
    return re.compile(rf"{anywhere('words-several-told').pattern}[^\w\s]*")


@cache
def _which() -> re.Pattern[str]:
    """第二个路灯 tells which it is, 第二个事 only counts."""
    return re.compile(f"{one_of('words-an-ordinal')}(?!{one_of('words-a-matter')})")


def pieces(turn: Turn, text: str) -> tuple[Piece, ...]:
    """Parted by signs, and by the words at which reading begins another matter too."""
    return _parted(text, turn.setup.vocabulary.classes["besides"])


@lru_cache(maxsize=256)
def _parted(text: str, besides: tuple[str, ...]) -> tuple[Piece, ...]:
    """Asked for by several who look at a message one by one."""
    found: list[Piece] = []
    listed = _listing().match(text.lower())
    start, joined = listed.end() if listed else 0, False
    some = anywhere("words-also-so").search(text) is not None
    for joint in _joint(besides, some).finditer(text.lower(), start):
        also = joint["also"] is not None
        if also and not things(text[start : joint.start()]):
            joined = True  # where that is stands before it: 新港街井盖也翘了
            continue
        if text[start : joint.start()].strip(ENDS):
            found.append(Piece(text[start : joint.start()], start, joined))
            joined = listed is not None
        which = _which().match(text.lower(), joint.start())
        start = joint.start() if which else joint.end()
        joined = joined or also or bool(joint["word"])
    if text[start:].strip(ENDS):
        found.append(Piece(text[start:], start, joined))
    return tuple(found)


def matters(turn: Turn, text: str) -> tuple[str, ...]:
    """The words of each matter that the text tells; nearly always that is all of it."""
    if len(text) > LONGEST or len(text.lower()) != len(text):
        return (text,)
    told = pieces(turn, text)
    if len(told) < 2:
        return (text,)
    found: list[_Matter] = []
    for piece in told:
        end = piece.start + len(piece.text)
        last = found[-1] if found else None
        reading = _told_after(turn, last, piece.text)
        apart = False
        if last is not None and reading is not None:
            before = text[last.start : last.end]
            apart = _in_two_areas(turn, before, piece.text)
        if last is None:
            found.append(_Matter(piece.start, end, reading, _matter(turn, piece.text)))
        elif _two(
            last.reading or _beside(last, reading),
            reading,
            piece.joined or _asks_for(turn, last.reading, piece.text),
            apart,
        ):
            found.append(_Matter(piece.start, end, reading))
        else:
            last.end, last.reading = end, last.reading or reading
    if len(found) < 2:
        return (text,)
    return tuple(text[one.start : one.end].strip(ENDS) for one in found)


def clear(turn: Turn, text: str) -> Reading | None:
    """What a piece means that is a matter by itself."""
    reading = _matter(turn, text)
    return reading if reading is not None and reading.sure >= SURE else None


def _matter(turn: Turn, text: str) -> Reading | None:
    reading = read_text(turn, text.strip(ENDS))
    told = reading.report >= A_MATTER and reading.intent is Intent.REPORT
    return reading if told else None


def _hazard(turn: Turn, text: str) -> Reading | None:
    """A hazard, of whatever category, that anybody may know of."""
    reading = _matter(turn, text)
    return reading if reading is not None and _open_hazard(reading) else None


def _open_hazard(reading: Reading) -> bool:
    return reading.kind is Kind.HAZARD and reading.privacy is Privacy.OPEN


def _beside(first: _Matter, other: Reading | None) -> Reading | None:
    """The first where it is only guessed what it is, and of the two one is a hazard and the other
    private or elsewhere: drowned in that, nobody would mend it.
    """
    guess = first.guess
    if guess is None or other is None:
        return None
    if _open_hazard(guess):
        private = other.privacy is Privacy.CONFIDENTIAL
        return guess if private or _elsewhere(guess, other) else None
    private = guess.privacy is Privacy.CONFIDENTIAL
    return guess if private and _open_hazard(other) else None


def _sought(turn: Turn, text: str) -> Reading | None:
    """What riders need, asked for in a few words: 哪里能充电."""
    said = plain(text).strip(ENDS)
    if anywhere("words-seeks").match(said) is None:
        return None
    found = read_text(turn, said)
    needs = found.intent is Intent.REPORT and found.kind is not Kind.HAZARD
    return found if needs and found.sure >= SURE else None


def _asks_for(turn: Turn, one: Reading | None, text: str) -> bool:
    """Whether that is asked beside a hazard: 路上有个大坑，哪里能充电 is two matters."""
    hazard = one is not None and _open_hazard(one)
    return hazard and _sought(turn, text) is not None


def _told_after(turn: Turn, first: _Matter | None, text: str) -> Reading | None:
    """What a piece means after this one; 不带就差评 threatens with what comes of the first. Beside
    what is private a thing that is broken is a matter however unsure, and 就在路灯旁边 only says
    where it was.
    """
    if first is not None and anywhere("words-unless").match(plain(text).strip(ENDS)):
        return None
    reading = clear(turn, text) or _sought(turn, text)
    before = (first.reading or first.guess) if first else None
    if before is None or before.privacy is not Privacy.CONFIDENTIAL:
        return reading
    said = plain(text).strip(ENDS)
    if anywhere("words-gone-bad").search(said):
        return reading or _hazard(turn, text)
    return None if said.startswith(tuple(words("words-only-where"))) else reading


def _in_two_areas(turn: Turn, one: str, other: str) -> bool:
    """Whether each names a grid or a place that is known, and they lie in two areas."""
    first = whereabouts.find(turn.scene, one, turn.person).sure
    if first is None:
        return False
    second = whereabouts.find(turn.scene, other, turn.person).sure
    return second is not None and first.entry.area != second.entry.area


def _two(
    one: Reading | None,
    other: Reading | None,
    joined: bool,
    apart: bool,
) -> bool:
    """Whether these are two matters. Without a word that joins them only what is private is kept
    from a matter of another kind, and what is elsewhere from another matter.
    """
    if one is None or other is None:
        return False
    if (apart or _elsewhere(one, other)) and (joined or one.category != other.category):
        return True
    if one.category == other.category:
        return False
    private = one.privacy is not other.privacy
    if not joined:
        return private and one.kind is not other.kind
    alike = one.category in other.likely[:2] or other.category in one.likely[:2]
    return private or not alike


def _elsewhere(one: Reading, other: Reading) -> bool:
    """Whether each names a place of its own."""
    both = bool(one.places and other.places)
    return both and set(one.places).isdisjoint(other.places)
