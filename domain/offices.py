"""Whom words blame by the office that they hold, and by no name: 网格员收我红包 is said of all who
hold it there.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from domain.people import Person, Role

NOBODY: frozenset[Role] = frozenset()


@lru_cache(maxsize=4096)
def blamed(words: str) -> frozenset[Role]:
    """The offices that the words plainly blame."""
    said = words.casefold().replace("’", "'")
    found = (role for role, sign in _signs().items() if sign.search(said))
    return frozenset(found) if said else NOBODY


def holds_blamed(words: str, person: Person, area: str) -> bool:
    """Whether somebody holds such an office in just this area."""
    roles = blamed(words)
    return bool(roles) and any(
        one.role in roles and one.area == area and not one.post for one in person.grants
    )


@cache
def _signs() -> Mapping[Role, re.Pattern[str]]:
    """By role: the office, what may stand between, and what it did; or that it is denounced."""
    rows = tomllib.loads((files("domain") / "offices.toml").read_text("utf-8"))
    kind = {"filler": "|".join(rows["between"]), "blame": "|".join(rows["blame"])}
    accuses = "|".join(rows["accuses"])
    return {
        Role(role): _sign("|".join(names), accuses=accuses, **kind)
        for role, names in rows["offices"].items()
    }


def _sign(office: str, filler: str, blame: str, accuses: str) -> re.Pattern[str]:
    between = rf"\s*(?:(?:{filler})\s*)*"
    did = rf"(?:{office}){between}(?:{blame})"
    return re.compile(rf"{did}|(?:{accuses}){between}(?:{office})")
