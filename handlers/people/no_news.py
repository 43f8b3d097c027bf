"""别再给我发消息了, TD, "unfollow": what can be turned off, each by one press. Nothing is withdrawn
by it, and nobody is dropped.
"""

from __future__ import annotations

from domain.case import Case
from domain.messages import Choice
from handlers.casework.awaited import followed
from handlers.dialog.turn import Turn
from handlers.texts.words import anywhere, asks, plain

MOST = 5
"""Cases of others for which they wait, the newest (ours)."""


async def asked(turn: Turn) -> bool:
    """Whether nothing else was said, and it was answered."""
    said = turn.event.text
    if not anywhere("words-enough").search(plain(said)):
        return False  # "notify me" wants them
    if not asks("words-no-news", said, "words-no-news-beside", "words-polite"):
        return False
    rows = [[_leaves(turn, one.id, one.number)] for one in await _followed(turn)]
    rows.append([turn.choice("menu-my", "m:my")])
    turn.reply(turn.say("no-news"), rows)
    return True


async def _followed(turn: Turn) -> list[Case]:
    found = await followed(turn.unit, turn.person.id, MOST)
    return [one for one in found if one.open]


def _leaves(turn: Turn, case_id: int, number: str) -> Choice:
    return turn.choice("button-leave-case", f"c:{case_id}:leave", number=number)
