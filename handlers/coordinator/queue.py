"""Lists of open cases for those who look after them, by due time, a page at a time."""

from __future__ import annotations

from datetime import datetime

from domain.case import Case
from domain.messages import Choice
from handlers import casework, phrases
from handlers.coordinator.acts import open_case
from handlers.texts import Safe
from handlers.turn import Refused, Turn, whole

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
    if number is None or which not in ("queue", "mine", "overdue") or not turn.person.staff:
        raise Refused("refuse-old-button")
    turn.toast()
    await _page(turn, which, min(number, 1000))


async def _cases(turn: Turn, which: str, most: int) -> list[Case]:
    late: datetime | None = turn.unit.now if which == "overdue" else None
    if which == "mine":
        return await turn.unit.cases.carried_by(turn.person.id, most)
    areas = turn.unit.directory.below(grant.area for grant in turn.person.grants)
    return await turn.unit.cases.open_in(areas, most, late)


async def _page(turn: Turn, which: str, page: int) -> None:
    cases = await _cases(turn, which, (page + 1) * PAGE + 1)
    shown = cases[page * PAGE : (page + 1) * PAGE]
    if not shown:
        return turn.reply(turn.say(f"{which}-none"), edit=page > 0)
    lines = [turn.say(f"{which}-title")]
    for case in shown:
        name = await phrases.carer(turn.unit, turn.language, case)
        due = phrases.deadline(turn.language, case, turn.unit.now, turn.setup)
        lines.append(
            turn.say(
                "queue-line", mark=phrases.MARKS[case.urgency], number=case.number, what=phrases.cut(case.words, 22),
                category=phrases.category(turn.language, case.category), name=name, due=due,
            )
        )  # fmt: skip
    buttons = [Choice(case.number, f"c:{case.id}:open") for case in shown]
    rows = [buttons[i : i + 2] for i in range(0, len(buttons), 2)]
    around = [turn.choice("button-page-back", f"q:{which}:{page - 1}")] if page else []
    if len(cases) > (page + 1) * PAGE:
        around.append(turn.choice("button-page-on", f"q:{which}:{page + 1}"))
    turn.reply(Safe("\n".join(lines)), [*rows, around] if around else rows, edit=turn.event.data.startswith("q:"))


async def case(turn: Turn, words: str) -> None:
    """/case NUMBER: one case."""
    wanted = words.strip().upper().replace("—", "-")
    if not wanted:
        return turn.reply(turn.say("case-how"))
    found = await turn.unit.cases.by_number(wanted)
    if found is None or not casework.visible(turn.unit, turn.person, found):
        return turn.reply(turn.say("case-none", number=wanted[:20]))
    await open_case(turn, found, "")
