"""Which event of a case tells whom, in which words: one table."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from domain.acts import Act
from domain.case import Case
from domain.messages import Choice
from handlers.casework.phrases import number
from handlers.texts.sentences import label
from storage.outbox.letters import NOTICE

Rows = tuple[tuple[Choice, ...], ...]
SLOT = "ask:"


@dataclass(frozen=True, slots=True)
class Notice:
    """Who hears of an act, by which sentence, on which lane; `buttons` names the choices below it.

    `to` is filer (with everybody who waits for it), asked (the filer and those whose own case was
    merged into it), assignee, asker (who asked last), head (who leads the case now), or second (the
    head, from the second reopening on). `media` says that pictures go along. `joined` is the
    sentence, without buttons, for those who said "me too" where it is another.
    """

    to: str
    key: str
    buttons: str = ""
    media: bool = False
    lane: int = NOTICE
    joined: str = ""


# --- who hears ---

RESOLVED = Notice(
    "filer",
    "notice-resolved",
    buttons="feedback",
    media=True,
    joined="notice-resolved-joined",
)
CLOSED = Notice(
    "filer",
    "notice-closed",
    buttons="closed",
    joined="notice-closed-joined",
)
NOTICES: dict[Act, tuple[Notice, ...]] = {
    Act.ACCEPT: (Notice("filer", "notice-accepted"),),
    Act.HAND_ON: (
        Notice("filer", "notice-handed-on"),
        Notice("assignee", "notice-yours-now", buttons="yours"),
    ),
    Act.RETURN: (Notice("assignee", "notice-returned", buttons="returned"),),
    Act.ASK: (Notice("asked", "notice-question", buttons="question", media=True),),
    Act.TELL: (Notice("filer", "notice-told", buttons="told", media=True),),
    Act.ANSWER: (
        Notice("asker", "notice-answered", buttons="answered", media=True),
        Notice("assignee", "notice-answered", buttons="answered", media=True),
    ),
    Act.NOTE: (Notice("assignee", "notice-noted", media=True),),
    Act.ADD: (Notice("assignee", "notice-added", buttons="go-on", media=True),),
    Act.JOIN: (Notice("assignee", "notice-joined", media=True),),
    Act.HOLD: (Notice("filer", "notice-held"),),
    Act.RESUME: (
        Notice("assignee", "notice-resumed", buttons="go-on"),
        Notice("filer", "notice-goes-on"),
    ),
    Act.EXTEND: (Notice("head", "notice-extend", buttons="extension"),),
    Act.APPROVE: (
        Notice("assignee", "notice-approved", buttons="go-on"),
        Notice("filer", "notice-extended"),
    ),
    Act.DECLINE: (Notice("assignee", "notice-declined", buttons="go-on"),),
    Act.RECLASSIFY: (
        Notice("filer", "notice-reclassified"),
        Notice("assignee", "notice-reclassified"),
    ),
    Act.RAISE: (Notice("head", "notice-raised", buttons="raised"),),
    Act.SUPERVISE: (Notice("assignee", "notice-supervised", buttons="supervised"),),
    Act.SUBMIT: (Notice("head", "notice-verify", buttons="verify", media=True),),
    Act.REDO: (Notice("assignee", "notice-redo", buttons="go-on"),),
    Act.DELIBERATE: (Notice("filer", "notice-deliberating"),),
    Act.DECIDE: (
        Notice("filer", "notice-decided"),
        Notice("assignee", "notice-decided", buttons="go-on"),
    ),
    Act.MERGE: (
        Notice("filer", "notice-merged"),
        Notice("assignee", "notice-merged-away"),
    ),
    Act.UNMERGE: (
        Notice("filer", "notice-unmerged"),
        Notice("assignee", "notice-yours-now", buttons="yours"),
    ),
    Act.RESOLVE: (RESOLVED,),
    Act.VERIFY: (RESOLVED, Notice("assignee", "notice-verified")),
    Act.CONFIRM: (Notice("assignee", "notice-confirmed"),),
    Act.REOPEN: (
        Notice("assignee", "notice-reopened", buttons="yours", media=True),
        Notice("second", "notice-reopened-head", buttons="raised"),
    ),
    Act.CLOSE: (CLOSED,),
    Act.REJECT: (Notice("filer", "notice-rejected", buttons="rejected"),),
    Act.WITHDRAW: (Notice("assignee", "notice-withdrawn"),),
    Act.REMIND: (
        Notice("assignee", "notice-dormant", buttons="dormant"),
        Notice("head", "notice-dormant-head", buttons="raised"),
    ),
    Act.UNDO: (Notice("filer", "notice-undone"), Notice("assignee", "notice-undone")),
}

# --- what can be pressed below it ---

BELOW: dict[str, tuple[tuple[str, str], ...]] = {
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


def chosen(language: str, case: Case, which: str, acts: Collection[Act]) -> Rows:
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


def slot(which: str, line: int) -> str:
    """By what a notice is known while its buttons count: what is below it, and of which line of
    the history it told.
    """
    return f"{SLOT}{which}:{line}"


def below_in(slot_name: str) -> str:
    """What is below a notice, read off its slot."""
    return slot_name.removeprefix(SLOT).partition(":")[0]


def tells_the_filer(act: Act) -> bool:
    return any(notice.to == "filer" for notice in NOTICES.get(act, ()))
