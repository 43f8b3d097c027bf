"""Acts that need a word: a prompt in the private chat of whoever acts; pictures are welcome."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from domain.case import Case
from domain.draft import Draft
from handlers.actions import followed
from handlers.actions.asking import of_which
from handlers.actions.asking.said import work_before
from handlers.actions.doing import check, do
from handlers.actions.done import done, keep_away, keep_words
from handlers.actions.feedback import still_open
from handlers.actions.feedback.slips import solved_after_all
from handlers.actions.on_case.answering import says_no_answer
from handlers.actions.prompt_view import needs_of, view_of
from handlers.actions.table import ACTS
from handlers.casework import phrases
from handlers.casework.happened import Given
from handlers.casework.permission import case_for, visible
from handlers.dialog import conversation, ending
from handlers.dialog.fields import (
    Photos,
    Spot,
    Text,
    located,
    media_ids,
    place_of,
    words,
)
from handlers.dialog.form import Apart, Form, Step
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn

LONGEST_SEEN = 60

APART: dict[str, Apart] = {"answer": says_no_answer, "reopen": solved_after_all}
"""What takes words that are none for the act after all."""


# --- how it looks ---


# --- its end ---


def _finish(name: str) -> Callable[[Turn, Draft], Awaitable[None]]:
    async def finish(turn: Turn, draft: Draft) -> None:
        given = given_in(turn, draft)
        case = await _still_seen(turn, draft, given)
        if case is None:
            return
        followed.of_draft(turn, draft, case, name)
        value = draft.about.get("value", "")
        free = not value and "chosen" not in draft.about
        if free and await of_which.asked(turn, case, name, given):
            return
        try:
            case = await do(turn.scene, case, name, value, given)
        except Refused as refused:
            return await keep_words(turn, case, refused, given)
        await done(turn, case, name, given.words, given.media)
        if "typed" in draft.about:
            await still_open.say(turn, draft.about["typed"])

    return finish


async def _still_seen(turn: Turn, draft: Draft, given: Given) -> Case | None:
    """The case; None where it is out of their sight by now, and has the words. Raises Refused."""
    case = await turn.unit.cases.get(draft.about["case"])
    if case is None or await visible(turn.unit, turn.person, case):
        return await case_for(turn, draft.about["case"])
    await keep_away(turn, case, given)
    return None


def given_in(turn: Turn, draft: Draft) -> Given:
    """What was said and sent so far."""
    return Given(_said(turn, draft), tuple(media_ids(draft)), place_of(draft))


def _said(
    turn: Turn,
    draft: Draft,
) -> str:
    """The words; of a pin alone, or one with a name, where it is."""
    said, pin, called = words(draft), place_of(draft), located(draft).called
    if pin is None or (said and not called):
        return said
    there = phrases.pin(turn.unit, pin, called, turn.setup.language)
    return "\n".join(filter(None, (said, there)))


async def _template(
    turn: Turn,
    draft: Draft,
    verb: str,
    value: str,
) -> Draft | None:
    """A template was pressed: it is shown as the answer would be, to be sent or to be written
    anew.
    """
    templates = draft.about.get("templates", ())
    about = draft.about
    if verb == "template" and value.isdecimal() and int(value) < len(templates):
        return replace(draft, about=about | {"chosen": templates[int(value)]})
    if verb == "send" and "chosen" in about:
        said = draft.answers | {"what": Text().made(about["chosen"])}
        form = PROMPTS[draft.name]
        await ending.finish(turn, form, replace(draft, answers=said))
        return None
    return draft


def _prompt(name: str) -> Form:
    row = ACTS[name]
    # a nod answers what can be answered by yes or no; `says_no_answer` looks to that
    said = Text(free=row.bare, nods=row.answers, hollow=row.hollow)
    place = (Step("place", Spot()),) if row.bare else ()
    return Form(
        name=name,
        steps=(Step("what", said), Step("photos", Photos()), *place),
        needs=needs_of(name),
        view=view_of(name),
        finish=_finish(name),
        press=_template,
        apart=APART.get(name),
        mentions=True,
        patient=row.answers,
    )


PROMPTS = {name: _prompt(name) for name, row in ACTS.items() if row.words}


async def open_prompt(
    turn: Turn,
    name: str,
    case: Case,
    value: str = "",
) -> None:
    """Asks for the word, after checking that the act is possible at all."""
    await check(turn.scene, case, name)
    await close_prompt(turn, name, case)
    seen = phrases.seen(turn.unit, turn.person, case, turn.language, LONGEST_SEEN)
    about = {"case": case.id, "number": case.number, "what": seen, "value": value}
    about |= {"typed": turn.event.data} if turn.typed else {}
    row = ACTS[name]
    if row.about is not None:
        about |= await row.about(turn, case)
    turn.toast("" if turn.event.private else "toast-in-private")
    before = await work_before(turn) if row.ends else None
    if before is None:
        await conversation.begin(turn, PROMPTS[name], about)
        return
    draft = await conversation.begin(turn, PROMPTS[name], about, show=False)
    draft = replace(draft, answers={"photos": before.answers["photos"]})
    await turn.unit.forms.put(draft)
    conversation.show(turn, PROMPTS[name], draft)


async def close_prompt(
    turn: Turn,
    name: str,
    case: Case,
) -> None:
    """The word is not asked for any more: it is asked for anew, or was said elsewhere."""
    for draft in await open_drafts(turn):
        if draft.name == name and draft.about.get("case") == case.id:
            await ending.close(turn, draft)
