"""A listing: what somebody needs, what somebody has to give, a service of the menu, or the project
that a need and a resource make together.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.matching.terms import Terms

LONGEST = 120
"""Letters of a listing's words (ours)."""

MOST_CAPACITY = 9999
"""People, hours, pieces: whatever the words count (ours)."""


class ListingKind(StrEnum):
    NEED = "need"
    RESOURCE = "resource"
    SERVICE = "service"
    PROJECT = "project"


class ListingState(StrEnum):
    """DRAFT is being written by whoever files it, DROPPED was never listed. An OPEN project runs.
    ENDED is by its date.
    """

    DRAFT = "draft"
    DROPPED = "dropped"
    OPEN = "open"
    DONE = "done"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Listing:
    """Times are aware UTC. `areas` are codes, `times` one of `TIMES`; `left` of the `capacity` is
    free, or still needed.

    `whose_id` is the person whose need or resource it is, None for nobody whom we know; then
    `whose` may say it in words. `keeper_id` looks after it: whoever filed it, and of a project
    whoever is in charge. A project has `need_id` and `resource_id`, an order the service that was
    chosen as `resource_id`; once it is done the project has, for a while, whose it was, and in its
    `note` their thanks. `code` tells it from others that stand open: of what was loaded the
    file's, of an order whose how-manieth it is. It stands in its state `since`, open at most
    `until`; a project is due then. `looked` counts the moments of this state that have passed.
    """

    id: int
    kind: ListingKind
    state: ListingState
    words: str
    category: str
    areas: tuple[str, ...]
    times: str
    capacity: int
    left: int
    since: datetime
    until: datetime
    whose_id: int | None = None
    whose: str = ""
    keeper_id: int | None = None
    case_id: int | None = None
    need_id: int | None = None
    resource_id: int | None = None
    looked: int = 0
    note: str = ""
    code: str = ""

    @property
    def side(self) -> int | None:
        """Who speaks for it: the person whose it is, else whoever filed it for them."""
        return self.whose_id if self.whose_id is not None else self.keeper_id

    @property
    def is_order(self) -> bool:
        return self.kind is ListingKind.NEED and self.resource_id is not None

    @property
    def free(self) -> bool:
        """Whether something of it can be matched."""
        return self.state is ListingState.OPEN and self.left > 0


# --- the clock ---

TIMER = "listing"
"""The kind of timer that a listing has."""

MENU = 0
"""Stands for all services of the menu: they end by the file, not one by one."""

A_WEEK = timedelta(days=7)
NOTICE_SHARE = 0.25
"""Of a short life, so much is left when its end is announced (ours)."""

AT_LEAST = timedelta(days=1)
"""So long after a notice nothing ends, however late the clock came to it."""

DRAFT_LASTS = timedelta(days=1)

GRACE = timedelta(days=3)
"""So long after its day an order that was taken on goes back to others (ours)."""


AFTERWARDS = (timedelta(days=3), timedelta(days=14))
"""After an order is done: whoever coordinates there is asked how long it took, where nobody said
so; then nobody knows any more whose it was (ours).
"""


def moments(listing: Listing) -> tuple[datetime, ...]:
    """When something is said or ends in this state, in order: of what is open a notice, then the
    end; of a project a reminder, then that it is late, once, and when an order goes back.
    """
    project = listing.kind is ListingKind.PROJECT
    if project and listing.state is ListingState.DONE and listing.whose_id is not None:
        return tuple(listing.since + span for span in AFTERWARDS)
    if listing.state is ListingState.DRAFT:
        return (listing.since + DRAFT_LASTS,)
    if listing.state is not ListingState.OPEN:
        return ()
    before = min(A_WEEK, (listing.until - listing.since) * NOTICE_SHARE)
    ends = (listing.until - before, listing.until)
    return (*ends, listing.until + GRACE) if project else ends


def next_moment(listing: Listing) -> datetime | None:
    """The first of those that has not passed; None where nothing is due any more."""
    left = moments(listing)[listing.looked :]
    return left[0] if left else None


def due_day(
    now: datetime,
    need: Listing,
    resource: Listing,
    terms: Terms,
) -> datetime:
    """Until when a project that begins now is to be done: while both still stand, but a day at
    least.
    """
    usual = now + timedelta(days=terms.project_days)
    return max(min(usual, need.until, resource.until), now + AT_LEAST)
