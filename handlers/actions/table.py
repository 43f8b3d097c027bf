"""What people do to a case: a row per act. Buttons, commands, prompts, help and documents are read
off it; `handlers.actions.row.Row` tells what a column means.
"""

from __future__ import annotations

from domain.acts import Act
from handlers.actions import after, changes, guards, on_leave, unveiling, waiting
from handlers.actions.row import Row
from handlers.casework.happened import TOLD_NOBODY
from handlers.casework.rearranging import (
    linking,
    merging,
    polls,
    splitting,
    undo,
    unmerging,
)

ACTS: dict[str, Row] = {
    # --- the first page: whose it is, and what becomes of it ---
    "accept": Row(
        Act.ACCEPT,
        command="accept",
        changes=changes.taken,
        toast="toast-accepted",
        together=True,
    ),
    "hand_on": Row(
        Act.HAND_ON,
        command="pass",
        wants="whom",
        changes=changes.handed_on,
        doubt=on_leave.asked,
        edits=True,
        nothing="refuse-nobody",
        together=True,
    ),
    "return": Row(
        Act.RETURN,
        command="return",
        words=True,
        changes=changes.handed_back,
    ),
    "ask": Row(
        Act.ASK,
        command="ask",
        words=True,
        asks=True,
        goes_on=True,
        then=waiting.wait_for_the_answer,
    ),
    "resolve": Row(
        Act.RESOLVE,
        command="resolve",
        words=True,
        hollow="words-done",
        ends=True,
        guard=guards.parts_finished,
        becomes=after.looked_at_first,
        changes=changes.answered,
        wording=after.solved_or_handed_in,
        about=after.templates_for,
        together=True,
    ),
    "resume": Row(
        Act.RESUME,
        command="resume",
    ),
    "verify": Row(
        Act.VERIFY,
        command="verify",
        work=after.verify,
        tells=True,
    ),
    "redo": Row(
        Act.REDO,
        command="redo",
        words=True,
    ),
    "decide": Row(
        Act.DECIDE,
        command="decide",
        words=True,
        work=polls.decide,
    ),
    # --- the second page, in this order ---
    "tell": Row(
        Act.TELL,
        command="tell",
        words=True,
        bare=True,
        goes_on=True,
        then=after.may_reply,
        rare=True,
    ),
    "note": Row(
        Act.NOTE,
        command="note",
        words=True,
        bare=True,
        goes_on=True,
        rare=True,
    ),
    "hold": Row(
        Act.HOLD,
        command="hold",
        wants="day",
        words=True,
        changes=changes.woken_at,
        rare=True,
    ),
    "extend": Row(
        Act.EXTEND,
        command="extend",
        wants="more_days",
        words=True,
        changes=changes.asked_until,
        rare=True,
    ),
    "approve": Row(
        Act.APPROVE,
        command="approve",
        guard=guards.anothers_extension,
        rare=True,
    ),
    "decline": Row(
        Act.DECLINE,
        command="decline",
        words=True,
        guard=guards.extension,
        changes=changes.not_extended,
        rare=True,
    ),
    "category": Row(
        Act.RECLASSIFY,
        command="category",
        wants="category",
        changes=changes.category,
        rare=True,
    ),
    "urgency": Row(
        Act.RECLASSIFY,
        command="urgency",
        wants="urgency",
        changes=changes.urgency,
        rare=True,
    ),
    "privacy": Row(
        Act.RECLASSIFY,
        command="privacy",
        wants="privacy",
        guard=guards.no_open_poll,
        changes=changes.privacy,
        doubt=unveiling.asked,
        hush=TOLD_NOBODY,  # nothing that the filer was told has changed
        rare=True,
    ),
    "split": Row(
        Act.SPLIT,
        command="split",
        wants="teams",
        words=True,
        of_wholes=True,
        work=splitting.split,
        rare=True,
        nothing="refuse-nobody",
    ),
    "link": Row(
        Act.LINK,
        command="relate",
        wants="case",
        work=linking.link,
        rare=True,
    ),
    "merge": Row(
        Act.MERGE,
        command="merge",
        wants="case",
        of_wholes=True,
        work=merging.merge,
        below=after.unmerge_button,
        rare=True,
    ),
    "take_in": Row(
        Act.MERGE,
        command="takein",
        wants="case",
        of_wholes=True,
        work=merging.take_in,
        below=after.unmerge_button,
        rare=True,
    ),
    "unmerge": Row(
        Act.UNMERGE,
        command="unmerge",
        work=unmerging.unmerge,
        rare=True,
    ),
    "deliberate": Row(
        Act.DELIBERATE,
        command="deliberate",
        words=True,
        of_wholes=True,
        work=polls.open_poll,
        rare=True,
    ),
    "raise": Row(
        Act.RAISE,
        command="raise",
        words=True,
        changes=changes.a_level_up,
        rare=True,
    ),
    "supervise": Row(
        Act.SUPERVISE,
        command="supervise",
        wants="supervision",
        words=True,
        changes=changes.supervised,
        rare=True,
    ),
    "reject": Row(
        Act.REJECT,
        command="reject",
        words=True,
        hollow="words-not-ours",
        wording=after.of_a_part,
        rare=True,
    ),
    "undo": Row(
        Act.UNDO,
        command="undo",
        guard=undo.refusal,
        guard_alone=True,
        work=undo.undo,
        rare=True,
    ),
    # --- the filer's ---
    "answer": Row(
        Act.ANSWER,
        words=True,
        bare=True,
        answers=True,
        goes_on=True,
        then=after.awaits_more,
        below=waiting.something_else,
        about=after.the_question,
    ),
    "reopen": Row(
        Act.REOPEN,
        command="reopen",
        words=True,
        bare=True,
        then=after.may_say_more,
        about=after.whether_rejected,
    ),
    "add": Row(
        Act.ADD,
        command="add",
        words=True,
        bare=True,
        goes_on=True,
    ),
}

RARE = tuple(name for name, row in ACTS.items() if row.rare)
TOGETHER = tuple(name for name, row in ACTS.items() if row.together)
COMMANDS = {row.command: name for name, row in ACTS.items() if row.command}
"""The act of each command."""
