"""A wish (微心愿) from filed to received: its states, what may be done to it in each and by whom,
and when the clock looks at it again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zlib import crc32


class WishState(StrEnum):
    """FILED has no row of its own: it is an open case of a wish and nothing more."""

    FILED = "filed"
    ASKED = "asked"
    OPEN = "open"
    CLAIMED = "claimed"
    HANDED = "handed"
    RECEIVED = "received"
    TAKEN_BACK = "taken_back"
    EXPIRED = "expired"
    MOVED = "moved"


RUNNING = (WishState.ASKED, WishState.OPEN, WishState.CLAIMED, WishState.HANDED)
PUBLISHED = (WishState.OPEN, WishState.CLAIMED, WishState.HANDED)
WITH_SOMEBODY = (WishState.CLAIMED, WishState.HANDED)


class WishViewer(StrEnum):
    """In what capacity somebody looks at a wish. A CARER is whoever may work on its case."""

    STRANGER = "stranger"
    WISHER = "wisher"
    CLAIMER = "claimer"
    CARER = "carer"


class WishAct(StrEnum):
    SHOW = "show"
    SCREEN = "screen"
    AS_IT_IS = "as_is"
    DECLINE = "decline"
    AS_HELP = "as_help"
    AS_HAZARD = "as_hazard"
    PUBLISH = "publish"
    NOT_THIS = "not_this"
    KEEP = "keep"
    CLAIM = "claim"
    GIVE_BACK = "give_back"
    SAY = "say"
    PLACE = "place"
    HAND = "hand"
    RECEIVE = "receive"
    MISSING = "missing"
    WITNESS = "witness"
    THANK = "thank"


@dataclass(frozen=True, slots=True)
class May:
    """Whose act it is, and in which states of the wish."""

    who: frozenset[WishViewer]
    states: frozenset[WishState]


def _may(who: tuple[WishViewer, ...], *states: WishState) -> May:
    return May(frozenset(who), frozenset(states))


_ANYBODY = (WishViewer.STRANGER, WishViewer.CARER)
_WISHER = (WishViewer.WISHER,)
_CLAIMER = (WishViewer.CLAIMER,)
_CARER = (WishViewer.CARER,)

MAY: dict[WishAct, May] = {
    WishAct.SCREEN: _may(
        _CARER,
        WishState.FILED,
        WishState.ASKED,
    ),
    WishAct.AS_IT_IS: _may(_CARER, WishState.FILED),
    WishAct.DECLINE: _may(_CARER, WishState.FILED),
    WishAct.AS_HELP: _may(_CARER, WishState.FILED),
    WishAct.AS_HAZARD: _may(_CARER, WishState.FILED),
    WishAct.PUBLISH: _may(_WISHER, WishState.ASKED),
    WishAct.NOT_THIS: _may(_WISHER, WishState.ASKED),
    WishAct.KEEP: _may(_WISHER, WishState.OPEN),
    WishAct.CLAIM: _may(_ANYBODY, WishState.OPEN),
    WishAct.GIVE_BACK: _may(_CLAIMER, WishState.CLAIMED),
    WishAct.SAY: _may((*_WISHER, *_CLAIMER), *WITH_SOMEBODY),
    WishAct.PLACE: _may(_CARER, *WITH_SOMEBODY),
    WishAct.HAND: _may(_CLAIMER, WishState.CLAIMED),
    WishAct.RECEIVE: _may(_WISHER, *WITH_SOMEBODY),
    WishAct.MISSING: _may(_WISHER, WishState.HANDED),
    WishAct.WITNESS: _may(_CARER, WishState.HANDED),
    WishAct.THANK: _may(_WISHER, WishState.RECEIVED),
}
"""Whoever gains does not confirm: no act of the claimer's makes a wish received (facts, R0.2)."""

SEEN: dict[WishViewer, frozenset[WishState]] = {
    WishViewer.STRANGER: frozenset({WishState.OPEN}),
    WishViewer.CLAIMER: frozenset(WITH_SOMEBODY),
    WishViewer.WISHER: frozenset(WishState),
    WishViewer.CARER: frozenset(WishState),
}
"""In which states of a wish a viewer knows that it exists."""


def sees(viewers: frozenset[WishViewer], state: WishState) -> bool:
    """Whether this wish exists for somebody who looks at it in these capacities."""
    return any(state in SEEN[viewer] for viewer in viewers)


def theirs(act: WishAct, viewers: frozenset[WishViewer]) -> bool:
    return bool(MAY[act].who & viewers)


def possible(act: WishAct, state: WishState) -> bool:
    return state in MAY[act].states


OF_THESE_WORDS = frozenset({WishAct.PUBLISH, WishAct.NOT_THIS})
"""What is said to the words that stand beside the button, and to no later ones."""


def edition(words: str) -> str:
    """What tells these words from others, for a button."""
    return f"{crc32(words.encode()):08x}"


# --- one wish, one claim ---


@dataclass(frozen=True, slots=True)
class WishTerms:
    """What an office may set: days on the list, days of a claim, claims of one person at a time,
    and the most that a wish may cost, in yuan (facts, R5.1 and R5.2; ours where no source is).
    """

    days: int = 60
    claim_days: int = 14
    claims: int = 2
    most_yuan: int = 200


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish that was screened; times are aware UTC. `words` are the coordinator's, for the list.

    It is in its state `since`, on the list at most `until`. `looked` counts how many of this
    state's moments (`moments`) have passed. `place` is where it is handed over.
    """

    case_id: int
    state: WishState
    words: str
    area: str
    screened_by: int | None
    since: datetime
    until: datetime | None = None
    looked: int = 0
    place: str = ""
    thanks: str = ""

    @property
    def running(self) -> bool:
        return self.state in RUNNING


@dataclass(frozen=True, slots=True)
class Claim:
    """Who has said that they fulfil a wish, from `at` to `until`. `office` is the area or office
    for which one of the staff took it, '' for a rider or a merchant. `claimer_id` is None for who
    left.
    """

    case_id: int
    claimer_id: int | None
    office: str
    at: datetime
    until: datetime
    ended_at: datetime | None = None


# --- the clock ---

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
