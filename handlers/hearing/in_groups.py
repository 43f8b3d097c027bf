"""What is said in a group: to one of the house's messages, to us by name, or by who is nobody that
we know.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from domain.case import Case
from domain.messages import Address, Event, Reply
from handlers.actions.on_case.words import word_on_case, works_on
from handlers.contents import COMMANDS
from handlers.dialog.command import Command, command_in, may_send
from handlers.dialog.marks import too_often
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Refused, Turn
from handlers.filing.hearing import heard
from handlers.hearing.commanded import names_us, ours
from handlers.hearing.endangered import danger
from handlers.hearing.no_alarm import about_it
from handlers.hearing.on_a_card import acted
from handlers.hearing.way import told_in_private, way_to
from handlers.texts.sentences import known, label, say
from storage.sent_messages import SentMessage
from storage.unit import Unit

MOST_REFUSED = 3
WITHIN = timedelta(minutes=10)
CALLS = "?"
"""What somebody asks who only calls us by name."""
TOAST = {False: "toast-stranger", True: "toast-unknown"}
"""For a press; not everywhere there is a Start to be pressed."""


def language_of(event: Event, usual: str = "") -> str:
    return known(event.language) if event.language else usual


async def refused_enough(chat: Address, unit: Unit) -> bool:
    """Whoever goes on all the same hears less for a while, in a group nothing: nobody makes us talk
    without end there.
    """
    return await too_often(unit, chat, "refused", MOST_REFUSED, WITHIN)


async def stranger(event: Event, unit: Unit, setup: Setup) -> None:
    """A group member who never wrote to us: their press gets a word, and what they say to us by
    name or as everybody's command; their talk is none of our business.
    """
    language = language_of(event, setup.language)
    if event.press_ref:
        text = label(language, TOAST[event.addressed])
        unit.outbox.add(event.chat, Reply(text=text, press_ref=event.press_ref))
        return
    if not (event.addressed or _commands_us(event, setup, everybodys=True)):
        return
    if not await refused_enough(event.chat, unit):
        text = say(language, "refuse-stranger", way=way_to(event, setup))
        unit.outbox.add(event.chat, Reply(text=text))


async def nameless(event: Event, unit: Unit, setup: Setup) -> None:
    """Rights are a person's: who speaks as a group or a channel hears so when they speak to us."""
    to_us = _commands_us(event, setup)
    if not to_us and event.reply_to:
        to_us = bool(await unit.sent_messages.at(event.chat, event.reply_to))
    if to_us and not await refused_enough(event.chat, unit):
        text = say(setup.language, "refuse-nameless")
        unit.outbox.add(event.chat, Reply(text=text))


async def talk(turn: Turn, sent: SentMessage | None) -> None:
    """In a group only replies to a case's messages are ours: a note on that case, or a danger.
    Raises Refused for whoever says it to us by name and may not.
    """
    said = turn.event.text or turn.event.media
    if sent is None or sent.case_id is None or not said:
        return
    case = await turn.unit.cases.get(sent.case_id)
    if case is not None and await _danger(turn, case):
        return
    if case is not None and await acted(turn, case):
        return
    if case is not None and works_on(turn, case):
        await word_on_case(turn, sent.case_id)
    elif turn.event.addressed:
        raise Refused("refuse-not-allowed")


async def _danger(turn: Turn, case: Case) -> bool:
    """Whether it tells of a danger that this case is not about: it is heard as in private, at the
    place of the case, and goes on between the two of us.
    """
    reading = heard(turn)
    if reading.danger is None or about_it(case, reading):
        return False
    # the number of a message in a group is none of the private chat
    turn.event = replace(turn.event, message_id="")
    told_in_private(turn)
    return await danger(turn, reading, [])


async def to_private(turn: Turn, command: re.Match[str] | None) -> None:
    """What is said to us by name, or as a command, goes on between the two of us: the answer is for
    nobody else. A command for groups stays there, and words on a card.
    """
    event = turn.event
    if event.private or not (event.addressed or _is_for_us(turn, command)):
        return
    row = COMMANDS.get(command[1].lower()) if command else None
    if event.reply_to if command is None else _for_groups(turn, row):
        return
    if event.addressed or not await refused_enough(event.chat, turn.unit):
        told_in_private(turn)
    bare = not (event.text.strip() or event.media or event.place)
    turn.event = replace(
        event,
        text=CALLS if bare else event.text,
        chat=turn.private,
        private=True,
        addressed=False,
        message_id="",
        reply_to="",
    )


def _is_for_us(turn: Turn, command: re.Match[str] | None) -> bool:
    """Whether it is a command of theirs, or names us; what others' bots do is not ours."""
    if command is None or not ours(turn.event, turn.setup, command):
        return False
    row = COMMANDS.get(command[1].lower())
    theirs = row is not None and may_send(turn.person, row)
    return theirs or names_us(turn.event, turn.setup, command)


def _commands_us(
    event: Event,
    setup: Setup,
    *,
    everybodys: bool = False,
) -> bool:
    """Whether it is a command that we have; others have some like the staff's too."""
    command = command_in(event.text)
    row = COMMANDS.get(command[1].lower()) if command else None
    if command is None or row is None or not ours(event, setup, command):
        return False
    return not everybodys or row.roles is None or names_us(event, setup, command)


def _for_groups(turn: Turn, row: Command | None) -> bool:
    return row is not None and row.groups and may_send(turn.person, row)
