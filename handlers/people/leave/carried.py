"""What somebody on leave carries, and the question whether it goes to colleagues."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from domain.people import Person
from handlers.casework.rearranging.hand_over import heirs
from handlers.dialog import questions
from handlers.dialog.turn import Turn
from handlers.people.leave.days import back_at

KEEP = "keep"

MOST_CARRIED = 1000
"""Cases that are counted and handed over at once."""


async def ask(
    turn: Turn,
    person: Person,
    until: datetime,
    carried: int,
) -> None:
    """How many cases would go, and to whom."""
    plan = await heirs(turn.scene, person, all_of_them=True)
    receivers = Counter(to.id for _, to in plan)
    names = {to.id: to.name for _, to in plan}
    whom = [
        turn.label(
            "away-to",
            name=names[to],
            count=count,
        )
        for to, count in receivers.most_common()
    ]
    asked = turn.say(
        "ask-away" if plan else "ask-away-nobody",
        name=person.name,
        at=back_at(turn, until),
        count=len(plan) or carried,
        whom=" · ".join(whom),
    )
    if not plan:
        return turn.reply(asked)
    yes = f"{person.id}:{int(until.timestamp())}"
    hand_over = turn.choice("button-hand-over", f"w:{yes}")
    keep = turn.choice("button-keep", f"w:{KEEP}")
    await questions.ask(turn, "hand-over", {"yes": yes, "no": KEEP})
    turn.reply(asked, [[hand_over, keep]])


async def carried_by(turn: Turn, person: Person) -> int:
    return len(await turn.unit.cases.carried_by(person.id, MOST_CARRIED))
