"""The first hello, with four big buttons: as a letter, or as a page shows it to somebody of
whom nothing is kept yet.
"""

from __future__ import annotations

from domain.kinds import Kind
from domain.messages import Choice, Reply
from handlers.texts.sentences import Safe, label, say
from storage.memory.directory import Directory

MENU = "m"
STATION = "st:ask:"
WISHES = "wish:list:near:0"
SCANNED = "g_"
HEARD = "h_"
"""A grid's code to which the page has said hello already, see `hello`."""
GONE = "gone"
NO_LINK = "no-link"
NEWS = {GONE: "invitation-gone", NO_LINK: "start-no-link"}


def menu(
    language: str,
    stations: bool = False,
    wishes: bool = False,
) -> list[list[Choice]]:
    """The four big buttons, and one more each where there are rest stations and a list of
    wishes.
    """
    hazard, help_, wish, mine = (
        Choice(label(language, f"menu-{what}"), f"{MENU}:{what}")
        for what in (*Kind, "my")
    )
    rows = [[hazard, help_], [wish, mine]]
    more = []
    if stations:
        more.append(Choice(label(language, "menu-station"), STATION))
    if wishes:
        more.append(Choice(label(language, "button-wishes"), WISHES))
    return [*rows, more] if more else rows


def is_grid(directory: Directory, code: str) -> bool:
    """Whether this start code names a grid, or another area that is no office."""
    area = directory.areas.get(code[2:])
    return area is not None and not area.is_office


def hello(directory: Directory, language: str, code: str) -> Reply:
    """What a page says to somebody who has said nothing yet, and of whom nothing is kept: the
    same as `start`, with the code of their link.
    """
    lines = [say(language, "start")]
    if code.startswith(SCANNED) and is_grid(directory, code):
        area = directory.areas[code[2:]]
        lines.append(say(language, "ask-scanned", area=area.name))
    elif code:
        lines.insert(0, say(language, NEWS.get(code, "start-unknown")))
    text = Safe("\n".join(lines))
    rows = menu(language, bool(directory.stations))
    return Reply(text=text, choices=tuple(map(tuple, rows)))
