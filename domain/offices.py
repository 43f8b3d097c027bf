"""Whom words blame by the office that they hold, and by no name: 网格员收我红包 is said of all who
hold it there, and so is 管这片的人. Whoever came, and 他, has a case of theirs.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from domain.people import Person, Role

NOBODY: frozenset[Role] = frozenset()
SOMEBODY = "◇"
"""Stands for a name."""


@lru_cache(maxsize=4096)
def blamed(words: str) -> frozenset[Role]:
    """The offices that the words plainly blame."""
    said = plain(words)
    found = (role for role, sign in _offices().items() if sign.search(said))
    return frozenset(found) if said else NOBODY


def holds_blamed(
    words: str,
    person: Person,
    area: str,
) -> bool:
    """Whether somebody holds such an office in just this area."""
    roles = blamed(words)
    return bool(roles) and any(
        one.role in roles and one.area == area and not one.post for one in person.grants
    )


def wronged_by(said: str) -> bool:
    """Whether plain words tell of a wrong that SOMEBODY did."""
    return bool(_signs()["named"].search(said))


def unwanted(said: str) -> bool:
    """Whether plain words want nothing more to do with SOMEBODY, or whoever has their case, or are
    afraid of them.
    """
    return any(_signs()[one].search(said) for one in ("unwanted", "afraid"))


def may_unwant(said: str) -> bool:
    """Whether plain words may, with any name in them."""
    return bool(_signs()["with a name"].search(said))


def beside_unwanted(said: str) -> str:
    """What plain words say beside that; all of it where fear is of somebody without a name."""
    left = _signs()["unwanted"].sub(" ", said)
    return _signs()["afraid"].sub(" ", left) if SOMEBODY in said else left


@lru_cache(maxsize=4096)
def of_carer(
    words: str,
    alone: bool = True,
) -> bool:
    """Whether they blame whoever has the speaker's case: who came, who took it, and 他 where
    nobody else can be meant.
    """
    said = plain(words)
    names = ("carer", "unwanted", "afraid")
    plainly = bool(blamed(words)) or any(_signs()[one].search(said) for one in names)
    return plainly or (alone and bool(_signs()["alone"].search(said)))


@lru_cache(maxsize=4096)
def by_nobody(words: str) -> bool:
    """Whether they tell of a wrong that was done to the speaker, and begin without saying by whom:
    收了我一百块.
    """
    return bool(_signs()["by nobody"].match(plain(words)))


def plain(words: str) -> str:
    return words.casefold().replace("’", "'")


@cache
def _rows() -> Mapping[str, Any]:
    return tomllib.loads((files("domain") / "offices.toml").read_text("utf-8"))


@cache
def _offices() -> Mapping[Role, re.Pattern[str]]:
    return {Role(role): _sign(names) for role, names in _rows()["offices"].items()}


@cache
def _signs() -> Mapping[str, re.Pattern[str]]:
    rows = _rows()
    either = [*rows["unwanted"], *rows["afraid"]]
    between = "|".join(rows["between"])
    unsaid = "|".join(rows["carer"]["unsaid"])
    return {
        "named": _sign([SOMEBODY]),
        "carer": _sign(rows["carer"]["said"]),
        "alone": _sign(rows["carer"]["alone"]),
        "unwanted": re.compile("|".join(rows["unwanted"])),
        "afraid": re.compile("|".join(rows["afraid"])),
        "with a name": re.compile("|".join(either).replace(SOMEBODY, r"\S+")),
        "by nobody": re.compile(rf"\W*(?:{between})*(?:{unsaid})"),
    }


def _sign(names: Sequence[str]) -> re.Pattern[str]:
    """Who is meant, what may stand between, and what they did; or that they are denounced."""
    rows = _rows()
    office, filler, blame, accuses = (
        "|".join(one)
        for one in (names, rows["between"], rows["blame"], rows["accuses"])
    )
    between = rf"\s*(?:(?:{filler})\s*)*"
    did = rf"(?:{office}){between}(?:{blame})"
    return re.compile(rf"{did}|(?:{accuses}){between}(?:{office})")
