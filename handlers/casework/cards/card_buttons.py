"""What can be pressed on a card, by the state: 接单 first while it waits, 办好了 once taken."""

from __future__ import annotations

from collections.abc import Callable

from domain.acts import Act
from domain.case import Case
from domain.kinds import Kind
from domain.messages import Choice
from domain.states import WAITING, State
from handlers.texts.sentences import label

Rows = tuple[tuple[str, ...], ...]

WAITS: Rows = (("accept",), ("hand_on", "return"), ("ask", "resolve"))
LAYOUT: dict[State, Rows] = {
    **dict.fromkeys(WAITING, (*WAITS, ("more",))),
    State.IN_PROGRESS: (("resolve", "ask"), ("hand_on", "return"), ("more",)),
    State.HELD: (("resume", "resolve"), ("ask", "more")),
    State.VERIFYING: (("verify", "redo"), ("more",)),
    State.DELIBERATING: (("decide",), ("ask", "more")),
    State.REJECTED: (("undo",),),
}
"""Names of rows of `handlers/actions/table.py`; 'more' is the second page, with what is rare."""
BEHIND = {"undo": Act.REJECT}
"""Buttons that are not named for what has to be allowed."""
MORE = "more"
"""What is no matter of whose case it is."""


def act_of(name: str) -> Act:
    """What somebody has to be allowed to do for this button: whoever may say that a case is not
    ours may take that back.
    """
    return BEHIND.get(name) or Act(name)


def buttons(
    language: str,
    case: Case,
    wishes: bool = False,
    able: Callable[[str], bool] | None = None,
) -> tuple[tuple[Choice, ...], ...]:
    """Where there is a list of `wishes`, one of them begins with what becomes of it there. Whoever
    reads it alone has only what they are `able` to do.
    """
    rows = LAYOUT.get(case.state, ())
    if able is not None:
        kept = (tuple(one for one in row if one == MORE or able(one)) for row in rows)
        rows = tuple(row for row in kept if row)
    if case.alike and rows[-1:] == (("more",),):
        rows = (*rows[:-1], ("like", "more"))
    made = tuple(tuple(_one(language, case, name) for name in row) for row in rows)
    wish_alone = case.kind is Kind.WISH and case.parent_id is None
    if not (wishes and case.open and wish_alone):
        return made
    wish = Choice(label(language, "button-wish"), f"wish:{case.id}:show")
    return ((wish,), *made)


def _one(language: str, case: Case, name: str) -> Choice:
    key = "more-acts" if name == "more" else name.replace("_", "-")
    return Choice(label(language, f"button-{key}"), f"c:{case.id}:{name}")
