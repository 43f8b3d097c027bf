"""Taking an errand by a press, giving it back, calling it off."""

from __future__ import annotations

from domain.errands import Errand, ErrandState, Took
from domain.members import leads
from domain.messages import Choice
from handlers.dialog.turn import Refused, Turn, whole
from handlers.members import errand_hours, errand_telling
from handlers.members.errand_form import TIMER
from handlers.members.found import terms
from handlers.members.scope import path_of
from handlers.texts.sentences import Safe

MOST_SHOWN = 5


async def on_errand(turn: Turn, rest: str) -> None:
    """`errand:VERB:ID[:VALUE]`; what is not theirs to see is as if it were not there."""
    terms(turn.setup)
    verb, _, rest = rest.partition(":")
    number, _, value = rest.partition(":")
    errand_id = whole(number)
    if verb not in VERBS or errand_id is None:
        raise Refused("refuse-old-button")
    errand = await turn.unit.errands.get(errand_id)
    if errand is None:
        raise Refused("refuse-errand-gone")
    await VERBS[verb](turn, errand, value)


async def take(turn: Turn, errand: Errand, value: str) -> None:
    """The first who press come. Raises Refused."""
    if not await _called(turn, errand) or not _to_come(turn, errand):
        raise Refused("refuse-errand-gone")
    took = await turn.unit.errands.take(errand.id, turn.person.id)
    if took is Took.FULL:
        raise Refused("refuse-errand-full")
    turn.toast()
    about = errand_telling.about(turn.scene, turn.language, errand)
    key = "done-errand-take" if took is Took.TAKEN else "done-errand-again"
    drop = errand_telling.button(turn.language, "drop", errand)
    turn.reply(turn.say(key, **about), [[drop]])
    now = await turn.unit.errands.get(errand.id)
    if took is Took.TAKEN and now is not None and not now.missing:
        await _to_caller(turn, now, "notice-errand-full")


async def drop(turn: Turn, errand: Errand, value: str) -> None:
    """Nobody is asked why. Raises Refused."""
    if not _to_come(turn, errand):
        raise Refused("refuse-errand-gone")
    if not await turn.unit.errands.drop(errand.id, turn.person.id):
        raise Refused("refuse-errand-not-taken")
    turn.toast()
    about = errand_telling.about(turn.scene, turn.language, errand)
    take_ = errand_telling.button(turn.language, "take", errand)
    turn.reply(turn.say("done-errand-drop", **about), [[take_]], edit=True)
    now = await turn.unit.errands.get(errand.id)
    if now is not None:
        await _to_caller(
            turn,
            now,
            "notice-errand-dropped",
            name=turn.person.name,
        )


async def cancel(turn: Turn, errand: Errand, value: str) -> None:
    """By who leads there. Raises Refused."""
    path = path_of(turn.unit.directory, errand.area)
    if not leads(turn.person, path):
        raise Refused("refuse-errand-gone")
    if not await turn.unit.errands.end(errand.id, ErrandState.CANCELLED):
        raise Refused("refuse-errand-gone")
    turn.unit.timers.set(TIMER, errand.id, None)
    await errand_telling.to_takers(turn.scene, errand, "notice-errand-cancelled")
    await turn.unit.errands.forget_takers(errand.id)
    turn.toast()
    turn.reply(turn.say("done-errand-cancel"), edit=True)


async def _to_caller(
    turn: Turn,
    errand: Errand,
    key: str,
    **more: object,
) -> None:
    more["names"] = await errand_telling.names(turn.scene, errand)
    await errand_telling.to_caller(
        turn.scene,
        errand,
        key,
        "cancel",
        **more,
    )


async def _called(turn: Turn, errand: Errand) -> bool:
    """Whether they are a member with a grid in the errand's area."""
    grids = await turn.unit.member_grids.of_person(turn.person.id)
    return not grids.isdisjoint(turn.unit.directory.below([errand.area]))


def _to_come(turn: Turn, errand: Errand) -> bool:
    return errand.state is ErrandState.OPEN and turn.unit.now < errand.at


async def shown(turn: Turn) -> tuple[list[Safe], list[list[Choice]]]:
    """What members of one's grids are called for, each with a press."""
    unit = turn.unit
    grids = await unit.member_grids.of_person(turn.person.id)
    areas = {code for grid in grids for code in unit.directory.path(grid)}
    mine = set(await unit.errands.taken_by(turn.person.id)) if areas else set()
    lines, rows = [], []
    for one in await unit.errands.open_in(areas, MOST_SHOWN) if areas else ():
        if not one.missing and one.id not in mine:
            continue
        about = errand_telling.about(turn.scene, turn.language, one)
        key = "errand-line-mine" if one.id in mine else "errand-line"
        lines.append(turn.say(key, **about))
        verb = "drop" if one.id in mine else "take"
        rows.append([errand_telling.button(turn.language, verb, one)])
    return lines, rows


VERBS = {
    "take": take,
    "drop": drop,
    "cancel": cancel,
    "hours": errand_hours.hours,
}
