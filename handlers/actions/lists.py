"""Lists of open cases for those who look after them, by due time, a page at a time."""

from __future__ import annotations

from datetime import datetime

from domain.case import Case
from domain.messages import Choice
from domain.people import MEDIATOR, Grant, Role
from domain.privacy import Aspect
from domain.viewers import reads
from handlers.actions.buttons import open_case
from handlers.casework import perform as casework
from handlers.casework import phrases
from handlers.dialog.turn import Refused, Turn, whole
from handlers.texts.sentences import Safe

PAGE = 8


async def queue(turn: Turn, words: str) -> None:
    """/queue: mine and my grids', the soonest due first."""
    await _page(turn, "queue", 0)


async def mine(turn: Turn, words: str) -> None:
    """/mine: what I carry."""
    await _page(turn, "mine", 0)


async def overdue(turn: Turn, words: str) -> None:
    """/overdue: what should be done already."""
    await _page(turn, "overdue", 0)


async def on_page(turn: Turn, data: str) -> None:
    """`q:<list>:<page>`."""
    which, _, page = data.partition(":")
    number = whole(page)
    if (
        number is None
        or which not in ("queue", "mine", "overdue")
        or not turn.person.staff
    ):
        raise Refused("refuse-old-button")
    turn.toast()
    await _page(turn, which, min(number, 1000))


async def _cases(turn: Turn, which: str, most: int) -> list[Case]:
    """What one carries, and what stands open in one's areas, offices and posts, as far as one
    may know of it.
    """
    late: datetime | None = turn.unit.now if which == "overdue" else None
    found = await turn.unit.cases.carried_by(turn.person.id, most)
    if which != "mine":
        for grant in turn.person.grants:
            found += await _granted(turn, grant, most, late)
    unique = {
        case.id: case
        for case in found
        if late is None or (case.due_at is not None and case.due_at <= late)
    }
    return sorted(
        unique.values(), key=lambda case: (case.due_at or turn.unit.now, case.id)
    )[:most]


async def _granted(
    turn: Turn, grant: Grant, most: int, late: datetime | None
) -> list[Case]:
    """What one role makes visible: coordinators see no confidential case, mediators every one."""
    cases, areas = turn.unit.cases, turn.unit.directory.below([grant.area])
    if grant.post:
        found = await cases.open_in(areas, most, late, post=grant.post)
        return (
            found
            if grant.post != MEDIATOR
            else found + await cases.open_in(areas, most, late, confidential=True)
        )
    confidential = False if grant.role is Role.COORDINATOR else None
    offices = [code for code in areas if turn.unit.directory.areas[code].is_office]
    found = await cases.open_in(areas, most, late, confidential=confidential)
    return found + (
        await cases.open_in(offices, most, late, office=True, confidential=confidential)
        if offices
        else []
    )


async def _page(turn: Turn, which: str, page: int) -> None:
    cases = await _cases(turn, which, (page + 1) * PAGE + 1)
    shown = cases[page * PAGE : (page + 1) * PAGE]
    if not shown:
        return turn.reply(turn.say(f"{which}-none"), edit=page > 0)
    lines = [turn.say(f"{which}-title")]
    for case in shown:
        name = await phrases.carer(turn.unit, turn.language, case)
        due = phrases.deadline(turn.language, case, turn.unit.now, turn.setup)
        may_read = reads(
            turn.person, case, turn.unit.directory.reach(case), Aspect.WORDS
        )
        lines.append(
            turn.say(
                "queue-line",
                mark=phrases.MARKS[case.urgency],
                number=case.number,
                what=phrases.what(turn.language, case, 22, may_read),
                category=phrases.category(turn.language, case.category),
                name=name,
                due=due,
            )
        )
    buttons = [Choice(case.number, f"c:{case.id}:open") for case in shown]
    rows = [buttons[i : i + 2] for i in range(0, len(buttons), 2)]
    around = [turn.choice("button-page-back", f"q:{which}:{page - 1}")] if page else []
    if len(cases) > (page + 1) * PAGE:
        around.append(turn.choice("button-page-on", f"q:{which}:{page + 1}"))
    turn.reply(
        Safe("\n".join(lines)),
        [*rows, around] if around else rows,
        edit=turn.event.data.startswith("q:"),
    )


async def case(turn: Turn, words: str) -> None:
    """/case NUMBER: one case."""
    wanted = words.strip().upper().replace("—", "-")
    if not wanted:
        return turn.reply(turn.say("case-how"))
    found = await turn.unit.cases.by_number(wanted)
    if found is None or not await casework.visible(turn.unit, turn.person, found):
        return turn.reply(turn.say("case-none", number=wanted[:20]))
    await open_case(turn, found, "")
