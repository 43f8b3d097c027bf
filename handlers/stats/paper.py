"""What both papers, register and slip, call states and kinds."""

from __future__ import annotations

import re

from domain.kinds import Kind
from domain.states import State
from handlers.texts.sentences import label

STATES = {
    State.FILED: "register-state-filed",
    State.ASSIGNED: "register-state-assigned",
    State.IN_PROGRESS: "register-state-in-progress",
    State.RETURNED: "register-state-returned",
    State.REOPENED: "register-state-reopened",
    State.RESOLVED: "register-state-resolved",
    State.CLOSED: "register-state-closed",
    State.REJECTED: "register-state-rejected",
    State.WITHDRAWN: "register-state-withdrawn",
    State.HELD: "register-state-held",
    State.VERIFYING: "register-state-verifying",
    State.DELIBERATING: "register-state-deliberating",
    State.MERGED: "register-state-merged",
}
"""States as a paper says them; in the chat they speak to the filer."""


def kind_name(language: str, kind: Kind) -> str:
    """The kind's name without the sign that stands before it in the chat."""
    return re.sub(r"^\W+", "", label(language, f"kind-{kind}"))
