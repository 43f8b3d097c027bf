"""How an act begins, pressed or typed: what it still needs is asked for, or it is done at once."""

from __future__ import annotations

from dataclasses import replace

from domain.case import Case
from domain.messages import EventKind
from domain.standing import FILER_ACTS
from handlers.actions import followed
from handlers.actions.asking import kept_words, past, whole
from handlers.actions.asking.prompts import close_prompt, open_prompt
from handlers.actions.asking.said import work_before
from handlers.actions.choices import WANTS
from handlers.actions.doing import check, do
from handlers.actions.done import done
from handlers.actions.on_case import confiding
from handlers.actions.table import ACTS
from handlers.casework import phrases
from handlers.casework.happened import Given
from handlers.dialog import questions
from handlers.dialog.fields import media_ids
from handlers.dialog.fits import says_nothing
from handlers.dialog.turn import Refused, Turn


async def begin(
    turn: Turn,
    case: Case,
    name: str,
    value: str,
    choosing_on: bool = False,
    words: str = "",
    media: tuple[int, ...] = (),
) -> None:
    """Does it, or asks for what is still missing: first a choice, then a word."""
    row, words = ACTS[name], whole.sentence(name, words)
    if row.wants and (choosing_on or not value):
        if row.words and words:
            await kept_words.keep(turn, case, name, words, media)
        return await _offer(turn, case, name, value, choosing_on)
    if row.doubt is not None:
        await check(turn.scene, case, name)
        if await row.doubt(turn, case, value):
            return
    if row.words and row.wants and not words:
        words, media = await kept_words.taken(turn, case, name)
    if row.words and not media and (not words or says_nothing(row.hollow, words)):
        return await open_prompt(turn, name, case, value)
    if row.act not in FILER_ACTS:
        if row.ends and not media:
            await check(turn.scene, case, name)
            before = await work_before(turn)
            media = tuple(media_ids(before)) if before else ()
        return await _do(turn, case, name, value, Given(words, media))
    turn.event = replace(turn.event, text=words)
    async with confiding.apart(turn, case, name) as left:
        if left:
            said = Given(turn.event.text, media)
            await _do(turn, case, name, value, said)


async def _do(
    turn: Turn,
    case: Case,
    name: str,
    value: str,
    given: Given,
) -> None:
    row = ACTS[name]
    case = await do(turn.scene, case, name, value, given)
    if row.words:
        await close_prompt(turn, name, case)
    if row.act not in FILER_ACTS:
        await past.end(turn, case)
    if given.words and turn.event.kind is not EventKind.PRESS:
        followed.of_event(turn, case, row.act.value)
    if row.toast and turn.event.press_ref:
        now, setup = turn.unit.now, turn.setup
        due = phrases.when(turn.language, case.resolve_due, now, setup)
        return turn.toast(row.toast, number=case.number, due=due)
    turn.toast()
    await done(turn, case, name, given.words, given.media)


async def _offer(
    turn: Turn,
    case: Case,
    name: str,
    value: str,
    again: bool,
) -> None:
    row, shown = ACTS[name], name.replace("_", "-")
    await check(turn.scene, case, name)
    rows = await WANTS[row.wants].offer(turn, case, name, value)
    if not rows:
        raise Refused(row.nothing or f"refuse-none-{shown}")
    turn.toast("" if turn.event.private else "toast-in-private")
    if not again:
        await questions.ask(turn, "choice", {"case": case.id, "act": name})
    text = turn.say(f"choose-{shown}", number=case.number)
    turn.reply(text, rows, edit=again, case_id=case.id)
