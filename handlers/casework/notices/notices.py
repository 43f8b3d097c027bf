"""Which event of a case tells whom, in which words: one table."""

from __future__ import annotations

from dataclasses import dataclass

from domain import late_news
from domain.acts import Act
from domain.late_news import RECAST, STANDS
from domain.messages import Matter
from storage.outbox.letters import NOTICE


@dataclass(frozen=True, slots=True)
class Notice:
    """Who hears of an act, by which sentence, on which lane; `buttons` names the choices below it
    (`notice_buttons.BELOW`).

    `to` is filer (with everybody who waits for it), asked (the filer and those whose own case was
    merged into it), assignee, asker (who asked last), teller (who told something last, and may hear
    back), alarmed (who was called for an emergency that nobody has taken yet), called (the same,
    taken or not), head (who leads the case now), or second (the head, from the second reopening
    on). `media` says that pictures go along. `joined` is the sentence, without buttons, for those
    who said "me too" where it is another.
    `matter` is what it is to whoever can hardly be reached; `known` by what it is known while it
    waits, where a newer one takes its place or it may not be true any more (`domain/late_news.py`).
    """

    to: str
    key: str
    buttons: str = ""
    media: bool = False
    lane: int = NOTICE
    joined: str = ""
    matter: Matter = Matter.NEWS
    known: str = ""


def _stands(key: str) -> Notice:
    """What tells the filer how their case stands now."""
    return Notice("filer", key, known=STANDS)


RESOLVED = Notice(
    "filer",
    "notice-resolved",
    buttons="feedback",
    media=True,
    joined="notice-resolved-joined",
    matter=Matter.RESULT,
    known=late_news.RESOLVED,
)
CLOSED = Notice(
    "filer",
    "notice-closed",
    buttons="closed",
    joined="notice-closed-joined",
    matter=Matter.RESULT,
    known=late_news.CLOSED,
)
NOTICES: dict[Act, tuple[Notice, ...]] = {
    Act.ACCEPT: (_stands("notice-accepted"),),
    Act.HAND_ON: (
        _stands("notice-handed-on"),
        Notice("assignee", "notice-yours-now", buttons="yours"),
    ),
    Act.RETURN: (Notice("assignee", "notice-returned", buttons="returned"),),
    Act.ASK: (
        Notice(
            "asked",
            "notice-question",
            buttons="question",
            media=True,
            matter=Matter.QUESTION,
        ),
    ),
    Act.TELL: (
        Notice("filer", "notice-told", buttons="told", media=True),
        Notice("called", "notice-crew", buttons="alarmed", media=True),
    ),
    Act.ANSWER: (
        Notice("asker", "notice-answered", buttons="answered", media=True),
        Notice("assignee", "notice-answered", buttons="answered", media=True),
    ),
    Act.NOTE: (
        Notice("assignee", "notice-noted", media=True),
        Notice("called", "notice-crew", buttons="alarmed", media=True),
    ),
    Act.ADD: (
        Notice("assignee", "notice-added", buttons="go-on", media=True),
        Notice("teller", "notice-added", buttons="go-on", media=True),
        Notice("alarmed", "notice-added", buttons="alarmed", media=True),
    ),
    Act.JOIN: (Notice("assignee", "notice-joined", media=True),),
    Act.HOLD: (_stands("notice-held"),),
    Act.RESUME: (
        Notice("assignee", "notice-resumed", buttons="go-on"),
        _stands("notice-goes-on"),
    ),
    Act.EXTEND: (Notice("head", "notice-extend", buttons="extension"),),
    Act.APPROVE: (
        Notice("assignee", "notice-approved", buttons="go-on"),
        _stands("notice-extended"),
    ),
    Act.DECLINE: (Notice("assignee", "notice-declined", buttons="go-on"),),
    Act.RECLASSIFY: (
        Notice("filer", "notice-reclassified", known=RECAST),
        Notice("assignee", "notice-reclassified"),
    ),
    Act.RAISE: (Notice("head", "notice-raised", buttons="raised"),),
    Act.SUPERVISE: (Notice("assignee", "notice-supervised", buttons="supervised"),),
    Act.SUBMIT: (Notice("head", "notice-verify", buttons="verify", media=True),),
    Act.REDO: (Notice("assignee", "notice-redo", buttons="go-on"),),
    Act.DELIBERATE: (_stands("notice-deliberating"),),
    Act.DECIDE: (
        Notice("filer", "notice-decided"),
        Notice("assignee", "notice-decided", buttons="go-on"),
    ),
    Act.MERGE: (
        Notice("filer", "notice-merged"),
        Notice("assignee", "notice-merged-away"),
    ),
    Act.UNMERGE: (
        _stands("notice-unmerged"),
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
    Act.REJECT: (
        Notice("filer", "notice-rejected", buttons="rejected", matter=Matter.RESULT),
    ),
    Act.WITHDRAW: (Notice("assignee", "notice-withdrawn"),),
    Act.REMIND: (
        Notice("assignee", "notice-dormant", buttons="dormant"),
        Notice("head", "notice-dormant-head", buttons="raised"),
    ),
    Act.UNDO: (_stands("notice-undone"), Notice("assignee", "notice-undone")),
}


def tells_the_filer(act: Act) -> bool:
    return any(notice.to == "filer" for notice in NOTICES.get(act, ()))


NOT_TOLD_ANY_MORE = {Act.RETURN: STANDS}
"""What this act makes untrue, by what it is known as, where whoever waits has not heard it yet."""
