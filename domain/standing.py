"""What somebody is to a case that is none of their work, and what that lets them do.

Whoever waits for a case hears of it. But a word that decides (withdraw, confirm, reopen, rate) and
what coordinator and filer ask each other belong to those whose own report it is: anybody could say
"me too".
"""

from __future__ import annotations

from enum import StrEnum

from domain.acts import Act
from domain.case import Case
from domain.people import Person


class Standing(StrEnum):
    """How somebody came to wait for a case that they did not file: by "me too", or brought along
    with their own case, which was merged into it.
    """

    NONE = ""
    FOLLOWER = "follower"
    BROUGHT = "brought"


FILER_ACTS = frozenset(
    {Act.ADD, Act.ANSWER, Act.WITHDRAW, Act.CONFIRM, Act.REOPEN, Act.RATE}
)
BROUGHT_ACTS = FILER_ACTS - {Act.WITHDRAW}
"""The case is not theirs alone to withdraw; they may leave it."""
FOLLOWER_ACTS = frozenset({Act.ADD})
"""A word or a photo for the people in charge. They may leave it, too."""

ACTS: dict[Standing, frozenset[Act]] = {
    Standing.NONE: frozenset(),
    Standing.FOLLOWER: FOLLOWER_ACTS,
    Standing.BROUGHT: BROUGHT_ACTS,
}


def waiting_acts(person: Person, case: Case, standing: Standing) -> frozenset[Act]:
    """What they may do as one who waits for the case, as its filer or by their standing: always
    see it, too.
    """
    acts = FILER_ACTS if person.id == case.filer_id else ACTS[standing]
    return acts | {Act.SEE} if acts else acts
