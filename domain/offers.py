"""Which of the choices that were offered is meant by what was typed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from domain.messages import Choice
from domain.ordinals import said
from domain.values.simple import TRADITIONAL

ICONS = "✅⚠️🙋✨📋❌📍✏️📷🏷🕶↩️⏭✓◀▶📢· "  # what our labels are decorated with


@dataclass(frozen=True, slots=True)
class Offered:
    """The choices in the order of their numbers, and the case that they are about. Without
    `by_number` words were asked for: a number is no choice then. `notice`: it was told, and nobody
    had asked; `earlier` are those told before that are open still, the newest first. `letters`
    are those with which all this came, `alone`: what was open before is not known yet. Of what
    was `listed` no number stands on the screen: it is typed by its labels, beside what was there.
    """

    choices: tuple[Choice, ...]
    case_id: int | None
    made_at: datetime
    by_number: bool = True
    notice: bool = False
    earlier: tuple[Offered, ...] = ()
    letters: tuple[int, ...] = ()
    alone: bool = False
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """What it is typed by: as a whole, or its number or name; without what it is decorated with;
    its parts.
    """

    whole: tuple[str, ...]
    bare: tuple[str, str]
    parts: tuple[str, ...]


GONE = Choice("", "")
"""In the place of a choice that counts no more: the others keep their numbers."""
NUMBERED = re.compile(r"(\d{1,2})[.。、] (\D.*)")
"""A label that has the number of its line."""
PARTS = " · "
"""What stands between the parts of a label."""
ENDS = "?？"
"""What people leave out at the end of a label: a loud answer is more than its label, and what is
asked is none.
"""
DECORATING = ("So", "Sk", "Mn", "Cf")
"""What pictures are made of (Unicode, "General Category")."""
ON_CASE = re.compile(r"c:[0-9]+:")
"""What a choice on a case brings: its label has words of the case, which are no choice of it."""
TAKES = re.compile(r"(?:i\s+)?take\b")
"""What takes the case of that number, where the choices are those of one case's card."""
COPIED = re.compile(r"(\d{1,2})[ .。、]*(\D.*)")
"""A line as it stands on the screen: the number, and the label after it."""


def is_number(text: str) -> bool:
    """Whether it says a number alone, as of a choice, in whatever digits: 0 too, which is none."""
    return said(_bare(_plain(text))) is not None


def number(text: str) -> int:
    """The number that it says alone, 0 for none."""
    return said(_bare(_plain(text))) or 0


def settle(
    text: str, offered: tuple[Choice, ...], by_number: bool = True
) -> Choice | None:
    """The choice that a typed label means, or with `by_number` a number from 1 in whatever digits
    and with what is written around it (１ ① 1. 一 #1 第一个 选1), or the whole line; else None.
    """
    typed = _plain(text)
    numbered = _at(said(_bare(typed)) or 0, offered) if by_number else None
    if numbered is not None and not (TAKES.match(typed) and _of_one_case(offered)):
        return numbered
    found = _labelled(typed, offered)
    line = COPIED.fullmatch(typed) if by_number and found is None else None
    if line is None:
        return found
    named = _labelled(line[2], offered)
    return named if named is not None and named == _at(int(line[1]), offered) else None


def _of_one_case(offered: tuple[Choice, ...]) -> bool:
    cases = {hit and hit[0] for hit in (ON_CASE.match(one.data) for one in offered)}
    return len(cases) == 1 and None not in cases


def _plain(text: str) -> str:
    """In one width, small and simplified letters."""
    made = unicodedata.normalize("NFKC", text).strip().casefold()
    return made.translate(TRADITIONAL)


def _at(number: int, offered: tuple[Choice, ...]) -> Choice | None:
    found = offered[number - 1] if 1 <= number <= len(offered) else GONE
    return None if found == GONE else found


def _labelled(typed: str, offered: tuple[Choice, ...]) -> Choice | None:
    """By the whole label, by the number or the name where it has both ("1. …"), or by the one part
    that no other has: the name of a gift without its price.
    """
    parts: list[Choice] = []
    bare = _bare(typed)
    for choice in offered if typed else ():
        label = _read(choice.label)
        if typed in label.whole or (bare and bare in label.bare):
            return choice
        if len(bare) > 1 and bare in label.parts:
            parts.append(choice)
    return parts[0] if len(parts) == 1 and not ON_CASE.match(parts[0].data) else None


@lru_cache(maxsize=1000)
def _read(label: str) -> Label:
    plain = _plain(label)
    numbered = NUMBERED.fullmatch(plain)
    return Label(
        (plain, *(numbered.groups() if numbered else ())),
        (_bare(plain), _quiet(plain)),
        tuple(map(_bare, plain.split(PARTS))),
    )


def _bare(label: str) -> str:
    """Without what it is decorated with."""
    return "".join(map(_plain_sign, label)).strip(ICONS).strip()


def _quiet(label: str) -> str:
    """And without the sign that asks."""
    return _bare(label).rstrip(ENDS).strip()


def _plain_sign(sign: str) -> str:
    return " " if unicodedata.category(sign) in DECORATING else sign
