"""Which event of a case tells whom, in which words: one table."""

from __future__ import annotations

from dataclasses import dataclass

from domain.acts import Act
from domain.case import Case
from domain.messages import Choice
from handlers.texts.sentences import label
from storage.outbox.letters import NOTICE

Rows = tuple[tuple[Choice, ...], ...]


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


RESOLVED = Notice(
    "filer",
    "notice-resolved",
    buttons="feedback",
    media=True,
    joined="notice-resolved-joined",
)
NOTICES: dict[Act, tuple[Notice, ...]] = {
    Act.ACCEPT: (Notice("filer", "notice-accepted"),),
    Act.HAND_ON: (
        Notice("filer", "notice-handed-on"),
        Notice("assignee", "notice-yours-now"),
    ),
    Act.RETURN: (Notice("assignee", "notice-returned"),),
    Act.ASK: (Notice("asked", "notice-question", media=True),),
    Act.TELL: (Notice("filer", "notice-told", media=True),),
    Act.ANSWER: (
        Notice("asker", "notice-answered", media=True),
        Notice("assignee", "notice-answered", media=True),
    ),
    Act.NOTE: (Notice("assignee", "notice-noted", media=True),),
    Act.ADD: (Notice("assignee", "notice-added", media=True),),
    Act.JOIN: (Notice("assignee", "notice-joined", media=True),),
    Act.HOLD: (Notice("filer", "notice-held"),),
    Act.RESUME: (
        Notice("assignee", "notice-resumed"),
        Notice("filer", "notice-goes-on"),
    ),
    Act.EXTEND: (Notice("head", "notice-extend", buttons="extension"),),
    Act.APPROVE: (
        Notice("assignee", "notice-approved"),
        Notice("filer", "notice-extended"),
    ),
    Act.DECLINE: (Notice("assignee", "notice-declined"),),
    Act.RECLASSIFY: (
        Notice("filer", "notice-reclassified"),
        Notice("assignee", "notice-reclassified"),
    ),
    Act.RAISE: (Notice("head", "notice-raised"),),
    Act.SUPERVISE: (Notice("assignee", "notice-supervised"),),
    Act.SUBMIT: (Notice("head", "notice-verify", buttons="verify", media=True),),
    Act.REDO: (Notice("assignee", "notice-redo"),),
    Act.DELIBERATE: (Notice("filer", "notice-deliberating"),),
    Act.DECIDE: (
        Notice("filer", "notice-decided"),
        Notice("assignee", "notice-decided"),
    ),
    Act.MERGE: (
        Notice("filer", "notice-merged"),
        Notice("assignee", "notice-merged-away"),
    ),
    Act.UNMERGE: (
        Notice("filer", "notice-unmerged"),
        Notice("assignee", "notice-yours-now"),
    ),
    Act.RESOLVE: (RESOLVED,),
    Act.VERIFY: (RESOLVED, Notice("assignee", "notice-verified")),
    Act.CONFIRM: (Notice("assignee", "notice-confirmed"),),
    Act.REOPEN: (
        Notice("assignee", "notice-reopened", media=True),
        Notice("second", "notice-reopened-head"),
    ),
    Act.CLOSE: (Notice("filer", "notice-closed", joined="notice-closed-joined"),),
    Act.REJECT: (Notice("filer", "notice-rejected"),),
    Act.WITHDRAW: (Notice("assignee", "notice-withdrawn"),),
    Act.REMIND: (
        Notice("assignee", "notice-dormant"),
        Notice("head", "notice-dormant-head"),
    ),
    Act.UNDO: (Notice("filer", "notice-undone"), Notice("assignee", "notice-undone")),
}

ABOUT_A_PART = (Act.ASK, Act.TELL)
"""What the filer hears of a part of their case; of everything else the whole case tells them."""

BELOW: dict[str, tuple[tuple[str, str], ...]] = {
    "feedback": (("button-solved", "confirm"), ("button-not-solved", "reopen")),
    "extension": (("button-approve", "approve"), ("button-decline", "decline")),
    "verify": (("button-verify", "verify"), ("button-redo", "redo")),
}
"""The buttons below a notice, by the table's names for them: label and act."""


def buttons(language: str, case: Case, which: str) -> Rows:
    if which not in BELOW:
        return ()
    named = BELOW[which]
    return (
        tuple(Choice(label(language, key), f"c:{case.id}:{act}") for key, act in named),
    )


def tells_the_filer(act: Act) -> bool:
    return any(notice.to == "filer" for notice in NOTICES.get(act, ()))
