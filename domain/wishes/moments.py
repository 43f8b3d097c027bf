"""When the clock looks at a wish again, and until when a wish and a claim go on."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.wishes.wish import Claim, Wish, WishState, WishTerms

ANSWERS = (timedelta(days=3), timedelta(days=10), timedelta(days=14))
"""After the question whether it may be published: twice again, then it is an ordinary case."""

BEFORE_THE_END = (timedelta(days=14), timedelta(days=3), timedelta(0))
"""Before a wish leaves the list: asked twice whether it still holds."""

CLAIM_SHARE = 0.7
"""Of the days of a claim, when its claimer is reminded (facts, R5.2)."""

PLACE_WANTED = timedelta(days=3)
"""A claim whose place nobody has named is longer by this, each time its claimer would be reminded,
and whoever names the place is asked instead (ours).
"""

AFTER_HANDING = (timedelta(days=3), timedelta(days=14))
"""The wisher is asked, then the coordinator looks for themselves (facts, R5.3)."""

AT_LEAST = timedelta(days=1)
"""So long after a notice nothing ends, however late the clock came to it."""


def moments(wish: Wish, claim: Claim | None) -> tuple[datetime, ...]:
    """When something is said or ends in this state of the wish, in order."""
    if wish.state is WishState.ASKED:
        return tuple(wish.since + span for span in ANSWERS)
    if wish.state is WishState.OPEN and wish.until is not None:
        return tuple(wish.until - span for span in BEFORE_THE_END)
    if wish.state is WishState.CLAIMED and claim is not None:
        reminder = claim.at + (claim.until - claim.at) * CLAIM_SHARE
        return (reminder.replace(microsecond=0), claim.until)
    if wish.state is WishState.HANDED:
        return tuple(wish.since + span for span in AFTER_HANDING)
    return ()


def longer(claim: Claim, now: datetime) -> datetime:
    """Until when it goes on while it waits for a place: its next reminder is so long from now."""
    until = claim.at + (now + PLACE_WANTED - claim.at) / CLAIM_SHARE
    return until.replace(microsecond=0)


def with_a_place(claim: Claim, now: datetime, terms: WishTerms) -> datetime:
    """Until when it goes on once its place is named: its own days, or from now on what is left of
    these at the reminder, if that is later. What it waited for the place costs it nothing, and
    gives it no more either (ours).
    """
    days = timedelta(days=terms.claim_days)
    until = max(claim.at + days, now + days * (1 - CLAIM_SHARE))
    return until.replace(microsecond=0)


def reminded(claim: Claim, now: datetime, terms: WishTerms) -> bool:
    """Whether the time of its reminder has passed."""
    return now >= claim.at + timedelta(days=terms.claim_days) * CLAIM_SHARE


def next_moment(wish: Wish, claim: Claim | None) -> datetime | None:
    """The first of those that has not passed; None where nothing is due any more."""
    left = moments(wish, claim)[wish.looked :]
    return left[0] if left else None


def on_the_list_until(wish: Wish | None, now: datetime, terms: WishTerms) -> datetime:
    """Until when a wish stays that is published or kept now, or comes back from a claim: then it
    has at least as long again as a claim takes.
    """
    if wish is None or wish.until is None:
        return now + timedelta(days=terms.days)
    return max(wish.until, now + timedelta(days=terms.claim_days + 1))
