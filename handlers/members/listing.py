"""/members: how many there are by grid and post, what waits, and for a lead who they are."""

from __future__ import annotations

from domain.members import Member, MemberState
from domain.messages import Choice
from handlers.casework import phrases
from handlers.dialog.turn import Refused, Turn
from handlers.members import telling, wording
from handlers.members.counted import by_grid
from handlers.members.found import terms
from handlers.members.scope import apart, led
from handlers.texts.sentences import Safe

MOST_WAITING = 5
MOST_NAMED = 20


async def members(turn: Turn, said: str) -> None:
    """/members [AREA]. Raises Refused."""
    terms(turn.setup)
    area, other = apart(turn, said)
    if other:
        raise Refused("refuse-member-area", code=other[:20])
    areas = turn.unit.directory.below([area])
    counts = await turn.unit.members.counts(areas)
    waiting = await turn.unit.members.waiting(areas, MOST_WAITING)
    lines = [
        turn.say(
            "members-head",
            area=phrases.area(turn.unit, area, turn.language),
            count=sum(counts.values()),
        )
    ]
    lines += by_grid(turn, counts)
    turn.toast()
    turn.reply(Safe("\n".join(lines)), _buttons(turn, area, bool(counts)))
    for one in waiting:
        await telling.ask_decider(turn.scene, one, turn.person)


def _buttons(
    turn: Turn,
    area: str,
    any_: bool,
) -> list[list[Choice]]:
    rows = [[turn.choice("button-member-recruit", f"member:recruit:{area}")]]
    if any_:
        rows += [
            [turn.choice("button-member-news", f"member:news:{area}")],
            [turn.choice("button-member-errand", f"member:errand:{area}")],
            [turn.choice("button-member-who", f"member:who:{area}")],
        ]
    return rows


async def who(turn: Turn, code: str) -> None:
    """By name, each with a press that asks them to leave. Raises Refused."""
    area = led(turn, code)
    areas = turn.unit.directory.below([area])
    found = await turn.unit.members.active(areas, MOST_NAMED)
    names = await turn.unit.people.named({one.person_id for one in found})
    lines = [turn.say("members-who", area=phrases.area(turn.unit, area, turn.language))]
    rows = []
    for one in found:
        name = names.get(one.person_id) or "?"
        lines.append(_named(turn, one, name))
        if one.person_id != turn.person.id:
            end = turn.choice("button-member-end-of", f"member:end:{one.id}", name=name)
            rows.append([end])
    turn.toast()
    turn.reply(Safe("\n".join(lines)), rows)


def _named(
    turn: Turn,
    one: Member,
    name: str,
) -> Safe:
    state = ""
    if one.state is MemberState.RESTING:
        state = turn.label(f"member-state-{one.state.value}")
    return turn.say(
        "members-who-line",
        name=name,
        post=wording.post(turn.scene, turn.language, one.post),
        area=wording.names(turn.scene, [one.area]) or one.area,
        state=state,
    )
