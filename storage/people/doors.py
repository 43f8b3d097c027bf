"""At which of their doors somebody is told what is not urgent."""

from __future__ import annotations

from domain.messages import Address
from storage.logins import CHANNEL as PAGE
from storage.memory.heard import Heard


def told_at(known: tuple[Address, ...], heard: Heard) -> tuple[Address, ...]:
    """Where they spoke last; at all of them where that is not known since the start. The page
    rings for nobody who has left it: who spoke there is told at another door as well.
    """
    newest = heard.newest(known)
    if newest is None:
        return known
    if newest.channel != PAGE:
        return (newest,)
    ring = tuple(one for one in known if one.channel != PAGE)
    rings = heard.newest(ring)
    return (newest, *(ring if rings is None else (rings,)))
