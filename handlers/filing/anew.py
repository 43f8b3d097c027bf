"""What went to a case, or names one, and is a matter of its own after all: it is filed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from domain.answers import Answer, Attached, Said
from domain.case import Case
from handlers.dialog import conversation
from handlers.dialog.turn import Turn
from handlers.filing.emergency import alarm
from handlers.filing.form import FILING
from handlers.filing.hearing import read_text
from handlers.filing.taken_along import FROM
from handlers.filing.where.spots import spot_at
from storage.history import Line
from storage.memory.media import Kept


async def from_words(
    turn: Turn,
    text: str,
    media: Sequence[int] = (),
) -> None:
    """These words start a filing of their own, with what was shown beside them."""
    came = attached(await turn.unit.media.get_many(media))
    await _filed(turn, text, came, {})


def attached(media: Iterable[Kept]) -> tuple[Attached, ...]:
    return tuple(
        Attached("", one.id, one.media.kind.value, one.media.seconds) for one in media
    )


async def from_line(
    turn: Turn,
    line: Line,
    came: tuple[Attached, ...],
) -> None:
    """What this line of a case says, with what came beside it."""
    await _filed(turn, line.words, came, {FROM: [line.id]})


async def beside(
    turn: Turn,
    case: Case,
    text: str,
    like: bool = True,
) -> None:
    """These words are of another thing `like` that of this case, beside it: where that is, and what
    comes with them.
    """
    spot = spot_at(turn.unit.directory.areas[case.area], case.place_words, case.place)
    about: dict[str, Any] = {"spot": spot}
    if like:
        about |= {"category": case.category, "kind": case.kind.value}
    said = turn.label("beside-of", words=text, number=case.number)
    event = replace(turn.event, text=said)
    await conversation.begin(turn, FILING, about, event=event)


async def _filed(
    turn: Turn,
    text: str,
    came: tuple[Attached, ...],
    about: dict[str, Any],
) -> None:
    """The draft of it is shown; a danger is out at once."""
    answers: dict[str, Answer] = {"what": (Said("", text),)} if text else {}
    if came:
        answers["photos"] = came
    draft = await conversation.begin(turn, FILING, about, show=False)
    draft = replace(draft, answers=answers)
    reading = read_text(turn, text)
    if reading.danger is not None:
        await alarm(turn, reading, draft, whole=True)
        return
    await conversation.proceed(turn, FILING, draft)
