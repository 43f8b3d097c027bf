"""What words say of something that was answered: that it is as before, or all right but for what
lies beside it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from domain.values.stars import no_such, stars_said
from domain.values.text import letters
from handlers.dialog.fixed import LONGEST, tells_fixed, was_done
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, asks, one_of, only, plain

SIGN = r"[,，。.!！?？;；、\n]|(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])"
"""What parts two clauses; a space within Chinese is a comma typed in a hurry."""

BAD, NO_MORE = ("words-not-right", "words-gone-bad"), "words-no-more"
ONCE_MORE = ("words-bad-again", *BAD)


WHEN_IT_WAS = ("words-solved-fill", "words-waited", "words-waited-beside")
ASIDE = ("words-slow", "words-by-others")
"""What says nothing of how it is now."""

GLANCE = 24
"""Letters: whoever says more tells what they saw (ours)."""


class Short(NamedTuple):
    """What is told to be done, and whether the rest `plain`ly tells what is still wrong; where it
    says no more than that it took long, or who else did it, it is `late`.
    """

    done: str
    plain: bool
    late: bool = False


def may_be(text: str) -> bool:
    """Whether words may be one at all: what was answered is looked up for those alone, since that
    asks the database.
    """
    if (
        stars_said(text)
        or no_such(text)
        or parted(text)
        or only("words-thumbs-down", text)
    ):
        return True
    if any(
        asks(key, text, "words-polite") for key in ("words-so-so", "words-ask-later")
    ):
        return True
    if falls_short(text) or not_looked(text):
        return True
    return any(says(piece) is not None for piece in (text, *re.split(SIGN, text)))


def not_looked(text: str) -> bool:
    """Whether they say no more than that nobody has looked yet: 还没去看, "I'll check tonight"."""
    said = plain(text)
    return (
        letters(said) <= GLANCE
        and anywhere("words-not-looked").search(said) is not None
    )


def says(text: str) -> bool | None:
    """Whether these words say that it is solved; None where they say neither."""
    if as_before(text):
        return False
    if "?" in plain(text):
        return None
    return True if tells_fixed(text) or _looked_well(text) else None


def _looked_well(text: str) -> bool:
    """刚看了，弄得不错, 等了三天终于好了: what they saw, and that it is all right."""
    return any(says_well(piece) for piece in re.split(SIGN, text) if piece.strip())


def says_well(text: str) -> bool:
    """Whether they say no more than that it is all right, and when or after how long."""
    return asks("words-solved", text, *WHEN_IT_WAS) and not only("words-yes", text)


def as_before(text: str) -> bool:
    """Whether they tell, and do not ask, that nothing has become better."""
    said = plain(text)
    if broken_again(text):
        return True
    if questioned(said) or letters(said) > LONGEST:
        return False
    return anywhere("words-as-before").search(said) is not None or only_some(said)


def only_some(said: str) -> bool:
    """Whether so many were done and no more: 两个灯只亮了一个, "they only fixed one"."""
    done = anywhere("words-did-some").search(said)
    return done is not None and _only_some().search(said) is not None


def broken_again(text: str) -> bool:
    """Whether they tell what is wrong there once more: 又翘起来了, 怎么又松了, "it still rocks"."""
    said = plain(text)
    blames = anywhere("words-why-again").search(said) is not None
    again = blames or (
        anywhere("words-and-again").search(said) and not questioned(said)
    )
    if letters(said) > LONGEST or not again:
        return False
    left = _no_more().sub(" ", said)
    return _once_more().search(left) is not None


def praises(text: str) -> bool:
    """Whether they say no more than that it is solved, or thanks."""
    return tells_fixed(text) or only("words-solved", text, "words-polite", "words-nod")


def parted(text: str) -> tuple[str, str] | None:
    """What is said of the thing itself, '' for nothing, and what of another one beside it; None
    where they do not say that the first is all right, but another one broken.
    """
    parts = _of_another(text)
    if parts is None:
        return None
    said = any(map(str.isalnum, parts[0]))  # 👍 says no word of it
    return parts if (praises(parts[0]) if said else _turns(text)) else None


def _of_another(text: str) -> tuple[str, str] | None:
    said = plain(text)
    near = anywhere("words-beside-it").search(said)
    if near is None:
        return None
    ends = [joint.span() for joint in _joint().finditer(said, 0, near.start())]
    before, cut = ends[-1] if ends else (0, 0)
    if not anywhere("words-gone-bad").search(said, cut):
        return None
    first = anywhere("words-but").sub(" ", said[:before])
    return first.strip(" ,，。、"), text.strip()[cut:].strip()


def _turns(text: str) -> bool:
    """Whether a "but" stands in them."""
    return anywhere("words-but").search(plain(text)) is not None


def falls_short(text: str) -> Short | None:
    """What was done and is not right yet: 灯亮了，可是一闪一闪的; None where they tell of none. A
    bare "but" leaves it open what is meant.
    """
    whole, said = text.strip(), plain(text)
    if questioned(said) or letters(said) > LONGEST:
        return None
    joints = [*_joint().finditer(said)]
    ends = [one.start() for one in joints[1:]] + [len(said)]
    for joint, end in zip(joints, ends, strict=False):
        done, clause = whole[: joint.start()], said[joint.end() : end].strip()
        if not clause or not _told_done(done) or praises(clause):
            continue
        if _wrong(clause):
            return Short(done.strip(), plain=True)
        late = any(anywhere(key).search(said, joint.end()) for key in ASIDE)
        if late or anywhere("words-but").search(joint[0]):
            return Short(done.strip(), plain=False, late=late)
    return None


def _told_done(said: str) -> bool:
    return praises(said) or was_done(said)


def _wrong(said: str) -> bool:
    """不漏了 tells of nothing wrong any more."""
    left = _no_more().sub(" ", said)
    return _bad().search(left) is not None or as_before(said)


@cache
def _bad() -> re.Pattern[str]:
    return re.compile(f"(?<![a-z]){one_of(*BAD)}")


@cache
def _once_more() -> re.Pattern[str]:
    return re.compile(f"(?<![a-z]){one_of(*ONCE_MORE)}")


@cache
def _no_more() -> re.Pattern[str]:
    return re.compile(rf"{one_of(NO_MORE)}\s*{_bad().pattern}")


@cache
def _only_some() -> re.Pattern[str]:
    only_so, some = one_of("words-only-so"), one_of("words-some")
    spaced = rf"(?<![a-z]){only_so}(?: [a-z']+){{0,3}} {some}(?![a-z])"
    no_some = rf"(?! ?{one_of('words-no-some')})"
    many = one_of("words-so-many")
    counted = f"(?:{some}{many}|{one_of('words-half-of-it')})"
    close = rf"{only_so}[^\W\da-z]{{0,3}}?{counted}"
    that = rf"[^\W\da-z]{{0,3}}?{one_of('words-that-piece')}{many}"
    no_other = one_of("words-none-but") + that
    return re.compile(f"(?:{spaced}|{close}|{no_other}){no_some}")


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(f"{SIGN}|{anywhere('words-but').pattern}")
