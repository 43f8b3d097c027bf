"""The orders for figures: what each reads beside the writer, and what it is answered with."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from handlers.dialog.clock import Beside
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Refused, Turn
from handlers.stats import figures, gathering, reach, register, similar
from handlers.stats.orders import asking, over
from storage.reader import Reader


def _as_read(question: Any, found: Any) -> Any:
    return found


@dataclass(frozen=True, slots=True)
class Kind:
    """`question` says what the words ask, `gather` reads it, `answer` says it. Where it is much,
    `reckon` makes the answer of what was read.
    """

    question: Callable[[Turn, str], Any]
    gather: Callable[[Any, Any], Awaitable[Any]]
    answer: Callable[[Turn, Any, Any], Awaitable[None]]
    reckon: Callable[[Any, Any], Any] = _as_read


KINDS: dict[str, Kind] = {
    "stats": Kind(figures.question, gathering.gather, figures.answer),
    "stations": Kind(
        reach.question,
        reach.gather,
        reach.answer,
        reach.reckon,
    ),
    "register": Kind(register.question, register.gather, register.answer),
    "similar": Kind(
        similar.question,
        similar.gather,
        similar.answer,
        similar.reckon,
    ),
}


async def begin(scene: Scene, number: int, at: datetime) -> tuple[Kind, Any] | None:
    """None where nobody waits for it any more, or may not ask it any more."""
    order = await scene.unit.forms.get(number)
    turn = await asking(scene, order) if order is not None else None
    if order is None or turn is None:
        scene.unit.timers.set("figures", number, None)
        return None
    kind = KINDS[order.about["what"]]
    try:
        return kind, kind.question(turn, order.about["words"])
    except Refused:
        await over(scene, order)
        return None


async def read(reader: Reader, wanted: tuple[Kind, Any]) -> Any:
    kind, question = wanted
    return await kind.gather(reader, question)


def reckon(wanted: tuple[Kind, Any], found: Any) -> Any:
    kind, question = wanted
    return kind.reckon(question, found)


async def end(
    scene: Scene,
    number: int,
    wanted: tuple[Kind, Any],
    found: Any,
) -> None:
    order = await scene.unit.forms.get(number)
    turn = await asking(scene, order) if order is not None else None
    if order is None or turn is None:
        return scene.unit.timers.set("figures", number, None)
    kind, question = wanted
    await kind.answer(turn, question, found)
    await over(scene, order)


FIGURES = Beside(begin, read, reckon, end)
