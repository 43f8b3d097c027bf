"""One's own cases: the newest, each with a press that opens it."""

from __future__ import annotations

from domain.case import Case
from domain.messages import Choice
from handlers.casework import phrases
from handlers.dialog.rows import abreast
from handlers.dialog.turn import Turn
from handlers.texts.sentences import Safe

MOST_LISTED = 10


async def my(turn: Turn, words: str) -> None:
    """/my: the newest cases as they stand now; one press opens one."""
    cases = await own_and_followed(turn)
    if not cases:
        return turn.reply(turn.say("my-none"))
    listed(turn, turn.say("my-title"), cases)


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
