"""What one case counts for: what its row says, and what its history tells.

Times are whole milliseconds since 1970 UTC, durations whole seconds of working time.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from domain.acts import Act
from domain.states import State

ANSWERED = (State.RESOLVED, State.CLOSED)
NOTHING_OWED = (State.REJECTED, State.WITHDRAWN)
REPLIES = frozenset({Act.CONFIRM, Act.REOPEN})
WORK = frozenset({Act.RESOLVE, Act.SUBMIT, Act.VERIFY})
UPWARDS = frozenset({Act.ESCALATE, Act.RAISE, Act.RETURN})
TOLD_BY = frozenset({*REPLIES, *WORK, *UPWARDS, Act.WITHDRAW, Act.UNDO})
"""The acts of a case's history that count for a rate."""


@dataclass(slots=True)
class Story:
    """What the history says of one case: who answered what last, whose work it was, how often it
    went up, and whether its filer ended it since it was all right again.
    """

    replies: dict[int | None, bool] = field(default_factory=dict)
    workers: set[int | None] = field(default_factory=set)
    ups: int = 0
    escalated: bool = False
    over: bool = False

    def hear(self, act: str, actor_id: int | None, words: str) -> None:
        """One line, in the order in which it was written. `words` of an undo name the act that
        was taken back, those of a withdrawal say that it is over.
        """
        if act in REPLIES:
            self.replies[actor_id] = act == Act.CONFIRM
        elif act in WORK:
            self.workers.add(actor_id)
        elif act in UPWARDS:
            self.ups += 1
            self.escalated |= act == Act.ESCALATE
        elif act == Act.WITHDRAW:
            self.over = bool(words)
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
