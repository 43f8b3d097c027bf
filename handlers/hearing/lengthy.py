"""A text that is longer than is taken at a time: said, but for what cannot wait."""

from __future__ import annotations

from dataclasses import replace

from domain.present import present
from handlers.dialog.overlong import cut, overlong, remember
from handlers.dialog.turn import Turn
from handlers.filing.hearing import heard
from handlers.hearing.endangered import danger
from handlers.hearing.listening import known_drafts, private_talk
from storage.sent_messages import SentMessage


async def too_long(turn: Turn, sent: SentMessage | None) -> None:
    """Refused; but whoever is in danger is heard as far as it fits, and what came beside the words
    is taken without them.
    """
    refused = present(overlong(turn), "only what is too long comes here")
    turn.event = cut(turn)
    drafts = await known_drafts(turn)
    reading = heard(turn)
    if turn.event.private and await danger(turn, reading, drafts):
        most = turn.setup.most_letters
        return turn.reply(turn.say("emergency-too-long", most=most))
    remember(turn)
    if not (turn.event.private and (turn.event.media or turn.event.place)):
        raise refused
    turn.reply(turn.say(refused.key, **refused.args_of_key))
    turn.event = replace(turn.event, text="")
    await private_talk(turn, sent)
