"""What is said in private: danger first, then the case it replies to, the form that is open, talk,
or something new.
"""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from domain.draft import Draft
from domain.messages import Choice
from domain.reading.model import Reading
from domain.standing import FILER_ACTS
from handlers.actions.asking.said import MARK, joined
from handlers.actions.carers import shown_after
from handlers.actions.on_case import confiding
from handlers.actions.on_case.same_answer import asked_since
from handlers.actions.on_case.words import word_on_case
from handlers.actions.own.nodded import nodded
from handlers.actions.table import ACTS
from handlers.actions.viewing.case_lines import WORDS
from handlers.actions.waiting import read_already
from handlers.contents import BUTTONS, FORMS
from handlers.dialog import between, conversation, ending, offered, typed
from handlers.dialog.alone import alone
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Turn
from handlers.filing import form as filing
from handlers.filing import own_name
from handlers.filing.hearing import heard
from handlers.filing.where import answering
from handlers.hearing import across, beside, confided_first, writing
from handlers.hearing.asked_beside import matter_of
from handlers.hearing.begun import goes_on
from handlers.hearing.endangered import danger
from handlers.hearing.no_alarm import names_category, tells_end
from handlers.hearing.own import better_thought, replied, reply_to_done
from handlers.hearing.something_new import something_new
from handlers.hearing.staff import by_staff, called_out
from handlers.people import settings
from storage.sent_messages import SentMessage


async def private_talk(turn: Turn, sent: SentMessage | None) -> None:
    """A message in private: danger first, then the case it replies to, the form that is open, or
    something new.
    """
    event = turn.event
    if not (event.text.strip() or event.media or event.place):
        return turn.reply(turn.say("refuse-nothing"))
    if await joined(turn, MARK, WORDS):
        return
    drafts = await read_already(turn, await known_drafts(turn))
    reading = await by_staff.meant(turn, _read(turn, drafts), drafts)
    choice = None if between.replied(sent) else _chosen(turn, drafts)
    if choice is not None and not choice.data.startswith(conversation.OWN):
        return await _press(turn, choice)
    if choice is None:
        if not sent and await _switched(turn, drafts):
            return
        if await _at_once(turn, reading, drafts, sent):
            return
        if not sent and await better_thought.taken_up(turn, drafts):
            return
        if await across.replied(turn, sent):
            return
        if not sent and await nodded(turn, drafts[-1] if drafts else None):
            return
        if not sent and await _goes_on(turn, drafts, reading):
            return
        if await confided_first.asked(turn, drafts, reading, sent):
            return
    about = _about_case(drafts, sent)
    if sent and sent.case_id and about is None:
        if await replied.acted(turn, sent.case_id, reading):
            return
        await word_on_case(turn, sent.case_id)
        return
    if drafts:
        draft = _shown_by(drafts, sent) or about
        draft = draft or await asked_since(turn, drafts, reading) or drafts[-1]
        return await _to_form(turn, draft, reading)
    if event.album:
        case_id = await turn.unit.media.album_case(event.chat, event.album)
        if case_id is not None:
            await word_on_case(turn, case_id)
            return
    await something_new(turn, await matter_of(turn, reading))


def _read(turn: Turn, drafts: list[Draft]) -> Reading:
    """What this message means, to what was asked last."""
    last = drafts[-1] if drafts else None
    asked = last if last and last.name == filing.FILING.name else None
    return answering.as_place(turn, asked, heard(turn))


def _chosen(turn: Turn, drafts: list[Draft]) -> Choice | None:
    """The choice of the open form that was typed."""
    draft = drafts[-1] if drafts else None
    return typed.chosen(turn, FORMS[draft.name], draft) if draft else None


async def _at_once(
    turn: Turn, reading: Reading, drafts: list[Draft], sent: SentMessage | None
) -> bool:
    """Whether it was a name by its number, or somebody may be in danger. What only sounds so may be
    of the case that staff have in their hands.
    """
    if await own_name.numbered(turn):
        return True
    of_staff = reading.danger is not None and turn.person.staff
    if of_staff and called_out.only_tells_filer(turn):
        return False
    may_be = of_staff and not (sent or drafts or names_category(turn))
    theirs = may_be and not await tells_end(turn, reading)
    if theirs and await called_out.endangered(turn, reading):
        return True
    if theirs:
        await called_out.at_filers(turn)
    return await danger(turn, reading, drafts)


async def _goes_on(
    turn: Turn,
    drafts: list[Draft],
    reading: Reading,
) -> bool:
    """Whether it goes on from what was said before, whatever form is open."""
    if await across.answered(turn, reading) or await goes_on(turn, drafts, reading):
        return True
    return await shown_after.shown(turn, drafts)


async def _press(turn: Turn, choice: Choice) -> None:
    """One that stands below a form and leads elsewhere."""
    turn.event = offered.pressed(turn, choice)
    prefix, _, rest = choice.data.partition(":")
    await BUTTONS[prefix](turn, rest)


async def _switched(turn: Turn, drafts: list[Draft]) -> bool:
    """Whether another language was asked for; a filing that is open is shown again in it."""
    writing = drafts and drafts[-1].name != filing.FILING.name
    language = settings.asked_for(turn.event.text) if alone(turn) else ""
    if writing or not language:
        return False
    await settings.set_language(turn, language)
    if drafts:
        conversation.show(turn, filing.FILING, drafts[-1])
    return True


async def _to_form(turn: Turn, draft: Draft, reading: Reading) -> None:
    """To the form; what is said while a filing is open may be talk."""
    if draft.name == filing.FILING.name:
        return await beside.to_filing(turn, draft, await matter_of(turn, reading))
    waits = draft.name in ACTS and ACTS[draft.name].act in FILER_ACTS
    case = await turn.unit.cases.get(draft.about["case"]) if waits else None
    if case is None:
        return await writing.to_form(turn, draft, reading)
    if await _answered_since(turn, draft, case, reading):
        return await ending.drop(turn, draft)
    async with confiding.apart(turn, case, draft.name) as left:
        if left:
            await writing.to_form(turn, draft, reading)


async def _answered_since(
    turn: Turn, draft: Draft, case: Case, reading: Reading
) -> bool:
    """Whether what was asked of it is left behind, since the case is done by now, and this says
    whether it is solved: that was asked last.
    """
    asked = ACTS[draft.name].act is Act.ANSWER
    return asked and alone(turn) and await reply_to_done.judged(turn, case, reading)


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


async def known_drafts(turn: Turn) -> list[Draft]:
    """The open forms that this release knows, the one talked about last."""
    found = await open_drafts(turn)
    return [draft for draft in found if draft.name in FORMS]
