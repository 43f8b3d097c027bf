"""What went to a case, or names one, and is a matter of its own after all: one press files it."""

from __future__ import annotations

from dataclasses import replace

from domain.acts import Act
from domain.answers import Answer, Attached, Said
from domain.case import Case
from handlers.casework import phrases
from handlers.casework.happened import Given
from handlers.casework.perform import perform
from handlers.dialog import conversation
from handlers.dialog.turn import Refused, Turn, whole
from handlers.filing.emergency import alarm
from handlers.filing.form import FILING
from handlers.filing.hearing import read_text
from handlers.texts.sentences import label

QUOTED = 40


async def from_line(turn: Turn, data: str) -> None:
    """`n:<history line>`: what went to a case starts a filing of its own; whoever is on that case
    hears so where it says danger.
    """
    number = whole(data)
    line = await turn.unit.history.line(number) if number is not None else None
    if line is None or line.actor_id != turn.person.id:
        raise Refused("refuse-old-button")
    turn.toast()
    kept = await turn.unit.media.of_line(line.id)
    came = tuple(
        Attached("", row.id, row.media.kind.value, row.media.seconds) for row in kept
    )
    out = await _filed(turn, line.words, came)
    before = await turn.unit.cases.get(line.case_id) if line.case_id else None
    if out is not None and before is not None and before.open:
        await _tell(turn, before, out, line.words)


async def from_words(turn: Turn, text: str) -> None:
    """These words start a filing of their own."""
    await _filed(turn, text, ())


async def _filed(turn: Turn, text: str, came: tuple[Attached, ...]) -> Case | None:
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


async def _tell(turn: Turn, before: Case, out: Case, said: str) -> None:
    """To the people on the case that it went to: what they read is out by itself."""
    text = label(
        turn.setup.language,
        "apart-emergency",
        words=phrases.cut(said, QUOTED),
        number=out.number,
    )
    await perform(turn.scene, before, Act.ADD, Given(text))
