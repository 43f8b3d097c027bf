"""Talk between wisher and claimer: each word goes by us, and neither learns who the other is."""

from __future__ import annotations

from datetime import timedelta

from domain.acts import Act
from domain.wish_words import tells_who
from domain.wishes import WishAct, WishViewer
from handlers.dialog.marks import too_often
from handlers.dialog.turn import Refused, Turn
from handlers.wishes import asking
from handlers.wishes.found import Found
from handlers.wishes.telling import (
    Letter,
    short,
    to_claimer,
    to_wisher,
)

LONGEST = 300
MOST = 20
WITHIN = timedelta(hours=1)


def judge(turn: Turn, words: str) -> Refused | None:
    """Why this may not be passed on."""
    if len(words) > LONGEST:
        return Refused("refuse-wish-long", letters=LONGEST)
    why = tells_who(words)
    return Refused(f"refuse-wish-{why}-said") if why else None


async def say(turn: Turn, found: Found, value: str) -> None:
    await asking.ask(turn, WORD, found)


async def said(turn: Turn, found: Found, words: str) -> None:
    """To the other side; it stays in the case's history, where staff can read it."""
    if await too_often(turn.unit, turn.private, "wish-said", MOST, WITHIN):
        raise Refused("refuse-wish-often")
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
