"""The desk: every event comes here and is a command, a press, an edit or something said."""

from __future__ import annotations

from dataclasses import replace

from domain.messages import CannotBeRead, Event, EventKind, Reply
from domain.people import Person
from domain.values.text import one_line
from handlers.actions.asking import past
from handlers.actions.carers import corrected, steps, undoing, unmerged
from handlers.actions.own import returning
from handlers.contents import FORMS
from handlers.dialog import conversation, into_draft, offered, questions
from handlers.dialog.command import command_in
from handlers.dialog.ending import let_go
from handlers.dialog.overlong import cut, overlong, shortened
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Refused, Turn
from handlers.filing import form as filing
from handlers.hearing import (
    across,
    added,
    by_voice,
    edited,
    in_groups,
    typed_commands,
)
from handlers.hearing.commanded import on_card, ours
from handlers.hearing.lengthy import too_long
from handlers.hearing.listening import known_drafts, private_talk
from handlers.hearing.pressing import press, run_command, typed
from handlers.hearing.staff import for_us, leaving, taken_over
from handlers.lists import card_or_line
from handlers.lists.in_words import (
    all_named,
    behind_slip,
    clauses,
    ditto,
    misheard,
    orders,
    pointed,
    remaining,
    several,
    which_said,
    whole_load,
)
from handlers.people import off
from handlers.people.membership import on_membership
from handlers.reminders import quiet
from storage.unit import Unit

MEMBERSHIP = (EventKind.BLOCKED, EventKind.UNBLOCKED, EventKind.MIGRATED)
LONGEST_TOAST = 60
LONGEST_NAME = 60


async def answer(event: Event, unit: Unit, setup: Setup) -> None:
    """Handles one event inside the Unit. Raises only what nobody foresaw: the intake quarantines
    that.
    """
    if event.kind is EventKind.UNREADABLE:
        raise CannotBeRead(f"cannot be read: {event.text}")
    if event.kind in MEMBERSHIP:
        return await on_membership(event, unit, setup)
    if event.nameless:
        return await in_groups.nameless(event, unit, setup)
    waited = quiet.may_wait(event, unit)
    person = _who(event, unit)
    if person is None:
        return await in_groups.stranger(event, unit, setup)
    turn = Turn(event, unit, setup, person)
    written = len(unit.history.written)
    first = returning.begins(turn)
    if first:
        await returning.tell(turn)
    try:
        await _dispatch(turn)
        if turn.closed:
            await _resume(turn)
    except Refused as refused:
        _refuse(turn, refused)
    if not first:
        await returning.tell(turn)
    steps.remember(turn, written)
    if waited:
        await quiet.fetched(turn)
    turn.end()


def _who(event: Event, unit: Unit) -> Person | None:
    """In private whoever writes is met; in a group only people whom we know count."""
    if not event.private:
        return unit.people.at(event.sender)
    name = one_line(event.name)[:LONGEST_NAME] or "?"
    return unit.people.meet(event.sender, name, in_groups.language_of(event))


def _refuse(turn: Turn, refused: Refused) -> None:
    """A refusal is a toast after a press, else a message; either says why."""
    event, about = turn.event, refused.args_of_key
    if event.press_ref:
        turn.toast(refused.key, **about)
        if not event.private:
            return
    where = turn.private if event.private else event.chat
    long = len(turn.label(refused.key, **about)) > LONGEST_TOAST
    if not event.press_ref or long:
        turn.unit.outbox.add(where, Reply(text=turn.say(refused.key, **about)))


async def _resume(turn: Turn) -> None:
    """Shows the form that waits beneath, if there is one that this turn has not just shown."""
    waiting = await past.left(turn, await known_drafts(turn))
    if waiting and waiting[-1].id not in turn.shown:
        conversation.show(turn, FORMS[waiting[-1].name], waiting[-1])


# --- what it is ---


async def _dispatch(turn: Turn) -> None:
    event = turn.event
    if event.kind is EventKind.PRESS:
        if event.private:
            await turn.unit.offers.chosen(event.chat, event.data)
        return await (_said if await for_us.pressed(turn) else press)(turn)
    if event.kind is EventKind.EDIT:
        return await _edited(turn)
    if command_in(event.text) is None:
        await in_groups.to_private(turn, None)
    once = await questions.asked_once(turn) if turn.event.private else None
    try:
        await _said(turn)
    finally:
        if once is not None:
            await let_go(turn.unit, once)


async def _said(turn: Turn) -> None:
    """Several matters of staff in one line are said one after the other."""
    await by_voice.put(turn)
    await typed_commands.put(turn)
    misheard.mend(turn)
    await ditto.put(turn)
    await remaining.put(turn)
    await pointed.put(turn)
    lines = () if added.dangerous(turn) else await clauses.parted(turn)
    if not lines:
        return await _one(turn)
    whole = turn.event
    for line in lines:
        turn.event = replace(whole, text=line)
        try:
            await _one(turn)
        except Refused as refused:
            _refuse(turn, refused)
    turn.event = whole


async def _one(turn: Turn) -> None:
    if turn.event.private and await for_us.pressed(turn):
        return await _said(turn)
    if await card_or_line.asked(turn) or await _for_a_card(turn):
        return
    if await offered.chosen(turn) or await which_said.chosen(turn):
        return await typed(turn)
    event, sent = turn.event, None
    if event.reply_to:
        sent = await turn.unit.sent_messages.at(event.chat, event.reply_to)
    await in_groups.to_private(turn, command_in(event.text))
    event = turn.event
    if overlong(turn):
        if event.private or (sent and sent.case_id):
            await too_long(turn, sent)
        return
    command = command_in(event.text)
    if command and ours(event, turn.setup, command):
        name = command[1].lower()
        words = await on_card(turn, name, command[3].strip(), sent)
        return await run_command(turn, name, words)
    await (private_talk if event.private else in_groups.talk)(turn, sent)


async def _for_a_card(turn: Turn) -> bool:
    """Whether the words of a button were typed, or several orders in one line, and are answered.
    A command is none of them, and is not looked through for any.
    """
    if command_in(turn.event.text):
        return False
    if await undoing.of_message(turn) or await unmerged.asked(turn):
        return True
    if not added.dangerous(turn) and await corrected.asked(turn):
        return True
    several_orders = await orders.said(turn)
    if several_orders is not None and not added.dangerous(turn):
        return await orders.done(turn, several_orders)
    said = await behind_slip.said(turn)
    if not said.act:
        if await taken_over.asked(turn):
            return True
        if await whole_load.asked(turn):
            await off.beside(turn)
            await leaving.beside(turn)
            return True
        return await all_named.asked(turn)
    await ditto.keep(turn, said)
    return await added.beside_act(turn, said) or await several.done(turn, said)


# --- what else is said ---


async def _edited(turn: Turn) -> None:
    """An edit changes the draft, or is kept as a further word on the case that the message went
    into.
    """
    refused = overlong(turn)
    drafts = [*reversed(await known_drafts(turn))]
    if refused:
        turn.event = cut(turn)
    for draft in drafts:
        if await filing.edited_into_danger(turn, draft):
            return
    if refused:
        raise refused
    for draft in drafts:
        if await into_draft.on_edit(turn, FORMS[draft.name], draft):
            return
    if await across.edited(turn):
        return
    if await shortened(turn):
        return await _said(turn)
    command = command_in(turn.event.text)
    words = command[3].partition(" ")[2] if command else turn.event.text
    if await edited.into_danger(turn, words):
        return
    await edited.into_case(turn, words)
