"""Forms that are left open: nudged once, dropped after a day, finished when an album is whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from domain.draft import Draft
from domain.messages import Event
from handlers.casework import phrases
from handlers.casework.letters.sending import waits_until
from handlers.dialog import conversation, ending
from handlers.dialog.clock import OneDue
from handlers.dialog.fields import located, words
from handlers.dialog.form import Form
from handlers.dialog.marks import is_mark, open_drafts
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Refused, Turn
from handlers.filing.form import FILING
from handlers.texts.sentences import Safe

LONGEST_WORDS = 24
LACKS = {"place": "draft-nudge-place", "what": "draft-nudge-what"}


async def draft_due(scene: Scene, form_id: int, at: datetime) -> None:
    """A draft left alone is nudged once after half an hour and dropped after a day."""
    unit = scene.unit
    draft = await unit.forms.get(form_id)
    if draft is not None and is_mark(draft):
        await unit.forms.drop(draft)
        return unit.timers.set("draft", form_id, None)
    turn = await _turn(scene, draft) if draft else None
    if draft is None or turn is None:
        return unit.timers.set("draft", form_id, None)
    if draft.nudged or not draft.answers or draft.name != FILING.name:
        return await _drop_or_wait(turn, draft)
    quiet = waits_until(scene, turn.person) or await _talking_until(turn, draft)
    if quiet is not None:
        return unit.timers.set("draft", form_id, quiet)
    turn.reply(_still_open(turn, draft))
    # what is said below it goes to what it shows
    draft = replace(draft, nudged=True, touched_at=unit.now)
    await unit.forms.put(draft)
    conversation.show(turn, FILING, draft)
    unit.timers.set(
        "draft",
        draft.id,
        draft.touched_at + ending.DROP_AFTER,
    )


async def _talking_until(turn: Turn, draft: Draft) -> datetime | None:
    """Until when another form is too fresh to come between; None where none is."""
    drafts = await open_drafts(turn)
    ends = [
        one.touched_at + conversation.NUDGE_AFTER
        for one in drafts
        if one.id != draft.id
    ]
    free = max(ends, default=turn.unit.now)
    return free if free > turn.unit.now else None


async def _drop_or_wait(turn: Turn, draft: Draft) -> None:
    """As its owner was told; of an empty one nothing is said."""
    ends = draft.touched_at + ending.DROP_AFTER
    if turn.unit.now < ends:
        return turn.unit.timers.set("draft", draft.id, ends)
    await ending.close(turn, draft)
    if draft.answers:
        what = _first_words(turn, draft)
        turn.reply(turn.say("draft-dropped", what=what))


def _still_open(turn: Turn, draft: Draft) -> Safe:
    """That it was not sent yet, and what it lacks; what is whole stands below, to be sent."""
    lacks = FILING.needs(draft)
    if not lacks:
        return turn.say("draft-nudge")
    what = _first_words(turn, draft)
    return turn.say(LACKS[lacks], what=what)


def _first_words(turn: Turn, draft: Draft) -> str:
    """How its owner knows which one is meant."""
    said = words(draft) or located(draft).words
    if not said:
        return turn.label("draft-wordless")
    return turn.label("draft-words", words=phrases.cut(said, LONGEST_WORDS))


def finishing(forms: Mapping[str, Form]) -> OneDue:
    """The function for a form, one of these, whose album is complete by now."""

    async def finish_due(scene: Scene, form_id: int, at: datetime) -> None:
        unit = scene.unit
        draft = await unit.forms.get(form_id)
        turn = await _turn(scene, draft) if draft else None
        unit.timers.set("finish", form_id, None)
        if draft is None or turn is None:
            return
        try:
            await ending.finish(turn, forms[draft.name], draft)
        except Refused as refused:
            turn.reply(
                turn.say(
                    refused.key,
                    **refused.args_of_key,
                )
            )

    return finish_due


async def _turn(scene: Scene, draft: Draft) -> Turn | None:
    """A turn in which nobody said anything, with whoever has this draft."""
    unit = scene.unit
    await unit.people.load([draft.chat])
    person = unit.people.at(draft.chat)
    event = Event(f"clock-{draft.id}", draft.chat, draft.chat)
    return Turn(event, unit, scene.setup, person) if person else None
