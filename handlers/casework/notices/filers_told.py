"""What those who wait hear where several cases are taken, or change hands, at once: one message for
all that the same colleague has now. What is urgent, or sealed, is told alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.acts import Act
from domain.case import Case
from domain.kinds import Urgency
from domain.people import Person
from domain.standing import Standing
from handlers.casework import phrases
from handlers.casework.deadlines import expectation
from handlers.casework.happened import Happened
from handlers.casework.letters.dated import when
from handlers.casework.letters.notice_buttons import number_button
from handlers.casework.letters.sending import send
from handlers.casework.notices.notices import NOTICES, Notice
from handlers.casework.notices.receivers import brought_to, receivers
from handlers.casework.notices.telling import MOST_NUMBERS, standing_of, tell_one
from handlers.casework.notices.wording import fitting
from handlers.casework.permission import visible
from handlers.dialog.rows import abreast
from handlers.dialog.scene import Scene
from handlers.texts.sentences import say

FILER = "filer"
"""Hushed where that is done to several at once: `tell` is called for all of them then."""

SEVERAL = {
    Act.ACCEPT: "notice-accepted-several",
    Act.HAND_ON: "notice-handed-on-several",
}
"""What is said of several, by act."""


@dataclass(frozen=True, slots=True)
class _News:
    """What one person hears of one case."""

    person: Person
    notice: Notice
    happened: Happened
    standing: Standing


async def tell(scene: Scene, done: Sequence[Happened]) -> None:
    """Each once for all of theirs."""
    theirs: dict[tuple[int, str], list[_News]] = {}
    for one in done:
        for news in await _of(scene, replace(one, hush=frozenset())):
            language = scene.language_of(news.person)
            name = await phrases.carer(scene.unit, language, one.case)
            alone = one.case.number if _alone(one) else name
            theirs.setdefault((news.person.id, alone), []).append(news)
    for (_, name), some in theirs.items():
        if len(some) > 1:
            await _together(scene, name, some)
        else:
            await _one(scene, some[0])


async def _one(scene: Scene, news: _News) -> None:
    person, standing = news.person, news.standing
    await tell_one(scene, news.notice, news.happened, person, standing)


def _alone(one: Happened) -> bool:
    return one.case.urgency is Urgency.URGENT or one.case.sealed


async def _of(scene: Scene, one: Happened) -> list[_News]:
    notice = fitting(scene, NOTICES[one.act][0], one)
    if notice is None:
        return []
    brought = await brought_to(scene, one.case)
    return [
        _News(person, notice, one, standing_of(notice, one.case, person, brought))
        for person in await receivers(scene, FILER, one.case)
        if person.id != scene.actor.id
    ]


async def _together(scene: Scene, name: str, some: Sequence[_News]) -> None:
    person, cases = some[0].person, [one.happened.case for one in some]
    shown = cases[:MOST_NUMBERS]
    numbers = " ".join(phrases.number(case, mine=True) for case in shown)
    text = say(
        scene.language_of(person),
        SEVERAL[some[0].happened.act],
        name=name,
        count=len(cases),
        due=_until(scene, person, cases),
        numbers=numbers + (" …" if len(cases) > MOST_NUMBERS else ""),
    )
    opens = [
        number_button(case, mine=True)
        for case in shown
        if await visible(scene.unit, person, case)
    ]
    rows = tuple(tuple(row) for row in abreast(opens))
    await send(scene, person, text, choices=rows)


def _until(scene: Scene, person: Person, cases: Sequence[Case]) -> str:
    """When the last of them may be expected."""
    last = max(expectation(scene, one) for one in cases)
    return when(scene, person, cases[0], last)
