"""Talk between wisher and claimer: each word goes by us, and neither learns who the other is."""

from __future__ import annotations

from domain.acts import Act
from domain.wishes.rights import WishAct, WishViewer
from handlers.dialog import between
from handlers.dialog.turn import Refused, Turn
from handlers.wishes import asking
from handlers.wishes.found import Found, for_act
from handlers.wishes.telling import (
    Letter,
    short,
    to_claimer,
    to_wisher,
)


def judge(turn: Turn, words: str) -> Refused | None:
    """Why this may not be passed on."""
    return between.unfit(turn, words, "wish")


async def say(turn: Turn, found: Found, value: str) -> None:
    """Asks for the word, unless what was said before is meant."""
    if value not in ("", between.ANSWER):
        words = await between.taken(turn, value)
        turn.toast()
        return await said(turn, found, words)
    await asking.ask(turn, WORD, found)


async def answer(turn: Turn, case_id: int, words: str) -> Refused | None:
    """What is said to a word of the other side goes back. Returns why it is too late for that.
    Raises Refused for words that may not go.
    """
    try:
        found = await for_act(turn, case_id, WishAct.SAY)
    except Refused as late:
        return late
    between.judged(turn, judge(turn, words))
    await _over(turn, found, words)
    mine = WishViewer.WISHER in found.viewers
    key = "went-to-claimer" if mine else "went-to-wisher"
    done = turn.say(key, what=short(found.words))
    await between.went(turn, f"wish:{case_id}", words, done)
    return None


async def said(turn: Turn, found: Found, words: str) -> None:
    await _over(turn, found, words)
    done = turn.say("done-wish-word")
    await between.went(turn, f"wish:{found.case.id}", words, done)


async def _over(turn: Turn, found: Found, words: str) -> None:
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
    letter = Letter(key, (WishAct.SAY,), about, word=True)
    other = to_claimer if mine else to_wisher
    await other(turn.scene, found, letter)


WORD = asking.line(
    "wish-word",
    WishAct.SAY,
    said,
    judge,
)
