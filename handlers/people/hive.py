"""🐝 蜂巢: one button for what there is beside reports. A room is a row here, and shows only where
it is switched on or loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from domain.messages import Choice
from handlers.coupons.found import is_on as has_coupons
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Turn
from handlers.gifts.found import is_on as has_gifts
from handlers.texts.sentences import label
from storage.memory.directory import Directory

HIVE = "hive"


@dataclass(frozen=True, slots=True)
class Room:
    """`data` is the press that leads into it."""

    label: str
    data: str
    on: Callable[[Directory, Setup], bool]


ROOMS = (
    Room("menu-station", "st:ask:", lambda known, _: bool(known.stations)),
    Room("menu-points", "pt:card", lambda _, setup: setup.points is not None),
    Room("menu-order", "li:menu", lambda _, setup: setup.matching is not None),
    Room("menu-coupons", "coupon:list:", has_coupons),
    Room("menu-gifts", "gift:list:", has_gifts),
    Room("button-wishes", "wish:list", lambda _, setup: setup.wishes is not None),
    Room("menu-member", "member:mine", lambda _, setup: setup.members is not None),
    Room("button-proof", "proof:", lambda _, setup: setup.proofs is not None),
)


def rooms(language: str, directory: Directory, setup: Setup) -> list[Choice]:
    """A button for each that is on."""
    return [
        Choice(label(language, room.label), room.data)
        for room in ROOMS
        if room.on(directory, setup)
    ]


def door(language: str, found: list[Choice], data: str) -> list[Choice]:
    """The one button that leads to all of them: into the room itself where it is the only one."""
    if not found:
        return []
    leads = found[0].data if len(found) == 1 else data
    return [Choice(label(language, "menu-hive"), leads)]


async def hive(turn: Turn) -> None:
    """What there is, each with a press."""
    found = rooms(turn.language, turn.unit.directory, turn.setup)
    key = "hive" if found else "hive-empty"
    turn.reply(turn.say(key), [[choice] for choice in found])
