"""The history on a slip: when, and what, in short."""

from __future__ import annotations

from domain.acts import Act
from domain.standing import FILER_ACTS
from handlers.casework import phrases
from handlers.casework.complaints import unread
from handlers.casework.rearranging.moved import moved, words_of
from handlers.stats.slip_fields import Page
from storage.history import Line

MOST_LINES = 16
"""The newest; as many are drawn as have room."""

LONGEST_QUOTE = 60
"""Letters of what was said at one of them."""

LEFT_OUT = (Act.REMIND,)


async def history(page: Page) -> list[list[str]]:
    """Time and text of each line; without what was said for who may not read it."""
    told = await page.unit.history.of(page.case.id)
    gone = moved(told)
    lines = [line for line in told if line.act not in LEFT_OUT][-MOST_LINES:]
    actors = {line.actor_id for line in lines if line.actor_id}
    names = await page.unit.people.named(actors)
    return [
        [
            page.at(line.at, "%m-%d %H:%M"),
            _told(
                page,
                line,
                names,
                _said(page, line, told) if line.id not in gone else "",
            ),
        ]
        for line in lines
    ]


def _said(page: Page, line: Line, lines: list[Line]) -> str:
    """Nothing where it may not be read."""
    given = (line.act, line.words, line.actor_id)
    if unread(page.unit.directory, page.case, *given, page.reader) or not page.read:
        return ""
    return words_of(page.language, line, lines, page.at)


def _told(page: Page, line: Line, names: dict[int, str], words: str) -> str:
    """'李敏接单', with what was said."""
    act = line.act.value.replace("_", "-")
    what = page.label(f"story-{act}", name=_who(page, line, names))
    if not words or line.act is Act.FILE:
        return what
    said = phrases.cut(words, LONGEST_QUOTE)
    return f"{what}: “{said}”"


def _who(page: Page, line: Line, names: dict[int, str]) -> str:
    """Filers and those who joined have no name; staff have theirs, also at what they filed."""
    mine = line.actor_id == page.case.filer_id
    if line.act is Act.FILE or (mine and line.act in FILER_ACTS):
        return page.label("who-filer")
    if line.act in FILER_ACTS or line.act is Act.JOIN:
        return page.label("who-follower")
    return names.get(line.actor_id or 0, "") or page.label("who-desk")
