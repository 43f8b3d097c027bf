"""What has to be chosen before an act: a row for each kind of choice, with how it is offered as
buttons and how it is read from what somebody typed after a command.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from domain.case import Case
from domain.kinds import Supervision, Urgency
from domain.messages import Choice
from domain.privacy import Privacy
from domain.values.span import inside
from handlers.actions import not_that, offers, typed
from handlers.dialog.turn import Refused, Turn
from handlers.texts.words import anywhere, plain

Rows = list[list[Choice]]
Offer = Callable[[Turn, Case, str, str], Awaitable[Rows]]
Read = Callable[[Turn, Case, str], str]
WhyNot = Callable[[Turn, Case, str], Refused | None]
MOST_WORDS = 4
COMMA = re.compile(r"\s*[,，;；]\s*")
DAYS = ("day", "more_days")
NO_DAY = ("refuse-day", "refuse-more-days")
NOT_THAT_DAY = ("refuse-day-over", "refuse-day-far", "refuse-not-later")


@dataclass(frozen=True, slots=True)
class Want:
    """`offer` makes the buttons (act and value so far given); `read` the value of a word, '' for
    none; `why_not` why one that is understood is no choice. A choice of `one_word` is
    never longer; `several` may stand in one, with commas.
    """

    offer: Offer
    read: Read
    one_word: bool = False
    several: bool = False
    why_not: WhyNot | None = None


WANTS: dict[str, Want] = {
    "whom": Want(offers.whom, typed.whom, why_not=not_that.whom),
    "teams": Want(offers.teams, typed.teams, several=True),
    "day": Want(offers.day, typed.moment, why_not=not_that.day),
    "more_days": Want(offers.more_days, typed.later, why_not=not_that.later),
    "category": Want(offers.category, typed.category_of),
    "urgency": Want(offers.urgency, typed.named("urgency", list(Urgency))),
    "privacy": Want(offers.privacy, typed.named("privacy", list(Privacy))),
    "supervision": Want(
        offers.supervision,
        typed.named("supervision", [one for one in Supervision if one]),
    ),
    "case": Want(offers.case, typed.number, one_word=True),
}


def read(turn: Turn, case: Case, wants: str, rest: str) -> tuple[str, str]:
    """What was chosen and the words after it: names may have several words. Raises Refused with
    what would do.
    """
    want, words = WANTS[wants], rest.split(" ")
    most = 1 if want.one_word else min(len(words), MOST_WORDS)
    for parts in (words, [] if want.several else _behind_a_comma(rest)):
        for count in range(min(most, len(parts)), 0, -1):
            value = want.read(turn, case, " ".join(parts[:count]))
            if value:
                return value, " ".join(parts[count:]).strip()
    for count in range(most if want.why_not else 0, 0, -1):
        word = " ".join(words[:count])
        why = want.why_not(turn, case, word) if want.why_not else None
        if why is not None:
            raise why
    raise Refused(f"refuse-{wants.replace('_', '-')}", word=words[0][:30])


def _behind_a_comma(said: str) -> list[str]:
    """The words, where a comma stands for the first space: "12-01，等配件"."""
    return COMMA.sub(" ", said, count=1).split(" ")


def names(turn: Turn, case: Case, wants: str, said: str) -> bool:
    """Whether something that may be chosen stands there."""
    try:
        return bool(read(turn, case, wants, said)[0])
    except Refused:
        return False


def so_far(turn: Turn, case: Case, wants: str, said: str) -> tuple[str, str]:
    """As `given`; a reason need not name the day too, which is asked for then. What has figures, or
    a word for a day, was meant to name it.
    """
    try:
        return given(turn, case, wants, said)
    except Refused as refused:
        if refused.key in NO_DAY and not of_a_day(said):
            return "", said
        raise


def of_a_day(said: str) -> bool:
    """Whether it begins with figures or a word for a day."""
    first = said.split(" ")[0].lower()
    day = anywhere("words-of-a-day").search(first) is not None
    return day or any(letter.isdigit() for letter in first)


def beside(turn: Turn, case: Case, wants: str, said: str) -> tuple[str, str]:
    """As `given`, of an act that may be said with a reason alone. Raises Refused for what names a
    day that will not do: it is over, too far, or no later.
    """
    try:
        return given(turn, case, wants, said)
    except Refused as refused:
        if refused.key in NOT_THAT_DAY:
            raise
        return "", said


def within(turn: Turn, case: Case, wants: str, said: str) -> str:
    """The length of time that is named among other words: give Li 2 more days; '' for none."""
    length = inside(anywhere("words-more-days").sub(" ", plain(said)))
    return WANTS[wants].read(turn, case, length) if length else ""


def given(turn: Turn, case: Case, wants: str, said: str) -> tuple[str, str]:
    """The same of an act that may want nothing, or be said alone. Raises Refused."""
    return read(turn, case, wants, said) if wants and said else ("", said)
