"""Words that went to a case and were another matter: they stay in its history, which is only
added to, and a later line says that they moved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from domain.acts import Act
from domain.case import Case
from handlers.casework import phrases
from handlers.casework.happened import Given, Happened
from handlers.casework.notices.telling import hear
from handlers.dialog.scene import Scene
from handlers.texts.sentences import label
from storage.history import Line

MOVED = "moved"
"""In what a line says of changes: the id of the line that counts no more."""
OUT = "out"
"""Beside it: the number of the emergency that it is by itself already, None for a draft."""
ANSWERS = ""
"""In place of a number: it answers what was asked about another case."""
QUOTED = 40


async def move(
    scene: Scene,
    case: Case,
    line: Line,
    number: str | None,
) -> None:
    """Whoever has the case hears so, in their language; `number` is what stands in `OUT`."""

    def told(language: str) -> str:
        at = phrases.when(language, line.at, scene.unit.now, scene.setup)
        return _apart(language, line, number, at)

    given = Given(told(scene.setup.language), told=told)
    who, channel = scene.actor.id, scene.actor.channel
    changed = {MOVED: [None, line.id], OUT: [None, number]}
    history = scene.unit.history
    made = history.add(case, Act.ADD, who, channel, given.words, **changed)
    await hear(scene, Happened(Act.ADD, case, case, made, given))


def moved(lines: Iterable[Line]) -> frozenset[int]:
    """The ids of those that did."""
    return frozenset(line.changed[MOVED][1] for line in lines if MOVED in line.changed)


def words_of(
    language: str, line: Line, lines: Iterable[Line], at: Callable[[datetime], str]
) -> str:
    """What a line says to whoever reads it. What is said of a move is a sentence of ours: it is in
    their language, and `at` calls its moment by what that is when it is read.
    """
    gone, number = line.changed.get(MOVED), line.changed.get(OUT)
    which = next((one for one in lines if gone and one.id == gone[1]), None)
    if which is None or number is None:
        return line.words
    return _apart(language, which, number[1], at(which.at))


def _apart(language: str, line: Line, number: str | None, at: str) -> str:
    if number is None:
        return label(language, "apart-matter", at=at)
    if number == ANSWERS:
        return label(language, "apart-answer", at=at)
    words = phrases.cut(line.words, QUOTED)
    return label(language, "apart-emergency", words=words, number=number)
