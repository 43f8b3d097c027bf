"""The normal form of a spoken place, and the way back from it to the words as they were said."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from domain.places.digits import CHINESE, digits
from domain.values.simple import TRADITIONAL

STOP = "\n"
"""Stands in a sentence's normal form for a comma, full stop or new line: no name goes over it."""
ENGLISH = {
    "rd": "road",
    "st": "street",
    "ave": "avenue",
    "blvd": "boulevard",
    "ln": "lane",
    "bldg": "building",
}
AFTER_NUMBER = {
    "号楼": "栋",
    "#楼": "栋",
    "号栋": "栋",
    "幢": "栋",
    "座": "栋",
    "#": "号",
    "门": "号门",
    "号大门": "号门",
}
AFTER_LETTER = {"号楼": "栋", "幢": "栋", "座": "栋"}
TWIN = "".join(map(chr, TRADITIONAL))
PLAIN = re.compile(rf"(?:(?![{CHINESE}{TWIN}])[\u4e00-\u9fff])+(?:[1-9][0-9]*号)?")
"""Names that are their own normal form; most are."""
STOPS = re.compile(r"[,，。!！?？;；:：、…\n\r]")
TOKEN = re.compile(
    rf"""(?P<number>[0-9]+|[{CHINESE}]+)(?:[ ]*(?P<unit>号楼|\#楼|号栋|号大门|[幢座\#门]))?
    |(?P<word>[a-z]+)(?:[ ]*(?P<block>号楼|[幢座]))?
    |(?P<rest>(?:(?![a-z0-9_{CHINESE}])\w)+)
    |(?P<stop>[,。!?;:、…\n\r])
    |.""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text with its normal form; character i of it stands for text[starts[i]:ends[i]]."""

    text: str
    normal: str
    starts: Sequence[int]
    ends: Sequence[int]

    def words(self, start: int, end: int) -> str:
        """The exact part of the text for normal[start:end], which is not empty."""
        return self.text[self.starts[start] : self.ends[end - 1]]


@cache
def _folded(char: str) -> str:
    """One character without width, case and accents; '' for a mark that only adorns another."""
    plain = unicodedata.normalize("NFKD", char.translate(TRADITIONAL)).casefold()
    return "".join(one for one in plain if not unicodedata.combining(one))


@lru_cache(maxsize=4096)
def normal(name: str) -> str:
    """A name as it is looked up: two spellings of one place have the same form.

    Width, case, accents, spaces and punctuation do not count; numbers are digits; a house
    with a number is 「3栋」 however it was written. English words stay apart by one space,
    two numbers by a hyphen.
    """
    if PLAIN.fullmatch(name):
        return name
    flat = "".join(map(_folded, STOPS.sub(" ", name)))
    return "".join(part for part, _, _ in _joined(flat))


def read(text: str) -> Spoken:
    """The normal form of a sentence: as of a name, but with STOP where the sentence makes one."""
    folded = [_folded(char) for char in text]
    flat = "".join(folded)
    origins: Sequence[int] = range(len(text))
    if any(len(piece) != 1 for piece in folded):
        origins = [place for place, piece in enumerate(folded) for _ in piece]
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for part, start, end in _joined(flat):
        parts.append(part)
        if len(part) == end - start:
            starts += origins[start:end]
            ends += [origin + 1 for origin in origins[start:end]]
        else:
            starts += [origins[start]] * len(part)
            ends += [origins[end - 1] + 1] * len(part)
    return Spoken(text, "".join(parts), starts, ends)


def _joined(flat: str) -> Iterator[tuple[str, int, int]]:
    """The pieces of the normal form, with a glue where a gap parted two numbers or two words."""
    before, reached = "", 0
    for part, start, end in _pieces(flat):
        apart = start > reached > 0 and _latin(before) and _latin(part[0])
        if apart:
            both = before.isdecimal() and part[0].isdecimal()
            yield "-" if both else " ", reached, start
        yield part, start, end
        before, reached = part[-1], end


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _pieces(flat: str) -> Iterator[tuple[str, int, int]]:
    """(normal piece, start, end) of each token; what separates gives nothing."""
    for token in TOKEN.finditer(flat):
        start, end = token.span()
        kind = token.lastgroup
        if kind in ("number", "unit"):
            yield digits(token["number"]), start, token.end("number")
            if unit := token["unit"]:
                yield AFTER_NUMBER[unit], token.start("unit"), end
        elif kind in ("word", "block"):
            yield ENGLISH.get(token["word"], token["word"]), start, token.end("word")
            if block := token["block"]:
                yield AFTER_LETTER[block], token.start("block"), end
        elif kind == "rest":
            yield token["rest"], start, end
        elif kind == "stop":
            yield STOP, start, end
