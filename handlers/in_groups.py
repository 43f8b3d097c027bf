"""What is said in a group: to one of the house's messages, to us by name, or by who is nobody that
we know.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from domain.messages import Address, Event, Reply
from handlers.actions.words import word_on_case, works_on
from handlers.contents import COMMANDS
from handlers.dialog.command import Command, may_send
from handlers.dialog.marks import too_often
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Refused, Turn
from handlers.texts.sentences import known, label, say
from storage.sent_messages import SentMessage
from storage.unit import Unit

MOST_REFUSED = 3
WITHIN = timedelta(minutes=10)
TOAST = {False: "toast-stranger", True: "toast-unknown"}
"""For a press; not everywhere there is a Start to be pressed."""


def language_of(event: Event, usual: str = "") -> str:
    return known(event.language) if event.language else usual


async def refused_enough(chat: Address, unit: Unit) -> bool:
    """Whoever goes on all the same is passed over for a while: nobody makes us talk without end."""
    return await too_often(unit, chat, "refused", MOST_REFUSED, WITHIN)


async def stranger(event: Event, unit: Unit, setup: Setup) -> None:
    """A group member who never wrote to us: their press gets a word, and what they say to us by
    name; their talk is none of our business.
    """
    language = language_of(event, setup.language)
    if event.press_ref:
        text = label(language, TOAST[event.addressed])
        unit.outbox.add(event.chat, Reply(text=text, press_ref=event.press_ref))
    elif event.addressed and not await refused_enough(event.chat, unit):
        text = say(language, "refuse-stranger")
        unit.outbox.add(event.chat, Reply(text=text))


async def nameless(event: Event, to_us: bool, unit: Unit, setup: Setup) -> None:
    """Rights are a person's: who speaks as a group or a channel hears so when they speak to us."""
    if not to_us and event.reply_to:
        to_us = bool(await unit.sent_messages.at(event.chat, event.reply_to))
    if to_us and not await refused_enough(event.chat, unit):
        text = say(setup.language, "refuse-nameless")
        unit.outbox.add(event.chat, Reply(text=text))


async def talk(turn: Turn, sent: SentMessage | None) -> None:
    """In a group only replies to a case's messages are ours: a note on that case. Raises Refused
    for whoever says it to us by name and may not.
    """
    said = turn.event.text or turn.event.media
    if sent is None or sent.case_id is None or not said:
        return
    case = await turn.unit.cases.get(sent.case_id)
    if case is not None and works_on(turn, case):
        await word_on_case(turn, sent.case_id)
    elif turn.event.addressed:
        raise Refused("refuse-not-allowed")


def to_private(turn: Turn, command: re.Match[str] | None) -> None:
    """What is said to us by name goes on between the two of us: the answer is for nobody else. A
    command for groups stays there, and words on a card.
    """
    event = turn.event
    row = COMMANDS.get(command[1].lower()) if command else None
    if event.reply_to if command is None else _for_groups(turn, row):
        return
    told = turn.say("told-in-private", name=turn.person.name)
    turn.unit.outbox.add(event.chat, Reply(text=told))
    turn.event = replace(
        event,
        chat=turn.private,
        private=True,
        addressed=False,
        message_id="",
        reply_to="",
    )


def _for_groups(turn: Turn, row: Command | None) -> bool:
    return row is not None and row.groups and may_send(turn.person, row)
