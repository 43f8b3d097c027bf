"""It is pressed of which case words were: they go with it."""

from __future__ import annotations

from domain.case import Case
from handlers.actions import choices
from handlers.actions.asking.beginning import begin
from handlers.actions.asking.said import kept
from handlers.actions.feedback.leaving import withdraw
from handlers.actions.table import ACTS
from handlers.dialog.ending import drop
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Turn


async def pressed(turn: Turn, case: Case, value: str) -> None:
    """It was this case: the act is done with those words, or the one that was chosen; or its filer
    closes it.
    """
    chosen, found = await kept(turn, value)
    name, words = chosen or found.about["act"], found.about["text"]
    if name in ACTS:
        media, row = tuple(found.about["media"]), ACTS[name]
        value = ""
        both = row.wants and row.words  # words need not name the day too
        if not both or choices.names(turn, case, row.wants, words):
            value, words = choices.given(turn, case, row.wants, words)
        elif row.wants in choices.DAYS:
            value = choices.within(turn, case, row.wants, words)
        await begin(turn, case, name, value, words=words, media=media)
    else:
        await withdraw(turn, case, "yes", words)
    await drop(turn, found)
    for draft in await open_drafts(turn):
        if draft.id == found.about.get("draft"):  # its pictures went along
            await drop(turn, draft)
    turn.toast()
