"""Talk between wisher and claimer: each word goes by us, and neither learns who the other is."""

from __future__ import annotations

from domain.acts import Act
from domain.wishes import WishAct, WishViewer
from handlers.dialog import between
from handlers.dialog.turn import Refused, Turn
from handlers.wishes import asking
from handlers.wishes.found import Found
from handlers.wishes.telling import (
    Letter,
    short,
    to_claimer,
    to_wisher,
)


def judge(turn: Turn, words: str) -> Refused | None:
    """Why this may not be passed on."""
    return between.unfit(words, "wish")


async def say(turn: Turn, found: Found, value: str) -> None:
    await asking.ask(turn, WORD, found)


async def said(turn: Turn, found: Found, words: str) -> None:
    """To the other side; it stays in the case's history, where staff can read it."""
    await between.counts(turn)
    mine = WishViewer.WISHER in found.viewers
    turn.unit.history.add(
        found.case,
        Act.ADD if mine else Act.NOTE,  # whoever wishes is never named in a history
        turn.person.id,
        turn.event.channel,
        words,
    )
    about = {"words": words, "wish": short(found.words)}
    key = "notice-wish-said" if mine else "notice-wish-said-back"
    letter = Letter(key, (WishAct.SAY,), about)
    other = to_claimer if mine else to_wisher
    await other(turn.scene, found, letter)
    turn.reply(turn.say("done-wish-word"))


WORD = asking.line(
    "wish-word",
    WishAct.SAY,
    said,
    judge,
)
