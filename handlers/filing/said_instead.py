"""不对，是井盖坏了: which words say that what was said before was wrong, and what it is instead."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from domain.offers import is_number
from domain.things import things
from handlers.texts.asking import unasked
from handlers.texts.words import AFTER, anywhere, asks, one_of

OWN_SLIP = ("words-sorry", "words-own-mistake", "words-slip-fill")
LONGEST_DENIED = 20
"""Letters of what it is not, in 不是路灯，是井盖."""


APART = rf"{AFTER}+(?:(?<!\s)|(?!\d)|(?<=[^\x00-\x7f]\s))"
"""Signs between what it is not and what it is: "grid 3" is one thing."""

WHEN = re.compile(r"not there\s+(?!it)[a-z]", re.IGNORECASE)
"""They are not there in the day: that is no place."""

SPACES = re.compile(r"(\s)\s{2,}")
A_NUMBER = r"(?=[^,，。.;；]*\d)"


NONE_OF = re.compile(
    r"no\s+(?!(?:it|its|it's|the|that|thats|that's|this|not|wait|sorry|i|i'm|im|we|at|in|on|my"
    r"|grid|gate|building|block|unit|floor|number|there|they|he|she|no|actually|rather)\b"
    r"|[a-z]{0,2}\d|[^\x00-\x7f])[a-z]",
    re.IGNORECASE,
)
"""No light at all, no bite: what is not there, and nothing that is put right; "no, the bench" is.
"""


class Correction(NamedTuple):
    """What it is instead; `plain` where a word says that the first was wrong; `denied` is what it
    is not, '' where that is not said; `kept` where it is the first one after all.
    """

    said: str
    plain: bool
    denied: str = ""
    kept: bool = False


def corrects(text: str) -> Correction | None:
    """What the words put in place of what was said, None where they correct nothing."""
    said = _flat(text)
    if NONE_OF.match(said):
        return None
    kept = _kept().fullmatch(said)
    first = (kept["rest"] or kept["last"]) if kept else ""
    if things(first):
        return Correction(first.strip(), True, kept=True)
    for plain, pattern in _patterns():
        found = pattern.fullmatch(said)
        if found and anywhere("words-fine-so").match(found["rest"].strip().lower()):
            return None  # no, it's ok: nothing was wrong
        if found:
            denied = found.groupdict().get("denied") or ""
            return Correction(found["rest"].strip(), plain, denied.strip())
    return None


def _flat(text: str) -> str:
    """With one apostrophe, and no run of spaces: a pattern would try each of them."""
    return SPACES.sub(r"\1", text.strip()).replace("’", "'")


def put_so(text: str) -> str:
    """What stands behind "it is", all of it where nothing says so: 是12号."""
    is_ = one_of("words-is")
    found = re.fullmatch(rf"(?:{is_}\s*)+(?P<rest>.+)", text.strip(), re.I | re.S)
    return found["rest"].strip() if found else text


def slipped(text: str) -> str:
    """What stands behind a word of regret and "it's": oops its grid 8; '' where neither does."""
    sorry, is_ = one_of("words-sorry"), one_of("words-is", "words-at")
    told = rf"(?:{sorry}{AFTER}*)+(?:{is_}\s*)+(?P<rest>.+)"
    found = re.fullmatch(told, _flat(text), re.I | re.S)
    return found["rest"].strip() if found else ""


def hesitated(text: str) -> str:
    """What stands behind nothing but a word of regret: hang on, grid 3; '' where none does."""
    sorry, is_ = one_of("words-sorry", "words-wait"), one_of("words-is", "words-at")
    told = rf"(?:{sorry}{AFTER}*)+(?:{is_}\s*)*(?P<rest>.+)"
    found = re.fullmatch(told, _flat(text), re.I | re.S)
    return found["rest"].strip() if found else ""


def apologised(text: str) -> str:
    """What stands behind nothing but an apology: sorry grid 3; '' where none does."""
    told = rf"(?:{one_of('words-apology')}{AFTER}*)+(?P<rest>.+)"
    found = re.fullmatch(told, text.strip(), re.I | re.S)
    return found["rest"].strip() if found else ""


def is_figure(said: str) -> bool:
    """Whether it is a number alone: it may be that of a grid, of a building, of a charger."""
    return is_number(anywhere("words-number-sign").sub("", said))


def misplaces(text: str) -> str | None:
    """The place that stands behind 地方错了, '' where none does; None for other words."""
    said = _flat(text)
    if asks("words-wrong-place", said, *OWN_SLIP):
        return ""
    if WHEN.match(said):
        return None
    found = _misplacing().fullmatch(said)
    return found["rest"].strip() if found else None


def wants_change(text: str, *of: str) -> bool:
    """Whether it says, or asks, no more than that something is to be changed, which these words
    name by their keys: 能改吗, 改一下地址.
    """
    beside = ("words-change-beside", "words-sorry", "words-polite", *of)
    return asks("words-sort-change", unasked(_flat(text)), *beside)


def wants_place(text: str) -> bool:
    """Whether it says no more than that the place is to be changed: 改一下地址."""
    named = anywhere("words-the-place").search(text.lower())
    return named is not None and wants_change(text, "words-the-place")


def instead(text: str) -> str | None:
    """What stands behind a word that says that the first was wrong, '' where nothing does; None
    where none says so.
    """
    found = corrects(text)
    if found:
        return found.said
    told = _told_first().fullmatch(_flat(text))
    return told["rest"].strip() if told else misplaces(text)


def denied_alone(text: str) -> str:
    """What it is not, where nothing else is said: 不是路灯; '' for other words."""
    found = _denying()[0].fullmatch(_flat(text))
    return found["denied"].strip() if found else ""


def denies(text: str) -> bool:
    """Whether it begins with what it is not."""
    return any(one.fullmatch(_flat(text)) for one in _denying())


def listed(text: str, before: str) -> Correction | None:
    """What stands behind what it is not, where the words before have that: "not glass, tiles"."""
    found = _denying()[1].fullmatch(_flat(text))
    denied = found["denied"].strip() if found else ""
    if found is None or len(denied) < 2 or denied.lower() not in before.lower():
        return None
    return Correction(found["rest"].strip(), False, denied)


def denied_last(text: str) -> Correction | None:
    """What stands before what it is not: 三号，不是五号."""
    told = _told_first().fullmatch(_flat(text))
    if told is None:
        return None
    return Correction(told["rest"].strip(), False, told["denied"].strip())


@cache
def _denying() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A thing that it is not; and the same with another thing behind it."""
    sorry = f"(?>{one_of('words-sorry', 'words-wait')}{AFTER}*)*+"
    denied = rf"(?P<denied>[^,，。.;；]{{1,{LONGEST_DENIED}}}?)"
    alone = f"{sorry}{one_of('words-not', 'words-not-the')}{denied}"
    rest = rf"(?P<rest>[^,，。.;；]{{1,{LONGEST_DENIED}}})"
    flags = re.IGNORECASE | re.DOTALL
    return (
        re.compile(f"{alone}{AFTER}*", flags),
        re.compile(rf"{alone}\s*[,，]\s*{rest}", flags),
    )


