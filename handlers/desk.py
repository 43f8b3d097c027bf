"""The desk: every event comes here and is a command, a press, part of an open form, a word on a case,
or new.
"""

from __future__ import annotations

import re

from domain.case import Case
from domain.draft import Draft
from domain.messages import Choice, Event, EventKind, Reply
from domain.people import Person
from domain.reading.model import Intent, Reading
from domain.values.number import case_number
from handlers.actions import emergencies, lists
from handlers.actions.words import edited_word, word_on_case, works_on
from handlers.contents import BUTTONS, COMMANDS, FORMS, INTENTS
from handlers.dialog import conversation
from handlers.dialog.command import may_send
from handlers.dialog.fields import words
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Refused, Turn
from handlers.filing import form as filing
from handlers.filing.emergency import alarm
from handlers.filing.hearing import heard
from handlers.filing.judging import names_a_place
from handlers.people.membership import on_membership
from handlers.texts.sentences import known, label, say
from storage.sent_messages import SentMessage
from storage.unit import Unit

COMMAND = re.compile(
    r"^[/／]([a-z_]+)(?:@(\w+))?[.。!！]*(?:\s+|$)(.*)$", re.IGNORECASE | re.DOTALL
)
MEMBERSHIP = (EventKind.BLOCKED, EventKind.UNBLOCKED, EventKind.MIGRATED)
LONGEST_TOAST = 60
LONGEST_NAME = 60


async def answer(event: Event, unit: Unit, setup: Setup) -> None:
    """Handles one event inside the Unit. Raises only what nobody foresaw: the intake quarantines
    that.
    """
    if event.kind is EventKind.UNREADABLE:
        raise ValueError(f"{event.channel} sent something unreadable: {event.text}")
    if event.kind in MEMBERSHIP:
        return await on_membership(event, unit, setup)
    if event.nameless:
        return await _nameless(event, unit, setup)
    person = _who(event, unit)
    if person is None:
        return _stranger(event, unit, setup)
    turn = Turn(event, unit, setup, person)
    try:
        await _dispatch(turn)
        if turn.closed:
            await _resume(turn)
    except Refused as refused:
        _refuse(turn, refused)
    turn.toast()


def _who(event: Event, unit: Unit) -> Person | None:
    """In private whoever writes is met; in a group only people whom we know count."""
    if not event.private:
        return unit.people.at(event.sender)
    name = event.name[:LONGEST_NAME] or "?"
    return unit.people.meet(event.sender, name, _language(event))


def _language(event: Event, usual: str = "") -> str:
    return known(event.language) if event.language else usual


def _stranger(event: Event, unit: Unit, setup: Setup) -> None:
    """A group member who never wrote to us: their press gets a word, their talk is none of our
    business.
    """
    if event.press_ref:
        text = label(_language(event, setup.language), "toast-stranger")
        unit.outbox.add(event.chat, Reply(text=text, press_ref=event.press_ref))


async def _nameless(event: Event, unit: Unit, setup: Setup) -> None:
    """Rights are a person's: who speaks as a group or a channel hears so when they speak to us."""
    command = COMMAND.match(event.text)
    to_us = command is not None and command[1].lower() in COMMANDS
    if not to_us and event.reply_to:
        to_us = bool(await unit.sent_messages.at(event.chat, event.reply_to))
    if to_us:
        text = say(setup.language, "refuse-nameless")
        unit.outbox.add(event.chat, Reply(text=text))


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
    waiting = await _drafts(turn)
    if waiting and waiting[-1].touched_at < turn.unit.now:
        conversation.show(turn, FORMS[waiting[-1].name], waiting[-1])


# --- what it is ---


async def _dispatch(turn: Turn) -> None:
    event = turn.event
    if event.kind is EventKind.PRESS:
        return await _press(turn)
    if event.kind is EventKind.EDIT:
        return await _edited(turn)
    most = turn.setup.most_letters
    if len(event.text) > most:
        raise Refused("refuse-too-long", count=len(event.text), most=most)
    command = COMMAND.match(event.text)
    if command and _ours(turn, command):
        return await _command(turn, command[1].lower(), command[3].strip())
    sent = None
    if event.reply_to:
        sent = await turn.unit.sent_messages.at(event.chat, event.reply_to)
    await (_private_talk if event.private else _group_talk)(turn, sent)


async def _press(turn: Turn) -> None:
    prefix, _, rest = turn.event.data.partition(":")
    if prefix == "f":
        return await _form_press(turn, rest)
    handler = BUTTONS.get(prefix)
    if handler is None:
        raise Refused("refuse-old-button")
    await handler(turn, rest)


async def _form_press(turn: Turn, rest: str) -> None:
    """`f:<form id>:…`: a button of a form that is gone says so; somebody else's form does not
    exist.
    """
    number = rest.partition(":")[0]
    drafts = {str(draft.id): draft for draft in await _drafts(turn)}
    draft = drafts.get(number)
    if draft is None:
        raise Refused("refuse-old-form")
    pressed = Choice("", turn.event.data)
    await conversation.on_press(turn, FORMS[draft.name], draft, pressed)


async def _drafts(turn: Turn) -> list[Draft]:
    """The open forms that this release knows, the one talked about last."""
    found = await turn.unit.forms.of(turn.private)
    return [draft for draft in found if draft.name in FORMS]


# --- commands ---


