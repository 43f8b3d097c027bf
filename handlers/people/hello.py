"""The first hello, with four big buttons: as a letter, or as a page shows it to somebody of
whom nothing is kept yet.
"""

from __future__ import annotations

from domain.kinds import Kind
from domain.messages import Choice, Reply
from domain.start_codes import Begins, apart
from domain.stations.station import Station
from handlers.dialog.setup import Setup
from handlers.people.hive import HIVE, door, rooms
from handlers.texts.sentences import Safe, label, say
from storage.memory.directory import Directory

MENU = "m"
GONE = "gone"
NO_LINK = "no-link"
NO_LETTER = "no-letter"
NEWS = {
    GONE: "invitation-gone",
    NO_LINK: "start-no-link",
    NO_LETTER: "start-no-letter",
}


def menu(
    language: str,
    directory: Directory,
    setup: Setup,
) -> list[list[Choice]]:
    """The four big buttons, and one more where there is something in the hive."""
    hazard, help_, wish, mine = (
        Choice(label(language, f"menu-{what}"), f"{MENU}:{what}")
        for what in (*Kind, "my")
    )
    beside = door(language, rooms(language, directory, setup), f"{MENU}:{HIVE}")
    rows = [[hazard, help_], [wish, mine], beside]
    return [row for row in rows if row]


def is_grid(directory: Directory, code: str) -> bool:
    """Whether this start code names a grid, or another area that is no office."""
    begins, which = apart(code)
    area = directory.areas.get(which)
    grid = begins in (Begins.GRID, Begins.HEARD)
    return grid and area is not None and not area.is_office


def station_at(directory: Directory, code: str) -> Station | None:
    """The rest station at which this start code hangs, None for another code."""
    begins, which = apart(code)
    return directory.stations.get(which) if begins is Begins.STATION else None


def printed(directory: Directory, wanted: str) -> str:
    """The start code that is printed for a grid or a station, given the code of either in large or
    small letters; '' where there is none.
    """
    said = wanted.strip().lower()
    grids = (Begins.GRID + one for one in directory.areas)
    at = (Begins.STATION + one for one in directory.stations)
    found = (one for one in (*grids, *at) if apart(one)[1].lower() == said)
    code = next(found, "")
    no_grid = Begins.GRID.leads_to(code) and not is_grid(directory, code)
    return "" if no_grid else code


def hello(
    directory: Directory,
    setup: Setup,
    language: str,
    code: str,
) -> Reply:
    """What a page says to somebody who has said nothing yet, and of whom nothing is kept: the
    same as `start`, with the code of their link.
    """
    rows, at = menu(language, directory, setup), station_at(directory, code)
    lines = [say(language, "start")]
    if Begins.GRID.leads_to(code) and is_grid(directory, code):
        area = directory.areas[apart(code)[1]]
        lines.append(say(language, "ask-scanned", area=area.name))
    elif at is not None:
        lines.append(say(language, "start-station", name=at.name))
        seen = Choice(label(language, "button-station-see"), f"st:see:{at.code}")
        rows.insert(0, [seen])
    elif code:
        lines.insert(0, say(language, NEWS.get(code, "start-unknown")))
    text = Safe("\n".join(lines))
    return Reply(text=text, choices=tuple(map(tuple, rows)))