@cache
def _told_first() -> re.Pattern[str]:
    """What it is, and behind it what it is not: 在柳岸，不是万福."""
    said = rf"(?P<denied>[^,，。.;；]{{1,{LONGEST_DENIED}}}?)"
    denied = f"{one_of('words-not')}{said}"
    return re.compile(rf"(?P<rest>.+?){AFTER}+{denied}{AFTER}*", re.I | re.S)


def _over_and_over(wrong: str) -> str:
    """As often as somebody says so: 不对不对 是五号门; what it is not stands behind it."""
    return f"{wrong}(?:{AFTER}*(?!{one_of('words-not')}){wrong})*+"


@cache
def _misplacing() -> re.Pattern[str]:
    sorry = f"(?>{one_of('words-sorry')}{AFTER}*)*+"
    wrong = _over_and_over(one_of("words-wrong-place"))
    is_ = one_of("words-is", "words-at")
    text = rf"{sorry}{wrong}{AFTER}*(?:{is_}\s*)*(?P<rest>.+)"
    return re.compile(text, re.IGNORECASE | re.DOTALL)


@cache
def _kept() -> re.Pattern[str]:
    """It is the first one after all: 算了还是路灯. 不对 还是不亮 names nothing."""
    sorry = f"(?>{one_of('words-sorry', 'words-wait')}{AFTER}*)*+"
    wrong = one_of("words-wrong", "words-leave-it")
    still, behind = one_of("words-still-is"), one_of("words-still-behind")
    first = rf"{still}\s*(?P<rest>.+)|(?P<last>.+?),?\s+{behind}{AFTER}*"
    text = rf"{sorry}(?:{wrong}{AFTER}*)++(?:{first})"
    return re.compile(text, re.IGNORECASE | re.DOTALL)


@cache
def _patterns() -> tuple[tuple[bool, re.Pattern[str]], ...]:
    sorry = f"(?>{one_of('words-sorry', 'words-wait')}{AFTER}*)*+"
    wrong = _over_and_over(
        one_of("words-wrong", "words-wrong-place", "words-own-mistake")
    )
    regret = rf"(?:{AFTER}*{one_of('words-sorry')})*"
    instead = one_of("words-instead")
    is_ = f"{one_of('words-is')}\\s*"
    at, not_the = one_of("words-at"), one_of("words-not-the")
    it_is_not = rf"(?P<denied>[^,，。.;；]{{1,{LONGEST_DENIED}}}"
    denied = rf"{one_of('words-not')}{it_is_not}?)"
    rest = "(?P<rest>.+)"
    both = rf"(?:{denied}(?:{APART}|(?={is_})))?(?:{is_})?"
    behind = rf"(?:{AFTER}+|(?<=[^\x00-\x7f])){one_of('words-not')}{it_is_not}?)"
    made = (
        (True, rf"{sorry}{one_of('words-leave-it')}{AFTER}*{is_}(?=the\s){rest}"),
        (True, rf"{sorry}{wrong}{regret}(?:{AFTER}+|(?={is_}|{at})){both}{rest}"),
        (False, rf"{sorry}{denied}{AFTER}*{is_}{rest}"),
        (False, rf"{sorry}{instead}\s*{rest}"),
        (False, rf"{sorry}{not_the}{it_is_not}){APART}{rest}"),
        (False, rf"{sorry}{A_NUMBER}{denied}{APART}{rest}"),
        (False, rf"{sorry}{is_}(?P<rest>.+?){behind}{AFTER}*"),
    )
    flags = re.IGNORECASE | re.DOTALL
    return tuple((plain, re.compile(text, flags)) for plain, text in made)
