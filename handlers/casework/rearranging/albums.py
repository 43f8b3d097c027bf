"""The photos of one album, added to a case: they come one by one and are told of together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.acts import Act
from domain.case import Case
from domain.messages import Event
from handlers.casework.happened import NO_CHANGES, TOLD_NOBODY, Given, Happened
from handlers.casework.notices.telling import hear
from handlers.casework.perform import perform
from handlers.dialog.scene import Scene


async def add(
    scene: Scene,
    case: Case,
    act: Act,
    given: Given,
    event: Event,
    changes: Mapping[str, Any] = NO_CHANGES,
    hush: frozenset[str] = frozenset(),
) -> Happened:
    """Words or media for the case. What belongs to an album that has begun joins the line of its
    first part, and one notice tells of all that came so far.
    """
    known = await _known(scene, case, event)
    if not known or changes:
        return await perform(scene, case, act, given, changes, hush)
    line = known[0][0]
    if given.words:
        await perform(scene, case, act, given, hush=TOLD_NOBODY)
    else:
        scene.unit.media.give_to(given.media, case.id, line)
    words = await _words(scene, [one for one, _ in known], given.words)
    media = (*(one for _, one in known), *given.media)
    told = replace(given, words=words, media=media)
    happened = Happened(act, case, case, line, told, hush)
    await hear(scene, happened)
    return happened


async def _known(scene: Scene, case: Case, event: Event) -> list[tuple[int, int]]:
    if not event.album:
        return []
    return await scene.unit.media.of_album(event.chat, event.album, case.id)


async def _words(scene: Scene, lines: Sequence[int], more: str) -> str:
    """What was said with the parts before, then with this one."""
    found = [await scene.unit.history.line(one) for one in dict.fromkeys(lines)]
    return "\n".join(filter(None, [*(one.words for one in found if one), more]))
