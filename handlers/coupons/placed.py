"""Where somebody is who asked for coupons: what is near there comes first."""

from __future__ import annotations

from domain.messages import Place
from handlers.coupons.listing import WHERE, page
from handlers.dialog.fits import Fit
from handlers.dialog.questions import About, Question
from handlers.dialog.turn import Turn


async def _fits(turn: Turn, about: About, said: str) -> Fit:
    """A pin alone: nobody was asked where they are."""
    return Fit(0.0)


async def _typed(turn: Turn, about: About, said: str) -> None:
    """No words fit."""


async def _pinned(turn: Turn, about: About, place: Place) -> None:
    await turn.unit.web.forget_place(
        turn.event.chat,
        turn.event.message_id,
    )
    area = turn.unit.directory.locate(place)
    if not area:
        turn.reply(turn.say("pin-outside"))
    await page(
        turn,
        0,
        area=area,
    )


QUESTIONS = {
    WHERE: Question(
        _fits,
        _typed,
        placed=_pinned,
    )
}