def _ours(turn: Turn, command: re.Match[str]) -> bool:
    """Whether a command like /help@somebot is for us. Below a picture most words are no command."""
    name, bot = command[1].lower(), command[2]
    row = COMMANDS.get(name)
    if turn.event.media and not (row and row.pictures):
        return False
    link = turn.setup.link(turn.event.channel, "").lower()
    return not bot or f"/{bot.lower()}?" in link


async def _command(turn: Turn, name: str, rest: str) -> None:
    row, private = COMMANDS.get(name), turn.event.private
    if row is None or not may_send(turn.person, row):
        if private:
            turn.reply(turn.say("refuse-no-command"))
        return
    if not private and not row.groups:
        return
    if row.audited:
        turn.unit.history.audit(turn.person.id, f"/{name}")
    await row.handler(turn, rest)


# --- talk ---


async def _private_talk(turn: Turn, sent: SentMessage | None) -> None:
    """A message in private: danger first, then the case it replies to, the form that is open, or
    something new.
    """
    event = turn.event
    if not (event.text.strip() or event.media or event.place):
        return turn.reply(turn.say("refuse-nothing"))
    drafts = await _drafts(turn)
    reading = heard(turn, draft_open=bool(drafts))
    if await _danger(turn, reading, drafts):
        return
    about = _about_case(drafts, sent)
    if sent and sent.case_id and about is None:
        return await word_on_case(turn, sent.case_id)
    if drafts:
        draft = _shown_by(drafts, sent) or about or drafts[-1]
        return await _to_form(turn, draft, reading)
    if event.album:
        case_id = await turn.unit.media.album_case(event.chat, event.album)
        if case_id is not None:
            return await word_on_case(turn, case_id)
    await _something_new(turn, reading)


async def _danger(turn: Turn, reading: Reading, drafts: list[Draft]) -> bool:
    """Whether somebody may be in danger: then nothing else is asked. Staff who write an answer
    about a fire know the numbers.
    """
    writing = drafts and drafts[-1].name != filing.FILING.name
    if reading.danger is None or (turn.person.staff and writing):
        return False
    case = await emergencies.running(turn)
    if case is not None:
        turn.reply(turn.say("emergency"), calls=reading.danger.calls)
        await emergencies.add(turn, case)
        return True
    filings = [draft for draft in drafts if draft.name == filing.FILING.name]
    going_on = next((one for one in filings if not words(one)), None)
    await alarm(turn, reading, going_on)
    return True


async def _to_form(turn: Turn, draft: Draft, reading: Reading) -> None:
    """To the form, unless it is talk: that is answered, and the form stays as it is."""
    form = FORMS[draft.name]
    if not _talks(turn, reading) or draft.name != filing.FILING.name:
        return await conversation.on_message(turn, form, draft)
    answers = conversation.chosen(turn, form, draft) or names_a_place(turn, draft)
    if answers or conversation.no_words(turn.event):
        return await conversation.on_message(turn, form, draft)
    if reading.intent is Intent.CONFIRM and not (draft.asking or form.needs(draft)):
        return await conversation.finish(turn, form, draft)
    if reading.intent is Intent.CANCEL:
        return await conversation.cancel(turn, draft)
    await INTENTS[reading.intent](turn, reading)


def _about_case(drafts: list[Draft], sent: SentMessage | None) -> Draft | None:
    """The form about the case that the message replied to shows."""
    if sent is None or sent.case_id is None:
        return None
    fits = (one for one in drafts if one.about.get("case") == sent.case_id)
    return next(fits, None)


def _shown_by(drafts: list[Draft], sent: SentMessage | None) -> Draft | None:
    """The form that the message replied to shows."""
    if sent is None:
        return None
    return next((one for one in drafts if one.id == sent.form_id), None)


async def _something_new(turn: Turn, reading: Reading) -> None:
    event = turn.event
    if not event.media and case_number(event.text):
        return await lists.case(turn, event.text)
    case = await emergencies.running(turn)
    if case is not None and await _of_emergency(turn, case, reading):
        return
    if _alone(turn) and reading.intent in INTENTS:
        return await INTENTS[reading.intent](turn, reading)
    await filing.begin(turn)


def _alone(turn: Turn) -> bool:
    """Words and nothing else."""
    event = turn.event
    return bool(event.text.strip()) and not (event.media or event.place)


def _talks(turn: Turn, reading: Reading) -> bool:
    """Whether these words ask or tell something that is no matter and no place."""
    talk = reading.intent in INTENTS and reading.intent is not Intent.PLACE_ONLY
    return talk and _alone(turn)


async def _of_emergency(turn: Turn, case: Case, reading: Reading) -> bool:
    """What is said after an emergency goes to it: 没事了 ends it, talk is answered as such."""
    if reading.intent is Intent.CANCEL:
        await emergencies.all_clear(turn, case, "")
        return True
    if _talks(turn, reading):
        return False
    await emergencies.add(turn, case)
    return True


async def _group_talk(turn: Turn, sent: SentMessage | None) -> None:
    """In a group only replies to a case's messages are ours: a note on that case."""
    said = turn.event.text or turn.event.media
    if sent is None or sent.case_id is None or not said:
        return
    case = await turn.unit.cases.get(sent.case_id)
    if case is not None and works_on(turn, case):
        await word_on_case(turn, sent.case_id)


async def _edited(turn: Turn) -> None:
    """An edit changes the draft, or is kept as a further word on the case that the message went
    into.
    """
    for draft in reversed(await _drafts(turn)):
        if await conversation.on_edit(turn, FORMS[draft.name], draft):
            return
    command = COMMAND.match(turn.event.text)
    words = command[3].partition(" ")[2] if command else turn.event.text
    await edited_word(turn, words)
