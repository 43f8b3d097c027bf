"""What can be done to a case."""

from __future__ import annotations

from enum import StrEnum


class Act(StrEnum):
    FILE = "file"
    ASSIGN = "assign"
    ACCEPT = "accept"
    HAND_ON = "hand_on"
    RETURN = "return"
    ASK = "ask"
    ANSWER = "answer"
    NOTE = "note"
    ADD = "add"
    RESOLVE = "resolve"
    CONFIRM = "confirm"
    REOPEN = "reopen"
    RATE = "rate"
    CLOSE = "close"
    REJECT = "reject"
    WITHDRAW = "withdraw"
    ESCALATE = "escalate"
    ON_SITE = "on_site"
    SEE = "see"
    TELL = "tell"
    HOLD = "hold"
    RESUME = "resume"
    EXTEND = "extend"
    APPROVE = "approve"
    DECLINE = "decline"
    RECLASSIFY = "reclassify"
    RAISE = "raise"
    SUPERVISE = "supervise"
    SPLIT = "split"
    LINK = "link"
    MERGE = "merge"
    UNMERGE = "unmerge"
    SUBMIT = "submit"
    VERIFY = "verify"
    REDO = "redo"
    DELIBERATE = "deliberate"
    DECIDE = "decide"
    JOIN = "join"
    REMIND = "remind"
    UNDO = "undo"
    UNSEAL = "unseal"


UNDOABLE = frozenset(
    {
        Act.ACCEPT,
        Act.HAND_ON,
        Act.RETURN,
        Act.HOLD,
        Act.RESUME,
        Act.EXTEND,
        Act.APPROVE,
        Act.DECLINE,
        Act.RECLASSIFY,
        Act.RAISE,
        Act.SUPERVISE,
        Act.LINK,
        Act.RESOLVE,
        Act.SUBMIT,
        Act.VERIFY,
        Act.REDO,
        Act.REJECT,
        Act.DECIDE,
    }
)
"""What its actor may take back within five minutes: the case is again what it was before that
move.
"""

FIRST_ANSWERS = frozenset({Act.ASK, Act.TELL, Act.RESOLVE, Act.SUBMIT, Act.REJECT})
"""The acts by which somebody in charge first speaks to the filer."""
