"""Counts of cases, and the rates by which a district judges its work.

docs/rates.md gives every formula in words. Parts of a split case are no cases here; a merged one is
received and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from domain.facts import ANSWERED, Facts, Story
from domain.rates import share
from domain.states import State


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
    over: int = 0
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
        if case.state == State.WITHDRAWN:
            self.over += story.over
            self.withdrawn += not story.over
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
