"""What went to a case, or names one, and is a matter of its own after all: it is filed."""

from __future__ import annotations

from dataclasses import replace

from domain.answers import Answer, Attached, Said
from domain.case import Case
from handlers.dialog import conversation
from handlers.dialog.turn import Turn
from handlers.filing.emergency import alarm
from handlers.filing.form import FILING
from handlers.filing.hearing import read_text


async def from_words(turn: Turn, text: str) -> None:
    """These words start a filing of their own."""
    await filed(turn, text, ())


async def filed(turn: Turn, text: str, came: tuple[Attached, ...]) -> Case | None:
    """The draft of it is shown; a danger is out at once: then its case."""
    answers: dict[str, Answer] = {"what": (Said("", text),)} if text else {}
    if came:
        answers["photos"] = came
    draft = await conversation.begin(turn, FILING, show=False)
    draft = replace(draft, answers=answers)
    reading = read_text(turn, text)
    if reading.danger is not None:
        return await alarm(turn, reading, draft, whole=True)
    await conversation.proceed(turn, FILING, draft)
    return None
