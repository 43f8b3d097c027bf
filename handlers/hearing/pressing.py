"""What is pressed, or sent as a command: whose it is, and which was meant."""

from __future__ import annotations

from domain.messages import Choice
from handlers.actions.asking.commands import Several
from handlers.actions.feedback import still_open
from handlers.contents import BUTTONS, COMMANDS, FORMS
from handlers.dialog import completing, into_draft, questions
from handlers.dialog.command import may_send
from handlers.dialog.turn import Refused, Turn
from handlers.filing import aside, perhaps
from handlers.hearing import added, commanded, in_groups
from handlers.hearing.commanded import unknown
from handlers.hearing.listening import known_drafts
from handlers.lists.in_words import several


async def press(turn: Turn) -> None:
    await _settle(turn)
    prefix, _, rest = turn.event.data.partition(":")
    if prefix == "f":
        return await _form_press(turn, rest)
    if prefix == completing.PREFIX:
        name, _, number = rest.partition(":")
        words = await completing.words_of(turn, name, number)
        return await run_command(turn, name, words)
    handler = BUTTONS.get(prefix)
    if handler is None:
        raise Refused("refuse-old-button")
    await handler(turn, rest)


async def typed(turn: Turn) -> None:
    """A choice that was typed. Of several that were told together the next one is put again."""
    event = turn.event
    told = await turn.unit.offers.chosen(event.chat, event.data)
    await press(turn)
    if told:
        await still_open.say(turn, event.data)


async def _settle(turn: Turn) -> None:
    """Whoever presses or sends a command does not answer any more what was asked before."""
    if turn.event.private:
        await questions.settle(turn)


async def _form_press(turn: Turn, rest: str) -> None:
    """`f:<form id>:…`: a button of a form that is gone says so; somebody else's form does not
    exist.
    """
    number, _, verb = rest.partition(":")
    drafts = {str(draft.id): draft for draft in await known_drafts(turn)}
    draft = drafts.get(number)
    if draft is None and verb == perhaps.CALL:
        return await perhaps.late(turn)
    if draft is None:
        raise Refused("refuse-old-form")
    pressed = Choice("", turn.event.data)
    form = FORMS[draft.name]
    if pressed.data == aside.data(draft):
        return await aside.given_back(turn, form, draft)
    await into_draft.on_press(turn, form, draft, pressed)


async def run_command(turn: Turn, name: str, rest: str) -> None:
    row, private = COMMANDS.get(name), turn.event.private
    await _settle(turn)
    if row is None or not may_send(turn.person, row):
        if private:
            enough = await in_groups.refused_enough(turn.private, turn.unit)
            if turn.person.staff or not enough:
                await unknown(turn, name, rest, enough)
        return
    if not private and not row.groups:
        return
    if row.audited:
        turn.unit.history.audit(turn.person.id, f"/{name}")
    if await added.with_danger(turn, name, rest):
        return
    try:
        if not await several.commanded(turn, name, rest):
            await row.handler(turn, rest)
    except Several as found:
        await commanded.which(turn, name, rest, found)
