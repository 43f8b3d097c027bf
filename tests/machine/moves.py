"""How acts move a case, written down a second time by hand: the machine believes this and not
`domain.case.MOVES`.
"""

from __future__ import annotations

from datetime import timedelta

from domain.acts import Act
from domain.kinds import Urgency
from domain.standing import Standing
from domain.states import State

ALWAYS = "note add answer"
ENDS = "merge>merged reject>rejected withdraw>withdrawn"
ANY_OPEN = (
    f"{ALWAYS} {ENDS} ask tell join remind reclassify raise supervise link escalate"
)
WORK = "approve decline resolve>resolved submit>verifying"
DESK = f"{ANY_OPEN} {WORK} hand_on>assigned split>in_progress deliberate>deliberating"
WAITS = f"{DESK} assign>assigned accept>in_progress"

ROWS: dict[str, str] = {
    "filed": f"{WAITS} unseal",
    "assigned": f"{WAITS} return>returned",
    "returned": WAITS,
    "reopened": f"{WAITS} return>returned",
    "in_progress": f"{DESK} return>returned hold>held extend",
    "held": f"{ANY_OPEN} {WORK} hand_on resume>in_progress",
    "verifying": f"{ANY_OPEN} hand_on verify>resolved redo>in_progress",
    "deliberating": f"{ANY_OPEN} {WORK} hand_on decide>in_progress",
    "resolved": f"{ALWAYS} join tell rate confirm>closed close>closed reopen>reopened",
    "closed": f"{ALWAYS} rate confirm reopen>reopened",
    "merged": f"{ALWAYS} unmerge>assigned",
    "rejected": f"{ALWAYS} reopen>reopened",
    "withdrawn": ALWAYS,
}
"""By state: every act that is possible in it, with the state that follows where it is another."""


def _acts(names: str) -> frozenset[Act]:
    return frozenset(map(Act, names.split()))


def _read() -> dict[tuple[State, Act], State]:
    found = {}
    for state, acts in ROWS.items():
        for one in acts.split():
            act, _, then = one.partition(">")
            found[State(state), Act(act)] = State(then or state)
    return found


LEGAL = _read()
WAITING = {
    "filer": _acts("see add answer withdraw confirm reopen rate"),
    Standing.BROUGHT: _acts("see add answer confirm reopen rate"),
    Standing.FOLLOWER: _acts("see add"),
    Standing.NONE: _acts(""),
}
"""What somebody may do who only waits for the case, by hand: a follower decides nothing."""
FIVE_MINUTES = timedelta(minutes=5)
CLOSEST = {
    urgency: timedelta(minutes=10) if urgency is Urgency.URGENT else timedelta(hours=1)
    for urgency in Urgency
}
"""How near to each other two alarms of one phase may be set."""
TAKEN_BACK = _acts(
    "accept hand_on return hold resume extend approve decline reclassify raise supervise "
    "link resolve submit verify redo reject decide"
)
BY_THE_CLOCK = _acts("assign hand_on escalate close resume remind reclassify withdraw")
ASLEEP = (
    State.HELD,
    State.RESOLVED,
    State.CLOSED,
    State.REJECTED,
    State.WITHDRAWN,
    State.MERGED,
)
"""Where no alarm goes off."""
