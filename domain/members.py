"""A mobile grid member (流动网格员) from applying to leaving: the states, what may be done in each
and by whom, and when the clock looks again.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from domain.member_posts import MemberPost, usual_posts
from domain.people import Person, Role


class MemberState(StrEnum):
    """RESTING is who did not say for long whether they are still with us: one press brings them
    back.
    """

    APPLIED = "applied"
    MEMBER = "member"
    RESTING = "resting"
    DECLINED = "declined"
    LEFT = "left"


LIVE = (MemberState.APPLIED, MemberState.MEMBER, MemberState.RESTING)
"""Those that take one of the posts that one person may have."""


class MemberViewer(StrEnum):
    """A DECIDER leads the home grid, or what is above it, and is somebody else."""

    SELF = "self"
    DECIDER = "decider"


class MemberAct(StrEnum):
    ACCEPT = "accept"
    DECLINE = "decline"
    LEAVE = "leave"
    END = "end"


@dataclass(frozen=True, slots=True)
class May:
    """Whose act it is, and in which states."""

    who: MemberViewer
    states: frozenset[MemberState]


def _may(who: MemberViewer, *states: MemberState) -> May:
    return May(who, frozenset(states))


_SELF, _DECIDER = MemberViewer.SELF, MemberViewer.DECIDER

MAY: dict[MemberAct, May] = {
    MemberAct.ACCEPT: _may(_DECIDER, MemberState.APPLIED),
    MemberAct.DECLINE: _may(_DECIDER, MemberState.APPLIED),
    MemberAct.LEAVE: _may(_SELF, *LIVE),
    MemberAct.END: _may(_DECIDER, MemberState.MEMBER, MemberState.RESTING),
}
"""Whoever gains does not confirm: nobody decides what they applied for (facts, R0.2)."""


@dataclass(frozen=True, slots=True)
class MemberTerms:
    """What an office may set: posts of one person at a time, usual grids beside the home grid,
    days of silence after which a member is asked (facts, R4.1 and R4.2), and the posts.
    """

    posts_each: int = 2
    grids: int = 3
    silent_days: int = 90
    posts: tuple[MemberPost, ...] = field(default_factory=usual_posts)

    def post(self, code: str) -> MemberPost | None:
        """The post of this code, None where there is none any more."""
        return next((one for one in self.posts if one.code == code), None)


@dataclass(frozen=True, slots=True)
class Member:
    """One post of one person in their home grid `area`; times are aware UTC. In its state
    `since`; `looked` counts how many of this state's moments have passed.
    """

    id: int
    person_id: int
    area: str
    post: str
    state: MemberState
    since: datetime
    looked: int = 0
    decided_by: int | None = None


def decides(
    person: Person,
    member: Member,
    path: Collection[str],
) -> bool:
    """Whether this is somebody who decides about them; `path` are the home grid and what it lies
    in.
    """
    return person.id != member.person_id and leads(person, path)


def leads(person: Person, path: Collection[str]) -> bool:
    """Whether they lead or administer one of these areas."""
    return any(
        grant.role in (Role.LEAD, Role.ADMIN) and not grant.post and grant.area in path
        for grant in person.grants
    )


def viewers(
    person: Person,
    member: Member,
    path: Collection[str],
) -> frozenset[MemberViewer]:
    """In what capacities somebody looks at it; none where it is not theirs to see."""
    if person.id == member.person_id:
        return frozenset({MemberViewer.SELF})
    decider = decides(person, member, path)
    return frozenset({MemberViewer.DECIDER} if decider else ())


# --- the clock ---

REMINDED = timedelta(days=3)
"""So long an application waits until who decides is reminded, then the level above, and so on up
(ours).
"""

WAITS = (timedelta(days=14), timedelta(days=7))
"""After the first question whether somebody is still with us, and after the second, which names
the day on which their posts rest (ours).
"""


def silent_at(
    member: Member,
    seen_at: datetime | None,
    terms: MemberTerms,
) -> datetime:
    """From when on they have been silent for too long; `seen_at` is their last sign: whatever
    they said or pressed.
    """
    last = max(member.since, seen_at or member.since)
    return last + timedelta(days=terms.silent_days)
