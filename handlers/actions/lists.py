"""Lists of open cases for those who look after them, by due time, a page at a time."""

from __future__ import annotations

from datetime import datetime

from domain.case import Case
from domain.messages import Choice
from domain.people import MEDIATOR, Grant, Role
from domain.privacy import Aspect
from domain.values.number import case_number
from domain.viewers import reads
from handlers.actions.showing import open_case
from handlers.casework import phrases
from handlers.casework.permission import visible
from handlers.dialog.turn import Refused, Turn, whole
from handlers.texts.sentences import Safe

PAGE = 8
LAST_PAGE = 1000
LISTS = ("queue", "mine", "overdue")


async def queue(turn: Turn, words: str) -> None:
    """/queue: mine and my grids', the soonest due first."""
    await _page(turn, "queue", 0)


async def mine(turn: Turn, words: str) -> None:
    """/mine: what I carry."""
    await _page(turn, "mine", 0)


async def overdue(turn: Turn, words: str) -> None:
    """/overdue: what should be done already."""
    await _page(turn, "overdue", 0)


async def case(turn: Turn, words: str) -> None:
    """/case NUMBER: one case."""
    wanted = case_number(words) or words.strip().upper()
    if not wanted:
        return turn.reply(turn.say("case-how"))
    found = await turn.unit.cases.by_number(wanted)
    if found is None or not await visible(turn.unit, turn.person, found):
        return turn.reply(turn.say("case-none", number=wanted[:20]))
    await open_case(turn, found, "")


async def on_page(turn: Turn, data: str) -> None:
    """`q:<list>:<page>`."""
    which, _, page = data.partition(":")
    number = whole(page)
    if number is None or which not in LISTS or not turn.person.staff:
        raise Refused("refuse-old-button")
    turn.toast()
    await _page(turn, which, min(number, LAST_PAGE))


# --- which ---


async def _cases(turn: Turn, which: str, most: int) -> list[Case]:
    """What one carries, and what stands open in one's areas, offices and posts, as far as one may
    know of it.
    """
    now = turn.unit.now
    late: datetime | None = now if which == "overdue" else None
    found = await turn.unit.cases.carried_by(turn.person.id, most)
    if which != "mine":
        for grant in turn.person.grants:
            found += await _granted(turn, grant, most, late)
    unique = {case.id: case for case in found if late is None or _due(case, late)}
    by_due = sorted(unique.values(), key=lambda case: (case.due_at or now, case.id))
    return by_due[:most]


def _due(case: Case, late: datetime) -> bool:
    return case.due_at is not None and case.due_at <= late


async def _granted(
    turn: Turn, grant: Grant, most: int, late: datetime | None
) -> list[Case]:
    """What one role makes visible: coordinators see no confidential case, mediators every one."""
    cases, directory = turn.unit.cases, turn.unit.directory
    areas = directory.below([grant.area])
    if grant.post:
        found = await cases.open_in(areas, most, late, post=grant.post)
        if grant.post == MEDIATOR:
            found += await cases.open_in(areas, most, late, confidential=True)
        return found
    private = False if grant.role is Role.COORDINATOR else None
    found = await cases.open_in(areas, most, late, confidential=private)
    offices = [code for code in areas if directory.areas[code].is_office]
    if offices:
        found += await cases.open_in(
            offices, most, late, office=True, confidential=private
        )
    return found


# --- how it looks ---


async def _page(turn: Turn, which: str, page: int) -> None:
    cases = await _cases(turn, which, (page + 1) * PAGE + 1)
    shown = cases[page * PAGE : (page + 1) * PAGE]
    if not shown:
        return turn.reply(turn.say(f"{which}-none"), edit=page > 0)
    lines = [turn.say(f"{which}-title")]
    lines += [await _line(turn, case) for case in shown]
    opens = [Choice(case.number, f"c:{case.id}:open") for case in shown]
    rows = [opens[i : i + 2] for i in range(0, len(opens), 2)]
    around = _around(turn, which, page, len(cases))
    edit = turn.event.data.startswith("q:")
    turn.reply(Safe("\n".join(lines)), [*rows, around] if around else rows, edit=edit)


def _around(turn: Turn, which: str, page: int, count: int) -> list[Choice]:
    """To the page before and the next one, as far as there are any."""
    found = []
    if page:
        found.append(turn.choice("button-page-back", f"q:{which}:{page - 1}"))
    if count > (page + 1) * PAGE:
        found.append(turn.choice("button-page-on", f"q:{which}:{page + 1}"))
    return found


async def _line(turn: Turn, case: Case) -> Safe:
    language, unit = turn.language, turn.unit
    may_read = reads(turn.person, case, unit.directory.reach(case), Aspect.WORDS)
    return turn.say(
        "queue-line",
        mark=phrases.MARKS[case.urgency],
        number=case.number,
        what=phrases.what(language, case, 22, may_read),
        category=phrases.category(turn.setup, language, case.category),
        name=await phrases.carer(unit, language, case),
        due=phrases.deadline(language, case, unit.now, turn.setup),
    )
