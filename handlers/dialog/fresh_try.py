"""Words that will not do as an answer: it is said why, and what comes next is a fresh try."""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from handlers.dialog.overlong import remember
from handlers.dialog.turn import Refused, Turn


def judged(turn: Turn, draft: Draft, refused: Refused | None) -> Draft:
    """The draft as it goes on: without its answers where they are refused. An edit of the message
    is a try as well.
    """
    if refused is None:
        return draft
    remember(turn)
    turn.reply(turn.say(refused.key, **refused.args_of_key))
    return replace(draft, answers={})
