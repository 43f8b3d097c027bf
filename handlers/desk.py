"""The desk: every event comes here and is a command, a press, part of an open form, a word on a
case, or new.
"""

from __future__ import annotations

import re

from domain.acts import Act
from domain.commands import COMMAND_ROLES, may_command
from domain.messages import Choice, Event, EventKind, Reply
from domain.people import Person, Role
from domain.permissions import may
from handlers.actions import buttons as acts
from handlers.actions import lists as queue
from handlers.casework import merging, phrases
from handlers.casework import perform as casework
from handlers.contents import BUTTONS, COMMANDS, FORMS
from handlers.dialog import conversation
from handlers.dialog.setup import Setup
from handlers.dialog.turn import ALBUM_PAUSE, Refused, Turn
from handlers.filing import filing
from handlers.people import start
from handlers.people.membership import on_membership
from handlers.texts.sentences import known, label
from storage.sent_messages import SentMessage
from storage.unit import Unit

COMMAND = re.compile(
    r"^[/／]([a-z_]+)(?:@(\w+))?[.。!！]*(?:\s+|$)(.*)$", re.IGNORECASE | re.DOTALL
)
NUMBER = re.compile(r"^\s*[A-Za-z]{2}\d{2}-\d{4,7}(-\d{1,2})?\s*$")
SMALL_TALK = re.compile(
    r"^\W*(你好|您好|在吗|在不在|有人吗|谢谢|多谢|感谢|好的|好|收到|嗯|ok|hi|hello|hey|thanks|thank you|test|测试)\W*$",
    re.I,
)
IN_GROUPS = ("bind",)
WITH_PICTURES = ("onsite",)
# a message that is edited goes where it went
AS_BEFORE = (Act.TELL, Act.ASK, Act.ANSWER, Act.RESOLVE)
MEMBERSHIP = (EventKind.BLOCKED, EventKind.UNBLOCKED, EventKind.MIGRATED)


async def answer(event: Event, unit: Unit, setup: Setup) -> None:
    """Handles one event inside the Unit. Raises only what nobody foresaw: the intake quarantines
    that.
    """
    if event.kind is EventKind.UNREADABLE:
        raise ValueError(f"{event.channel} sent something unreadable: {event.text}")
    if event.kind in MEMBERSHIP:
        return await on_membership(event, unit, setup)
    person = _who(event, unit)
    if person is None:
        return _stranger(event, unit, setup)
    turn = Turn(event, unit, setup, person)
    try:
        await _dispatch(turn)
        if turn.closed:
            await conversation.resume(turn, FORMS)
    except Refused as refused:
        _refuse(turn, refused)
    turn.toast()


def _who(event: Event, unit: Unit) -> Person | None:
    """In private whoever writes is met; in a group only people whom we know count."""
    if event.private:
        return unit.people.meet(
            event.sender,
            event.name[:60] or "?",
            known(event.language) if event.language else "",
        )
    return unit.people.at(event.sender)


def _stranger(event: Event, unit: Unit, setup: Setup) -> None:
    """A group member who never wrote to us: their press gets a word, their talk is none of our
    business.
    """
    if event.press_ref:
        text = label(
            known(event.language) if event.language else setup.language,
            "toast-stranger",
        )
        unit.outbox.add(event.chat, Reply(text=text, press_ref=event.press_ref))


def _refuse(turn: Turn, refused: Refused) -> None:
    """A refusal is a toast after a press, else a message; either says why."""
    if turn.event.press_ref:
        turn.toast(refused.key, **refused.args_of_key)
        if not turn.event.private:
            return
    where = turn.private if turn.event.private else turn.event.chat
    if (
        not turn.event.press_ref
        or len(turn.label(refused.key, **refused.args_of_key)) > 60
    ):
        turn.unit.outbox.add(
            where, Reply(text=turn.say(refused.key, **refused.args_of_key))
        )


async def _dispatch(turn: Turn) -> None:
    event = turn.event
    if event.kind is EventKind.PRESS:
        return await _press(turn)
    await _warn(turn)
    if event.kind is EventKind.EDIT:
        return await _edited(turn)
    if len(event.text) > turn.setup.most_letters:
        raise Refused(
            "refuse-too-long", count=len(event.text), most=turn.setup.most_letters
        )
    command = COMMAND.match(event.text)
    if (
        command
        and _ours(turn, command[2])
        and (not event.media or command[1].lower() in WITH_PICTURES)
    ):
        return await _command(turn, command[1].lower(), command[3].strip())
    post = (
        await turn.unit.sent_messages.at(event.chat, event.reply_to)
        if event.reply_to
        else None
    )
    if not event.private:
        return await _group_talk(turn, post)
    await _private_talk(turn, post)


async def _warn(turn: Turn) -> None:
    """Numbers to call before anything else. Staff who write an answer or an announcement about a
    fire know them.
    """
    if not turn.event.private or (turn.person.staff and COMMAND.match(turn.event.text)):
        return
    drafts = await turn.unit.forms.of(turn.private) if turn.person.staff else []
    if not drafts or drafts[-1].name == filing.FILING.name:
        filing.warn(turn, turn.event.text)


def _ours(turn: Turn, name: str | None) -> bool:
    """Whether a command like /help@somebot is for us."""
    return (
        not name
        or f"/{name.lower()}?" in turn.setup.link(turn.event.channel, "").lower()
    )


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
    drafts = {str(draft.id): draft for draft in await turn.unit.forms.of(turn.private)}
    draft = drafts.get(number)
    if draft is None or draft.name not in FORMS:
        raise Refused("refuse-old-form")
    await conversation.on_press(turn, draft, FORMS, Choice("", turn.event.data))


