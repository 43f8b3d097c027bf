"""The one table of how acts move a case from state to state."""

from __future__ import annotations

from domain.acts import Act
from domain.states import ASIDE, AT_WORK, DOABLE, OPEN, WAITING, State

MOVES: dict[tuple[State, Act], State] = {
    **{(state, Act.ASSIGN): State.ASSIGNED for state in WAITING},
    **{(state, Act.ACCEPT): State.IN_PROGRESS for state in WAITING},
    **{(state, Act.HAND_ON): State.ASSIGNED for state in AT_WORK},
    **{(state, Act.HAND_ON): state for state in ASIDE},
    **{
        (state, Act.RETURN): State.RETURNED
        for state in (State.ASSIGNED, State.IN_PROGRESS, State.REOPENED)
    },
    **{(state, Act.RESOLVE): State.RESOLVED for state in DOABLE},
    **{(state, Act.SUBMIT): State.VERIFYING for state in DOABLE},
    (State.VERIFYING, Act.VERIFY): State.RESOLVED,
    (State.VERIFYING, Act.REDO): State.IN_PROGRESS,
    (State.IN_PROGRESS, Act.HOLD): State.HELD,
    (State.HELD, Act.RESUME): State.IN_PROGRESS,
    **{(state, Act.SPLIT): State.IN_PROGRESS for state in AT_WORK},
    **{(state, Act.DELIBERATE): State.DELIBERATING for state in AT_WORK},
    (State.DELIBERATING, Act.DECIDE): State.IN_PROGRESS,
    **{(state, Act.MERGE): State.MERGED for state in OPEN},
    (State.MERGED, Act.UNMERGE): State.ASSIGNED,
    (State.IN_PROGRESS, Act.EXTEND): State.IN_PROGRESS,
    **{(state, act): state for state in DOABLE for act in (Act.APPROVE, Act.DECLINE)},
    **{
        (state, act): state
        for state in OPEN
        for act in (
            Act.RECLASSIFY,
            Act.RAISE,
            Act.SUPERVISE,
            Act.LINK,
            Act.REMIND,
        )
    },
    **{
        (state, act): state
        for state in (*OPEN, State.RESOLVED)
        for act in (Act.JOIN, Act.TELL)
    },
    **{(state, Act.REJECT): State.REJECTED for state in OPEN},
    **{(state, Act.WITHDRAW): State.WITHDRAWN for state in OPEN},
    **{(state, Act.ASK): state for state in OPEN},
    **{(state, Act.ESCALATE): state for state in OPEN},
    (State.FILED, Act.UNSEAL): State.FILED,
    (State.RESOLVED, Act.CONFIRM): State.CLOSED,
    # by those who joined: everybody who waited may say it
    (State.CLOSED, Act.CONFIRM): State.CLOSED,
    (State.RESOLVED, Act.CLOSE): State.CLOSED,
    (State.RESOLVED, Act.REOPEN): State.REOPENED,
    (State.CLOSED, Act.REOPEN): State.REOPENED,
    # by whoever reported it, who says why it is ours after all
    (State.REJECTED, Act.REOPEN): State.REOPENED,
    **{(state, Act.RATE): state for state in (State.RESOLVED, State.CLOSED)},
    **{
        (state, act): state
        for state in State
        for act in (Act.NOTE, Act.ADD, Act.ANSWER)
    },
}


class NotNow(ValueError):
    """The case's state does not allow this act; `state` says which state it is in."""

    def __init__(self, state: State, act: Act) -> None:
        super().__init__(f"{act} is not possible while {state}")
        self.state = state
        self.act = act


def move(state: State, act: Act) -> State:
    """The state after `act`. Raises NotNow where the table has no such move."""
    try:
        return MOVES[state, act]
    except KeyError:
        raise NotNow(state, act) from None
