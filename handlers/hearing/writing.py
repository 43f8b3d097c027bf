"""What is said while a form other than a filing is open: an answer goes into it; what can be none
is understood as itself. A form that was left open asks no more than that.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.draft import Draft
from domain.reading.model import Intent, Reading
from domain.values.number import case_number
from domain.values.ordinal import ordinal
from handlers.actions.asking import commands
from handlers.actions.carers import addressed, no_answer
from handlers.actions.own import own
from handlers.actions.waiting import IN_THE_MIDDLE
from handlers.contents import FORMS, INTENTS
from handlers.dialog import conversation, doubted, filling, given_up, into_draft, typed
from handlers.dialog.alone import alone
from handlers.dialog.conversation import NUDGE_AFTER
from handlers.dialog.denied import keeps
from handlers.dialog.form import Form
from handlers.dialog.turn import Turn
from handlers.filing import aside
from handlers.hearing.elsewhere import no_name
from handlers.hearing.staff import for_us
from handlers.hearing.staff.while_writing import asks_staff
from handlers.lists.answer import TOGETHER
from handlers.texts.words import anywhere, asks, only, plain

TALK = (
    Intent.STATUS,
    Intent.COMPLAINT_UNANSWERED,
    Intent.THANKS,
    Intent.HOW_TO,
    Intent.HUMAN,
    Intent.REOPEN,
)
"""What is answered as talk where it can be no answer."""


def left(
    draft: Draft,
    now: datetime,
) -> bool:
    """Whether nobody has talked about it for so long that of a filing one would be reminded. What
    somebody else asked waits as long as it has to.
    """
    form = FORMS[draft.name]
    return not form.patient and now - draft.touched_at > NUDGE_AFTER


def mentions(
    draft: Draft,
    now: datetime,
) -> bool:
    """Whether a danger or a matter is only mentioned in it, as by staff who write about a case."""
    return FORMS[draft.name].mentions and not left(draft, now)


async def to_form(
    turn: Turn,
    draft: Draft,
    reading: Reading,
) -> None:
    """To the form, unless it is plainly something else."""
    form = FORMS[draft.name]
    if typed.chosen(turn, form, draft):
        return await into_draft.on_message(turn, form, draft)
    if alone(turn) and asks("words-leave-it", turn.event.text, "words-sorry"):
        return await given_up.cancel(turn, draft)
    if await _another_case(turn, form, draft):
        return
    if await _of_another(turn, form, draft):
        return
    if form.mentions and await no_answer.taken(turn, form, draft):
        return
    if await _itself(turn, form, draft, reading):
        return
    if await _apart(turn, form, draft, reading):
        return
    if form.mentions and await for_us.meant(turn, form, draft):
        return await for_us.ask(turn, draft)
    if form.mentions and await _doubted(turn, form, draft):
        return await doubted.ask(turn, draft)
    await into_draft.on_message(turn, form, draft)


async def _doubted(
    turn: Turn,
    form: Form,
    draft: Draft,
) -> bool:
    """Whether words may not be for what was asked long ago, or before another case was told; what
    is shown before it goes out can be looked at anyway.
    """
    if form.summary or turn.event.reply_to or not alone(turn):
        return False
    if filling.best(form, draft, form.heard(turn, draft))[0] is None:
        return False  # no answer at all
    if no_answer.to_colleague(turn) or (
        form is TOGETHER and no_answer.undone(turn.event.text)
    ):
        return True
    if left(draft, turn.unit.now):
        return True
    if ordinal(turn.event.text)[0] and not _asked_which(draft):
        return True  # of what stands at that place there is no list any more
    last = await turn.unit.offers.last(turn.private)
    if last is None or last.case_id is None or last.made_at <= draft.touched_at:
        return False
    another = last.case_id != draft.about.get("case")
    return another and turn.unit.now - draft.touched_at > IN_THE_MIDDLE


def _asked_which(draft: Draft) -> bool:
    """Whether the question leaves open which of several: 第三个 is its answer."""
    question = plain(str(draft.about.get("question", "")))
    return anywhere("words-open-question").search(question) is not None


async def _another_case(
    turn: Turn,
    form: Form,
    draft: Draft,
) -> bool:
    """Whether nothing but the number of a case was said while something is written about one: it is
    shown, and the question after it.
    """
    number = case_number(turn.event.text) if form.mentions and alone(turn) else None
    if number is None:
        return False
    await commands.case(turn, number)
    conversation.show(turn, form, draft)
    return True


async def _of_another(turn: Turn, form: Form, draft: Draft) -> bool:
    """Whether it was said of another case, with whose number it begins: that is no answer here, and
    the question waits. Before the words themselves the number of this one says nothing.
    """
    found = await addressed.case_and_words(turn) if form.mentions else None
    if found is None:
        return False
    case, said = found
    about = (draft.about.get("case"), *draft.about.get("cases", ()))
    if case.id in about:
        turn.event = replace(turn.event, text=said)
        return False
    if not await addressed.told(turn):
        await commands.case(turn, case.number)
    conversation.show(turn, form, draft)
    return True


async def _itself(
    turn: Turn,
    form: Form,
    draft: Draft,
    reading: Reading,
) -> bool:
    """Whether it was for another room, or talk that this form cannot have asked for."""
    now = turn.unit.now
    if not alone(turn):
        return False
    if form.patient:
        return await _of_theirs(turn, form, draft, reading)
    if form.mentions and await asks_staff(turn, form, draft, reading):
        return True
    if mentions(draft, now):
        return await _below_preview(turn, form, draft, reading)
    if await no_name(turn):
        return True
    bare = form.bare or left(draft, now)
    over = reading.intent is Intent.CANCEL and not keeps(turn.event.text)
    if bare and reading.said and over:
        await given_up.cancel(turn, draft)
        return True
    talks = bare and reading.said and reading.intent in TALK
    if not (talks or only("words-how-to", turn.event.text)):
        return False
    await INTENTS[reading.intent if talks else Intent.HOW_TO](turn, reading)
    if not left(draft, now):
        conversation.show(turn, form, draft)
    return True


async def _of_theirs(
    turn: Turn,
    form: Form,
    draft: Draft,
    reading: Reading,
) -> bool:
    """Whether whoever was asked something asks how far it is, or what they have reported: 进度,
    "my cases". That is no answer for whoever waits for one, and the question stands.
    """
    said = turn.event.text
    if turn.person.staff:
        return False
    if asks("words-asks-status", said, "words-polite"):
        await INTENTS[Intent.STATUS](turn, replace(reading, intent=Intent.STATUS))
    elif asks("words-menu-my", said, "words-polite"):
        await own.my(turn, "")
    else:
        return False
    conversation.show(turn, form, draft)
    return True


async def _below_preview(
    turn: Turn,
    form: Form,
    draft: Draft,
    reading: Reading,
) -> bool:
    """Whether it was talk, or asked for a list, where what is written stands complete."""
    if not form.summary or draft.asking or form.needs(draft) or turn.event.reply_to:
        return False
    talks = reading.said and reading.intent in TALK
    if not talks:
        return False
    await INTENTS[reading.intent](turn, reading)
    conversation.show(turn, form, draft)
    return True


async def _apart(
    turn: Turn,
    form: Form,
    draft: Draft,
    reading: Reading,
) -> bool:
    """Whether it became a report of its own: of what was left open all that may be one."""
    event, now = turn.event, turn.unit.now
    no_room = bool(event.media) and not form.most_photos
    if left(draft, now):
        report = reading.intent is Intent.REPORT and alone(turn)
        if report or no_room or event.place is not None:
            await aside.report(turn, draft, left=True)
            return True
    own = form.apart is not None or (mentions(draft, now) and not no_room)
    return not own and await aside.apart(turn, form, draft)
