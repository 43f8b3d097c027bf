"""Where somebody is who asked for the menu of services: a pin or a place in words will do."""

from __future__ import annotations

from domain.messages import Place
from handlers.casework.whereabouts import find, spotted
from handlers.dialog.fits import FULL, Fit
from handlers.dialog.questions import About, Question
from handlers.dialog.turn import Turn
from handlers.filing.hearing import heard
from handlers.filing.judging import MATTERS
from handlers.matching import menu


async def _fits(
    turn: Turn,
    about: About,
    said: str,
) -> Fit:
    """What is the matter somewhere is no answer."""
    known = find(turn.scene, said, turn.person).sure
    return FULL if known and heard(turn).intent not in MATTERS else Fit(0.0)


async def _typed(
    turn: Turn,
    about: About,
    said: str,
) -> None:
    found = spotted(
        turn.scene,
        None,
        said,
        turn.person,
    )
    await menu.show(turn, found.area if found else "")


async def _pinned(
    turn: Turn,
    about: About,
    place: Place,
) -> None:
    area = turn.unit.directory.locate(place)
    if not area:
        turn.reply(turn.say("pin-outside"))
    await menu.show(turn, area)


QUESTIONS = {menu.WHERE: Question(_fits, _typed, placed=_pinned)}
