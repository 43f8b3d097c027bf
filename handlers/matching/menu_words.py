"""/order, 🧾 点单, and the menu asked for in words: all of it, or what these words mean."""

from __future__ import annotations

from handlers.dialog.turn import Refused, Turn
from handlers.matching.menu import PAGE, opens, own_area, served_in, show
from handlers.matching.sought import meant, ordered
from handlers.texts.words import only


async def asked(turn: Turn) -> bool:
    """Whether the menu was asked for in words, and was shown. Raises Refused where none is."""
    said = turn.event.text.strip()
    if only("words-order", said):
        await order(turn, "")
        return True
    words = "" if turn.setup.matching is None else ordered(said)
    if words:
        await found(turn, own_area(turn), words)
    return bool(words)


async def order(turn: Turn, said: str) -> None:
    """/order [WORDS]: the menu, or what of it these words mean."""
    if turn.setup.matching is None:
        raise Refused("refuse-menu-off")
    area = own_area(turn)
    if not said.strip():
        return await show(turn, area)
    await found(turn, area, said)


async def found(
    turn: Turn,
    area: str,
    said: str,
) -> None:
    """The services that these words mean, the nearest first."""
    where = area or turn.unit.directory.root
    fitting = meant(turn, await served_in(turn, where), said)[:PAGE]
    if not fitting:
        turn.reply(
            turn.say(
                "menu-services-unknown",
                words=said.strip(),
            )
        )
        return await show(turn, area)
    apart = len({one.areas for one in fitting}) > 1
    rows = [
        [
            opens(
                turn,
                one,
                where,
                apart=apart,
            )
        ]
        for one in fitting
    ]
    turn.reply(
        turn.say("menu-services-found", words=said.strip()),
        rows,
    )
