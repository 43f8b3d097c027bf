"""What can be pressed below a notice: the acts that follow from it, and the case's number."""

from __future__ import annotations

from collections.abc import Collection

from domain.acts import Act
from domain.case import Case
from domain.messages import Choice
from handlers.casework.phrases import number
from handlers.texts.sentences import label

Rows = tuple[tuple[Choice, ...], ...]
SLOT = "ask:"

BELOW: dict[str, tuple[tuple[str, str], ...]] = {
    "alarmed": (("button-accept", "accept"),),
    "answered": (("button-resolve", "resolve"), ("button-ask-again", "ask")),
    "closed": (("button-not-solved", "reopen"),),
    "dormant": (("button-resolve", "resolve"), ("button-hold", "hold")),
    "extension": (("button-approve", "approve"), ("button-decline", "decline")),
    "feedback": (("button-solved", "confirm"), ("button-not-solved", "reopen")),
    "go-on": (("button-resolve", "resolve"), ("button-ask", "ask")),
    "question": (("button-answer", "answer"),),
    "raised": (("button-supervise", "supervise"), ("button-hand-on", "hand_on")),
    "rejected": (("button-yours-after-all", "reopen"),),
    "returned": (("button-accept", "accept"), ("button-hand-on", "hand_on")),
    "supervised": (("button-accept", "accept"), ("button-resolve", "resolve")),
    "told": (("button-add", "add"),),
    "verify": (("button-verify", "verify"), ("button-redo", "redo")),
    "yours": (("button-accept", "accept"), ("button-return", "return")),
}
"""The buttons below a notice, by the table's names for them: label and act."""

FOR_WHO_WAITS = frozenset({"closed", "feedback", "question", "rejected", "told"})
"""Those below what the filer reads; all others count for whoever has the case now."""


def buttons(language: str, case: Case, which: str) -> Rows:
    """All that this row of the table names."""
    row = tuple(_button(language, case, *one) for one in BELOW.get(which, ()))
    return (row,) if row else ()


def chosen(
    language: str,
    case: Case,
    which: str,
    acts: Collection[Act],
) -> Rows:
    """Those of them that do one of these acts."""
    named = [(key, act) for key, act in BELOW.get(which, ()) if Act(act) in acts]
    row = tuple(_button(language, case, *one) for one in named)
    return (row,) if row else ()


def _button(language: str, case: Case, key: str, act: str) -> Choice:
    return Choice(label(language, key), f"c:{case.id}:{act}")


def acts_below(which: str) -> list[Act]:
    return [Act(act) for _, act in BELOW.get(which, ())]


def number_button(case: Case, mine: bool) -> Choice:
    """The case's number as a button that opens it."""
    return Choice(number(case, mine), f"c:{case.id}:open")


def list_button(language: str, *, late: bool = False) -> Choice:
    """Opens the list of all that somebody carries, or of what is late where they look after it."""
    which = "overdue" if late else "mine"
    return Choice(label(language, f"button-list-{which}"), f"q:{which}:0")


def slot(which: str, line: int) -> str:
    """By what a notice is known while its buttons count: what is below it, and of which line of
    the history it told.
    """
    return f"{SLOT}{which}:{line}"


def below_in(slot_name: str) -> str:
    """What is below a notice, read off its slot."""
    return slot_name.removeprefix(SLOT).partition(":")[0]
