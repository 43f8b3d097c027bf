"""A case that is named within a sentence: what was said may go to it, or be a matter of its own."""

from __future__ import annotations

from datetime import timedelta

from domain.acts import Act
from domain.case import Case
from handlers.actions.viewing.case_lines import (
    WORDS,
    hurries,
    keeps,
    line,
    opens,
    withdraws,
)
from handlers.actions.viewing.showing import open_case
from handlers.casework.happened import Given
from handlers.casework.perform import perform
from handlers.dialog.ending import drop
from handlers.dialog.marks import mark, marked, open_drafts
from handlers.dialog.turn import Refused, Turn
from handlers.filing.anew import from_words

A_DAY = timedelta(days=1)


async def one(turn: Turn, case: Case) -> None:
    """One case that was named within a sentence; what was said may go to it."""
    if case.filer_id != turn.person.id or not case.open:
        return await open_case(turn, case, "")
    await mark(turn, WORDS, {"text": turn.event.text.strip()})
    rows = [
        [opens(case), hurries(turn, case)],
        [keeps(turn, case), withdraws(turn, case)],
    ]
    turn.reply(await line(turn, case), rows, case_id=case.id)


async def with_words(turn: Turn, case: Case, value: str) -> None:
    """What was said just now goes to this case after all."""
    kept = await marked(turn, WORDS, A_DAY)
    if kept is None:
        raise Refused("refuse-old-button")
    await perform(turn.scene, case, Act.ADD, Given(kept.about["text"]))
    await drop(turn, kept)
    turn.toast()
    text = turn.say("done-add", number=case.number)
    turn.reply(text, edit=True, case_id=case.id)


async def again(turn: Turn, case: Case) -> None:
    """A case that is over, with what can still be said of it; or the words are a new one."""
    await open_case(turn, case, "")
    await mark(turn, WORDS, {"text": turn.event.text.strip()})
    new = turn.choice("button-as-new", f"c:{case.id}:as_new")
    text = turn.say("again-which", number=case.number)
    turn.reply(text, [[new]], case_id=case.id)


async def as_new(turn: Turn, case: Case, value: str) -> None:
    """What was said just now is a matter of its own."""
    kept = await marked(turn, WORDS, A_DAY)
    if kept is None:
        raise Refused("refuse-old-button")
    media, draft = (kept.about.get(name) for name in ("media", "draft"))
    for one in (kept, *await open_drafts(turn)):
        if one.id in (kept.id, draft):  # its pictures are of what is filed now
            await drop(turn, one)
    turn.toast()
    await from_words(turn, kept.about["text"], media or ())
