"""The rates by which a district judges its work: what one case counts for, and how counts become
rates.

docs/rates.md gives every formula in words. Parts of a split case are no cases here; a merged one is
received and nothing else. Times are whole milliseconds since 1970 UTC, durations whole seconds of
working time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from statistics import median
from typing import Any

from domain.acts import Act
from domain.states import State

SMALL = 10  # no rate, rank or span on fewer (facts/rules.md)
ANSWERED = (State.RESOLVED, State.CLOSED)
NOTHING_OWED = (State.REJECTED, State.WITHDRAWN)
REPLIES = frozenset({Act.CONFIRM, Act.REOPEN})
WORK = frozenset({Act.RESOLVE, Act.SUBMIT, Act.VERIFY})
UPWARDS = frozenset({Act.ESCALATE, Act.RAISE, Act.RETURN})
TOLD_BY = frozenset({*REPLIES, *WORK, *UPWARDS, Act.UNDO})
"""The acts of a case's history that count for a rate."""


@dataclass(slots=True)
class Story:
    """What the history says of one case: who answered what last, whose work it was, and how
    often it went up.
    """

    replies: dict[int | None, bool] = field(default_factory=dict)
    workers: set[int | None] = field(default_factory=set)
    ups: int = 0
    escalated: bool = False

    def hear(self, act: str, actor_id: int | None, words: str) -> None:
        """One line, in the order in which it was written. `words` of an undo name the act that
        was taken back.
        """
        if act in REPLIES:
            self.replies[actor_id] = act == Act.CONFIRM
        elif act in WORK:
            self.workers.add(actor_id)
        elif act in UPWARDS:
            self.ups += 1
            self.escalated |= act == Act.ESCALATE
        elif act == Act.UNDO and words in UPWARDS:
            self.ups -= 1

    def answers(self, assignee_id: int | None) -> list[bool]:
        """True for "solved": the last word of everybody who was asked. Nobody judges their own
        work.
        """
        own = {*self.workers, assignee_id} - {None}
        return [solved for who, solved in self.replies.items() if who not in own]


UNTOLD = Story()


@dataclass(frozen=True, slots=True)
class Facts:
    """What the row of one case says."""

    state: str
    assignee_id: int | None
    filed_at: int
    accept_due: int
    accepted_at: int | None
    accept_took: float | None
    resolve_due: int
    resolved_at: int | None
    resolve_took: float | None
    closed_at: int | None
    reopened: int
    raised: int

    @property
    def on_the_spot(self) -> bool:
        """Solved at the moment in which it was filed, and never taken: nobody waited for
        anything.
        """
        return self.resolved_at == self.filed_at and self.accept_took is None

    def accept_decided(self, now: int) -> bool:
        """Whether it is settled if somebody took it in time; who ended it before that was due
        owes nothing.
        """
        if self.on_the_spot:
            return False
        if self.accepted_at is None and self.closed_at is not None:
            return self.closed_at >= self.accept_due
        return self.accept_due <= now or self.closed_at is not None

    def answer_decided(self, now: int) -> bool:
        if self.state in NOTHING_OWED:
            return False
        return self.state == State.CLOSED or self.resolve_due <= now


@dataclass(slots=True)
class Tally:
    """Counts of cases, which add up over days, areas and whatever else; and every single
    duration, in seconds.
    """

    filed: int = 0
    merged: int = 0
    resolved: int = 0
    closed: int = 0
    on_the_spot: int = 0
    accept_decided: int = 0
    accepted_in_time: int = 0
    answer_decided: int = 0
    answered_in_time: int = 0
    replies: int = 0
    solved: int = 0
    rejected: int = 0
    withdrawn: int = 0
    reopened: int = 0
    escalated: int = 0
    lowest: int = 0
    accept: list[int] = field(default_factory=list)
    resolve: list[int] = field(default_factory=list)

    def count(self, case: Facts, story: Story, now: int) -> None:
        """Adds one case as it stands at `now`."""
        self.filed += 1
        if case.state == State.MERGED:
            self.merged += 1
            return
        self.closed += case.state == State.CLOSED
        self.rejected += case.state == State.REJECTED
        self.withdrawn += case.state == State.WITHDRAWN
        self.reopened += case.reopened > 0
        self.escalated += case.raised > 0 or story.escalated
        self._count_promptness(case, now)
        if case.state in ANSWERED:
            self.resolved += 1
            self.lowest += case.raised == 0 and story.ups <= 0
        answers = story.answers(case.assignee_id)
        self.replies += len(answers)
        self.solved += sum(answers)

    def _count_promptness(self, case: Facts, now: int) -> None:
        if case.accept_decided(now):
            self.accept_decided += 1
            self.accepted_in_time += (
                case.accepted_at is not None and case.accepted_at <= case.accept_due
            )
        if case.answer_decided(now):
            self.answer_decided += 1
            self.answered_in_time += (
                case.resolved_at is not None and case.resolved_at <= case.resolve_due
            )
        if case.on_the_spot:
            self.on_the_spot += 1
            return
        if case.accept_took is not None:
            self.accept.append(round(case.accept_took))
        if case.state in ANSWERED and case.resolve_took is not None:
            self.resolve.append(round(case.resolve_took))

    def add(self, other: Tally) -> None:
        for name in NUMBERS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.accept += other.accept
        self.resolve += other.resolve

    def plain(self) -> dict[str, Any]:
        """As JSON, without what is nought; the durations sorted."""
        counts = {name: value for name in NUMBERS if (value := getattr(self, name))}
        spans = {
            name: sorted(value) for name in SPANS if (value := getattr(self, name))
        }
        return counts | spans

    def add_plain(self, kept: Mapping[str, Any]) -> None:
        """Adds what `plain` wrote down."""
        for name, value in kept.items():
            if name in SPANS:
                getattr(self, name).extend(value)
            else:
                setattr(self, name, getattr(self, name) + value)

    # --- rates ---

    @property
    def own(self) -> int:
        """The cases that had to be dealt with: what was merged goes on in another one."""
        return self.filed - self.merged

    @property
    def response(self) -> float | None:
        return share(self.accepted_in_time, self.accept_decided)

    @property
    def closing(self) -> float | None:
        return share(self.closed, self.own)

    @property
    def on_time(self) -> float | None:
        return share(self.answered_in_time, self.answer_decided)

    @property
    def satisfaction(self) -> float | None:
        return share(self.solved, self.replies)

    @property
    def at_the_lowest(self) -> float | None:
        return share(self.lowest, self.resolved)


SPANS = ("accept", "resolve")
NUMBERS = tuple(one.name for one in fields(Tally) if one.name not in SPANS)


def share(part: int, whole: int) -> float | None:
    """Part of the whole, 0 to 1; None where so few say nothing."""
    return part / whole if whole >= SMALL else None


def middle(seconds: Sequence[int]) -> float | None:
    """The median; of an even number the mean of the two in the middle. None for so few that they
    say nothing.
    """
    return float(median(seconds)) if len(seconds) >= SMALL else None


def ninetieth(seconds: Sequence[int]) -> float | None:
    """The 90th percentile by nearest rank: the smallest value that nine in ten do not exceed."""
    return (
        float(sorted(seconds)[-(-9 * len(seconds) // 10) - 1])
        if len(seconds) >= SMALL
        else None
    )
