"""Several cases handed on at once: to whom all of them can go, who then gets one message."""

from __future__ import annotations

from collections.abc import Sequence

from domain.acts import Act
from domain.case import Case
from domain.messages import Choice
from domain.people import Person
from handlers.actions import not_that, on_leave
from handlers.actions.changes import STILL, handed_on
from handlers.actions.doing import check
from handlers.actions.offers import person_label
from handlers.actions.typed import teams_here, whom
from handlers.casework.carers.carers import candidates
from handlers.casework.happened import NOTHING, Happened
from handlers.casework.notices import taken_away
from handlers.casework.perform import perform
from handlers.casework.reach import present
from handlers.casework.rearranging.hand_over import BY_ONE_LETTER, tell_receivers
from handlers.dialog import questions
from handlers.dialog.rows import abreast
from handlers.dialog.turn import Refused, Turn
from handlers.lists import buttons
from handlers.lists.kept import Listing
from handlers.lists.outcome import Outcome, each
from handlers.lists.show import possible

MOST_PEOPLE = 12
LONGEST_WORD = 30
WHOM = "list-whom"
"""The question to whom they go, or whether somebody on leave is meant."""


async def offer(
    turn: Turn,
    listing: Listing,
    cases: list[Case],
    but: int = 0,
) -> None:
    """People and teams to whom each of these cases could go alone, but whoever leaves. Raises
    Refused without any.
    """
    can_go = await possible(turn, cases, "hand_on")
    shared = receivers_of(turn, can_go)
    shared.pop(str(but), None)
    if not shared:
        raise Refused("refuse-nobody-for-all")
    options = [
        Choice(label, buttons.data(listing, "to", value))
        for value, label in shared.items()
    ]
    back = buttons.data(listing, "tick")
    rows = abreast(options)
    turn.toast()
    await questions.ask(turn, WHOM, {"list": listing.id})
    rows.append([turn.choice("button-back", back)])
    text = turn.say("choose-list-whom", count=len(can_go))
    turn.reply(text, rows, edit=True)


def receivers_of(turn: Turn, cases: Sequence[Case]) -> dict[str, str]:
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
    people = candidates(
        turn.unit.directory,
        case,
        None,
        most=MOST_PEOPLE,
    )
    named = {
        str(person.id): person_label(turn, person, area) for person, area in people
    }
    return named | dict(teams_here(turn, case))


async def typed(turn: Turn, cases: list[Case], word: str) -> str:
    """Whoever is meant by a name, of those to whom all of them can go. Raises Refused."""
    can_go = await possible(turn, cases, "hand_on")
    if cases and not can_go:
        await check(turn.scene, cases[0], "hand_on")
    shared = receivers_of(turn, can_go)
    meant = {whom(turn, case, word) for case in can_go} - {""}
    found = meant.intersection(shared)
    if len(found) != 1:
        reasons = filter(None, (not_that.whom(turn, one, word) for one in can_go))
        refused = Refused("refuse-whom", word=word[:LONGEST_WORD])
        raise next(reasons, refused)
    return found.pop()


async def doubted(
    turn: Turn,
    listing: Listing,
    cases: list[Case],
    value: str,
) -> bool:
    """Whether it was asked if they are meant although they are on leave."""
    can_go = await possible(turn, cases, "hand_on")
    others = [case for case in can_go if str(case.assignee_id) != value]
    away = (on_leave.receiver(turn, case, value) for case in others)
    person = next((one for one in away if one is not None), None)
    if person is None:
        return False
    instead = _instead(turn, receivers_of(turn, can_go))
    given = {"still": f"{value}{STILL}", "instead": str(instead.id) if instead else ""}
    about = {"list": listing.id, "value": value, **given}
    await questions.ask(turn, WHOM, about)
    turn.toast()
    labels = on_leave.choices(turn, person, instead)
    rows = [
        [Choice(label, buttons.data(listing, "to", given[which]))]
        for which, label in labels.items()
    ]
    turn.reply(on_leave.said(turn, person, instead), rows, edit=True)
    return True


def _instead(turn: Turn, shared: dict[str, str]) -> Person | None:
    """The nearest who is there, of those to whom all of them can go."""
    staff = turn.unit.directory.staff
    people = [staff[int(value)] for value in shared if value.isdecimal()]
    others = [one for one in people if one.id != turn.person.id]
    return next(iter(present(turn.unit, others)), None)


async def pass_on(
    turn: Turn,
    cases: list[Case],
    value: str,
) -> Outcome:
    """Each as its own button would do it; whoever gets some of them hears of all at once.

    Raises Refused for whoever could not have been offered.
    """
    shared = receivers_of(turn, await possible(turn, cases, "hand_on"))
    if value.removesuffix(STILL) not in shared:
        raise Refused("refuse-old-button")
    done: list[Happened] = []

    async def one(case: Case) -> Case:
        await check(turn.scene, case, "hand_on")
        holder = await turn.unit.people.get(case.assignee_id)
        if holder is not None and str(holder.id) == value.removesuffix(STILL):
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
    await taken_away.tell(turn.scene, done)
    return outcome
