"""Several cases handed on at once: to whom all of them can go, who then gets one message."""

from __future__ import annotations

from collections.abc import Sequence

from domain.acts import Act
from domain.case import Case
from domain.messages import Choice
from handlers.actions.changes import handed_on
from handlers.actions.doing import check
from handlers.actions.typed import teams_here
from handlers.casework.carers import candidates
from handlers.casework.hand_over import BY_ONE_LETTER, tell_receivers
from handlers.casework.happened import NOTHING, Happened
from handlers.casework.perform import perform
from handlers.dialog.turn import Refused, Turn
from handlers.lists import buttons
from handlers.lists.kept import Listing
from handlers.lists.outcome import Outcome, each
from handlers.lists.show import possible

MOST_PEOPLE = 12
LONGEST_LABEL = 40


async def offer(
    turn: Turn,
    listing: Listing,
    cases: list[Case],
) -> None:
    """People and teams to whom each of these cases could go alone. Raises Refused without any."""
    can_go = await possible(turn, cases, "hand_on")
    shared = _shared(turn, can_go)
    if not shared:
        raise Refused("refuse-nobody-for-all")
    options = [
        Choice(label, buttons.data(listing, "to", value))
        for value, label in shared.items()
    ]
    back = buttons.data(listing, "tick")
    rows = buttons.pairs(options)
    rows.append([turn.choice("button-back", back)])
    text = turn.say("choose-list-whom", count=len(can_go))
    turn.reply(text, rows, edit=True)


def _shared(turn: Turn, cases: Sequence[Case]) -> dict[str, str]:
    """By the value that `handed_on` reads: what it is called."""
    found = [_receivers(turn, case) for case in cases]
    if not found:
        return {}
    return {
        value: label
        for value, label in found[0].items()
        if all(value in others for others in found)
    }


def _receivers(turn: Turn, case: Case) -> dict[str, str]:
    """Whoever carries some of them already may take the rest."""
    directory = turn.unit.directory
    people = candidates(
        directory,
        case,
        None,
        most=MOST_PEOPLE,
    )
    named = {
        str(person.id): f"{person.name} · {directory.areas[area].name}"[:LONGEST_LABEL]
        for person, area in people
    }
    return named | dict(teams_here(turn, case))


async def pass_on(
    turn: Turn,
    cases: list[Case],
    value: str,
) -> Outcome:
    """Each as its own button would do it; whoever gets some of them hears of all at once.

    Raises Refused for whoever could not have been offered.
    """
    if value not in _shared(turn, await possible(turn, cases, "hand_on")):
        raise Refused("refuse-old-button")
    done: list[Happened] = []

    async def one(case: Case) -> Case:
        await check(turn.scene, case, "hand_on")
        holder = await turn.unit.people.get(case.assignee_id)
        if holder is not None and str(holder.id) == value:
            raise Refused("refuse-has-it", name=holder.name)
        changes = handed_on(turn.scene, case, value, NOTHING)
        happened = await perform(
            turn.scene,
            case,
            Act.HAND_ON,
            NOTHING,
            changes,
            BY_ONE_LETTER,
        )
        done.append(happened)
        return happened.case

    outcome = await each(turn, cases, one)
    await tell_receivers(
        turn.scene,
        turn.person,
        done,
        "notice-passed-on",
    )
    return outcome
