"""Several messages with choices that are open in a chat at once: which of them a number means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from domain.messages import Choice
from domain.offers import GONE, Offered, is_number, settle

ON_CASE = re.compile(r"c:(\d+):(.+)")
"""What a choice on a case brings: which case, and what is done."""
SHOWS = ("open", "more", "like")
"""What only shows a case, or more of what can be done: it decides nothing."""
SAYS_MORE = ("add",)
"""What can always be done, whether something was asked or not."""
TOGETHER = timedelta(hours=1)
"""What is told within it is read at one go, and answered in the order in which it was told (ours).
Later, a number is for what stands last in the chat.
"""
MOST = 8  # notices that are open at once
KEPT = 32  # letters that may be sent and not yet marked


def told(before: Offered | None, made: Offered) -> Offered:
    """What can be chosen once this stands below what was there before. An answer takes the place
    of earlier answers; what was told stays open, and is gone on with where it is offered again
    below an answer about another case. A case's own card goes on with nothing.
    """
    known = before.letters if before else ()
    if before and made.letters and set(made.letters) <= set(known):
        return before
    were = (*made.earlier, *each_of(before))
    if made.listed:
        were = tuple(replace(one, by_number=False) for one in were)
    open_still = tuple(one for one in were if _stays(one, made) and _alive(one))[:MOST]
    letters = (*known, *made.letters)[-KEPT:]
    return replace(
        made,
        notice=made.notice or _goes_on(open_still, made),
        earlier=open_still,
        letters=letters,
    )


def since(written: Offered, remembered: Offered | None) -> Offered:
    """What was written, and above it what was sent while it was: that is remembered and stands in
    no row yet.
    """
    known = remembered.letters if remembered else ()
    new = set(known) - set(written.letters)
    for one in reversed(each_of(remembered)):
        if new.intersection(one.letters[-1:]):
            written = told(written, replace(one, letters=one.letters[-1:], alone=False))
    return written


def _goes_on(open_still: tuple[Offered, ...], made: Offered) -> bool:
    """Whether an answer about one case offers again what was told of another."""
    again = {choice for one in open_still if one.notice for choice in one.choices}
    about = {case_of(choice.data) for choice in made.choices}
    elsewhere = bool(about) and made.case_id not in about
    return elsewhere and again.issuperset(made.choices)


def meant(text: str, offered: Offered) -> Choice | None:
    """The choice that was typed. Where it may be of several notices that were told together it is
    that of the first. Below an answer the numbers are those of the answer.
    """
    found: list[tuple[Offered, Choice]] = []
    counts = offered.by_number
    for place, one in enumerate(each_of(offered)):
        if place and not counts and is_number(text):
            break
        choice = settle(text, one.choices, counts and one.by_number)
        if choice is not None:
            found.append((one, choice))
        counts = counts and offered.notice
    if not found:
        return None
    newest, first = found[0]
    act = act_of(first.data)
    alike = [
        choice
        for one, choice in found
        if act_of(choice.data) == act and newest.made_at - one.made_at <= TOGETHER
    ]
    return alike[-1] if act else first


def asked_last(offered: Offered) -> Offered | None:
    """The newest of what can be chosen that asks for something, alone; None where nothing does."""
    for one in each_of(offered):
        if any(_asks(choice) for choice in one.choices):
            return one
    return None


def chosen(offered: Offered, data: str) -> Offered:
    """What is open still after this was chosen: of what was told, nothing on the same case."""
    case = case_of(data)
    if case is None or not act_of(data):
        return offered
    first, *others = (_without(one, case) for one in each_of(offered))
    return replace(first, earlier=tuple(others))


def left(offered: Offered, data: str) -> Iterator[tuple[Choice, ...]]:
    """Of all that is open and asks for the same as what was chosen, what was told first: of each
    its choices on that case.
    """
    act = act_of(data)
    for one in reversed(each_of(offered)):
        alike = [choice for choice in one.choices if act_of(choice.data) == act]
        if one.notice and act and alike:
            yield _on(case_of(alike[0].data), one.choices)


def case_of(data: str) -> int | None:
    """The case on which it does something, None for none."""
    found = ON_CASE.fullmatch(data)
    return int(found[1]) if found else None


def act_of(data: str) -> str:
    """What it does there, '' where that is to no case, or decides nothing yet."""
    found = ON_CASE.fullmatch(data)
    act = found[2] if found else ""
    name = act.partition(":")[0]
    return "" if name in SHOWS or name.endswith("?") else act


def answers(choice: Choice) -> bool:
    """Whether it is an answer to what was asked of a case."""
    return act_of(choice.data) not in ("", *SAYS_MORE)


def _asks(choice: Choice) -> bool:
    """Whether it does more than to show a case."""
    return choice != GONE and (
        case_of(choice.data) is None or bool(act_of(choice.data))
    )


def each_of(offered: Offered | None) -> tuple[Offered, ...]:
    """The newest first, each by itself."""
    if offered is None:
        return ()
    if not offered.earlier:
        return (offered,)
    return replace(offered, earlier=()), *offered.earlier


def _on(case: int | None, choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    return tuple(choice for choice in choices if case_of(choice.data) == case)


def _stays(offered: Offered, made: Offered) -> bool:
    """Whether it can be chosen below what was made now: what was told can, and for a while a list,
    and all that a list stands beside.
    """
    beside = offered.listed or made.listed
    if offered.listed and not set(made.choices).isdisjoint(offered.choices):
        beside = False  # it is shown anew
    return offered.notice or (beside and made.made_at - offered.made_at <= TOGETHER)


def _alive(offered: Offered) -> bool:
    return any(choice != GONE for choice in offered.choices)


def _without(offered: Offered, case: int) -> Offered:
    if not offered.notice:
        return offered
    choices = tuple(
        GONE if case_of(choice.data) == case else choice for choice in offered.choices
    )
    return replace(offered, choices=choices)
