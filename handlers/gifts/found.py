"""Where this room is open, which gifts are around somebody, and who hands one over."""

from __future__ import annotations

from domain.gifts.gift import Gift
from domain.people import Person
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Refused, Turn
from storage.memory.directory import Directory


def is_on(directory: Directory, setup: Setup) -> bool:
    """Gifts are bought with points: where there is no honey bank there are none."""
    return setup.points is not None and bool(directory.gifts)


def switched_on(turn: Turn) -> None:
    """Raises Refused where there are no gifts."""
    if not is_on(turn.unit.directory, turn.setup):
        raise Refused("gifts-off")


def around(turn: Turn) -> set[str]:
    """All areas that the last place somebody reported from lies in; all there are where it is
    not known.
    """
    directory = turn.unit.directory
    path = directory.path(turn.person.last_area)
    return {*path} or {*directory.areas}


def keeps(
    directory: Directory,
    person: Person,
    gift: Gift,
) -> bool:
    """Whether they may hand it over: the keeper's people, and whoever looks after its area; where
    it names neither, all staff.
    """
    path = {gift.keeper, *directory.path(gift.area)} - {""}
    own = [grant.area for grant in person.grants if not grant.post]
    return any(not path or area in path for area in own)
