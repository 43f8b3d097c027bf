"""One's own cases: the newest, each with a press that opens it."""

from __future__ import annotations

from domain.case import Case
from domain.messages import Choice
from handlers.casework import phrases
from handlers.dialog import conversation
from handlers.dialog.fields import attachments
from handlers.dialog.fields import words as said_in
from handlers.dialog.marks import open_drafts
from handlers.dialog.rows import abreast
from handlers.dialog.turn import Turn
from handlers.filing.form import FILING
from handlers.texts.sentences import Safe

MOST_LISTED = 10


async def my(turn: Turn, words: str) -> None:
    """/my: the newest cases as they stand now; one press opens one. Where there is none yet, the
    one that is still to be submitted.
    """
    cases = await own_and_followed(turn)
    if not cases:
        return await _none(turn)
    listed(turn, turn.say("my-title"), cases)


async def _none(turn: Turn) -> None:
    begun = [
        one
        for one in await open_drafts(turn)
        if one.name == FILING.name and (said_in(one) or attachments(one))
    ]
    if not begun:
        return turn.reply(turn.say("my-none"))
    conversation.show(
        turn,
        FILING,
        begun[-1],
        first=turn.say("my-unsent"),
    )


def listed(turn: Turn, title: Safe, cases: list[Case]) -> None:
    """Each in a line with a press that opens it."""
    lines = [title, *(_line(turn, case) for case in cases)]
    opens = [Choice(case.number, f"c:{case.id}:open") for case in cases]
    rows = abreast(opens)
    turn.reply(Safe("\n".join(lines)), rows)


async def own_and_followed(turn: Turn) -> list[Case]:
    unit = turn.unit
    cases = await unit.cases.filed_by(turn.person.id, MOST_LISTED)
    followed = await unit.followers.followed_by(turn.person.id)
    for case_id in followed[:MOST_LISTED]:
        case = await unit.cases.get(case_id)
        own = {one for case in cases for one in (case.id, case.merged_into)}
        if case is not None and case.id not in own:
            cases.append(case)
    return cases


def _line(turn: Turn, case: Case) -> Safe:
    mine = case.filer_id == turn.person.id
    return turn.say(
        "my-line",
        number=case.number,
        state=phrases.state(turn.language, case, mine),
        what=phrases.cut(case.words, 24) if mine else turn.label("who-joined"),
        category=phrases.category(turn.setup, turn.language, case.category),
    )
