"""What is said below the menu of services: which it is to be, or where somebody is, by a pin or in
words.
"""

from __future__ import annotations

from domain.messages import Place
from handlers.casework.whereabouts import find, spotted
from handlers.dialog.fits import FULL, Fit
from handlers.dialog.questions import About, Question
from handlers.dialog.turn import Turn
from handlers.filing.aside import plainly_ours
from handlers.filing.hearing import heard
from handlers.filing.judging import MATTERS
from handlers.matching import menu, menu_words, sought


async def _fits(turn: Turn, about: About, said: str) -> Fit:
    """What is the matter somewhere is no answer."""
    if await _names(
        turn,
        about,
        said,
    ):
        return FULL
    known = find(
        turn.scene,
        said,
        turn.person,
    ).sure
    return FULL if known and heard(turn).intent not in MATTERS else Fit(0.0)


async def _names(turn: Turn, about: About, said: str) -> bool:
    """Whether it names a service of the menu, as behind /order."""
    if len(said) > sought.LONGEST:
        return False
    served = await menu.served_in(
        turn,
        about.get("area") or turn.unit.directory.root,
    )
    if sought.told(
        served,
        said,
    ):
        return True
    return not plainly_ours(heard(turn)) and bool(
        sought.meant(
            turn,
            served,
            said,
        )
    )


async def _typed(turn: Turn, about: About, said: str) -> None:
    if await _names(
        turn,
        about,
        said,
    ):
        return await menu_words.found(
            turn,
            about.get("area", ""),
            said,
        )
    found = spotted(
        turn.scene,
        None,
        said,
        turn.person,
    )
    await menu.show(
        turn,
        found.area if found else "",
    )


async def _pinned(
    turn: Turn,
    about: About,
    place: Place,
) -> None:
    area = turn.unit.directory.locate(place)
    if not area:
        turn.reply(turn.say("pin-outside"))
    await menu.show(
        turn,
        area,
    )


QUESTIONS = {
    menu.WHERE: Question(
        _fits,
        _typed,
        placed=_pinned,
    )
}