async def _command(turn: Turn, name: str, rest: str) -> None:
    handler = COMMANDS.get(name)
    if handler is None or not may_command(turn.person, name):
        if turn.event.private:
            turn.reply(turn.say("refuse-no-command"))
        return
    if not turn.event.private and name not in IN_GROUPS:
        return
    if name in COMMAND_ROLES and Role.COORDINATOR not in COMMAND_ROLES[name]:
        turn.unit.history.audit(turn.person.id, f"/{name}")
    await handler(turn, rest)


async def _private_talk(turn: Turn, post: SentMessage | None) -> None:
    """A message in private: to the form that is open, on the case it replies to, or something
    new.
    """
    event = turn.event
    if not (event.text.strip() or event.media or event.place):
        return turn.reply(turn.say("refuse-nothing"))
    drafts = [
        draft for draft in await turn.unit.forms.of(turn.private) if draft.name in FORMS
    ]
    replied = next(
        (draft for draft in drafts if post and post.form_id == draft.id), None
    )
    about = next(
        (
            draft
            for draft in drafts
            if post and post.case_id and draft.about.get("case") == post.case_id
        ),
        None,
    )
    if post and post.case_id and about is None:
        return await _word_on_case(turn, post.case_id)
    if drafts:
        return await conversation.on_message(
            turn, replied or about or drafts[-1], FORMS
        )
    if event.album:
        case_id = await turn.unit.media.album_case(event.chat, event.album)
        if case_id is not None:
            return await _word_on_case(turn, case_id)
    if NUMBER.match(event.text) and not event.media:
        return await queue.case(turn, event.text)
    if SMALL_TALK.match(event.text) and not event.media:
        return await start.greet(turn)
    await filing.begin(turn)


async def _group_talk(turn: Turn, post: SentMessage | None) -> None:
    """In a group only replies to a case's messages are ours: a note on that case."""
    if (
        post is None
        or post.case_id is None
        or not (turn.event.text or turn.event.media)
    ):
        return
    case = await turn.unit.cases.get(post.case_id)
    if case is not None and may(
        turn.person, Act.NOTE, case, turn.unit.directory.reach(case)
    ):
        await _word_on_case(turn, post.case_id)


async def _word_on_case(turn: Turn, case_id: int) -> None:
    """A reply to a message about a case: the filer adds to it, or answers; the people in charge
    leave a note.
    """
    case = await merging.kept_case(turn, await casework.case_for(turn, case_id))
    event, unit = turn.event, turn.unit
    staff = may(turn.person, Act.NOTE, case, unit.directory.reach(case))
    mine = case.filer_id == turn.person.id or (
        not staff and await casework.visible(unit, turn.person, case, Act.ADD)
    )
    act = Act.ADD if mine else Act.NOTE
    if not mine and not staff:
        raise Refused("refuse-not-allowed")
    media = [
        unit.media.add(event, one, None, case.id)
        for one in event.media
        if one.size <= turn.setup.most_bytes
    ]
    if len(media) < len(event.media):
        turn.reply(turn.say("refuse-too-big", most=turn.setup.most_bytes // 2**20))
        if not media and not event.text:
            return
    text = event.text.strip()
    if event.place is not None:
        text = "\n".join(
            filter(None, (text, f"📍 {event.place.lat:.5f},{event.place.lon:.5f}"))
        )
    actor = casework.actor_of(turn)
    await casework.perform(
        unit, turn.setup, actor, case, act, text, media, spot=event.place
    )
    unit.sent_messages.add(
        SentMessage(event.chat, event.message_id, case.id, None, shape=act.value)
    )
    at = unit.now + ALBUM_PAUSE if event.album else None
    key, choices = (
        ("done-add", ()) if mine else ("done-note", acts.pass_on_button(turn, case))
    )
    reply = Reply(
        text=turn.say(key, number=phrases.number(case, mine)),
        choices=choices,
        silent=True,
    )
    unit.outbox.add(
        event.chat, reply, case_id=case.id, at=at, replaces=f"word:{case.id}"
    )


async def _edited(turn: Turn) -> None:
    """An edit changes the draft, or is kept as a further word on the case that the message went
    into.
    """
    for draft in reversed(await turn.unit.forms.of(turn.private)):
        if draft.name in FORMS and await conversation.on_edit(turn, draft, FORMS):
            return
    post = await turn.unit.sent_messages.at(turn.event.chat, turn.event.message_id)
    if post is None or post.case_id is None or not turn.event.text.strip():
        return
    case = await merging.kept_case(turn, await casework.case_for(turn, post.case_id))
    act = Act.ADD if case.filer_id == turn.person.id else Act.NOTE
    # an answer that was corrected reaches the filer as a word of its own
    if post.shape in AS_BEFORE:
        act = Act.TELL if post.shape == Act.RESOLVE else Act(post.shape)
    command = COMMAND.match(turn.event.text)
    said = command[3].partition(" ")[2] if command else turn.event.text
    text = turn.label("edited-word", words=said.strip())
    await casework.perform(
        turn.unit, turn.setup, casework.actor_of(turn), case, act, text
    )
    key = {
        Act.ADD: "done-add",
        Act.TELL: "done-tell",
        Act.ANSWER: "done-answer",
        Act.ASK: "done-ask",
    }.get(act)
    turn.reply(
        turn.say(key or "done-note", number=case.number), silent=True, case_id=case.id
    )
