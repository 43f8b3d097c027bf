"""It is asked for which of several cases a button's word was."""

from __future__ import annotations

from handlers.actions.asking.said import SAID, remember
from handlers.actions.carers import in_hand, no_answer
from handlers.actions.carers.card_words import Said
from handlers.actions.carers.meant_card import Found
from handlers.actions.table import ACTS
from handlers.actions.viewing.whose import numbered
from handlers.dialog.turn import Turn


async def ask(turn: Turn, cases: Found, said: Said) -> None:
    """Which of them; what was said with it goes along. What says that it is not done yet may be
    for more than that.
    """
    if ACTS[said.act].ends and said.words and no_answer.undone(said.words):
        return await in_hand.ask(turn, cases)
    if said.words:
        await remember(turn, said.words, said.act)
    verb = SAID if said.words else said.act
    rows = numbered(turn, cases, verb)
    act = turn.label(f"button-{said.act.replace('_', '-')}")
    turn.reply(turn.say("card-which", act=act), rows)
