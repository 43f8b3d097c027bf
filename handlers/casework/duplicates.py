"""The same thing twice: the open cases that a new filing may be about, and the common problems
of some areas.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache

from domain.case import Case
from domain.clusters import clusters
from domain.likeness import ENOUGH, Matter, Window, likeness, window
from storage.fronts import without_front
from storage.memory.nearby import matter_of
from storage.similar import MOST
from storage.unit import Unit

with without_front("rapidfuzz"):
    from rapidfuzz.fuzz import token_set_ratio

PLACELESS = 12  # so many without coordinates are compared beside those nearby
# from this likeness on an older case need not be looked at for a better one
SURE = 0.75
TOKENS = re.compile(r"[a-z0-9]+|[\u4e00-\u9fff]")


@lru_cache(maxsize=8192)
def _tokens(words: str) -> str:
    """English words and single Chinese characters, a space between them."""
    return " ".join(TOKENS.findall(unicodedata.normalize("NFKC", words).casefold()))


def words_ratio(a: str, b: str) -> float:
    """How far the words are the same, 0..1, whatever their order and however much more the one
    says.
    """
    return token_set_ratio(_tokens(a), _tokens(b)) / 100


async def find(
    unit: Unit, matter: Matter, without: int | None = None, most: int = 3
) -> list[tuple[Case, float]]:
    """The likeliest open cases for a filing that may be the same, best first, each with its
    likeness.

    Never a confidential one, a part of another case, or `without`. What to show of them is
    domain/privacy's OFFER.
    """
    within = window(matter.kind, matter.category)
    if within is None:
        return []
    nearby = await _nearby(unit, matter, within)
    nearby.pop(without or 0, None)
    pictures = await unit.media.hashes_of(list(nearby)) if matter.hashes else {}
    scored: dict[int, float] = {}
    for case_id, old in nearby.items():
        scored[case_id] = likeness(
            matter,
            replace(old, hashes=pictures[case_id]) if case_id in pictures else old,
            words_ratio,
        )
        if sum(score >= SURE for score in scored.values()) >= most:
            break  # the newest come first: no need to look for better ones
    best = sorted(
        (one for one in scored if scored[one] >= ENOUGH),
        key=lambda one: (-scored[one], -one),
    )[:most]
    return [(case, scored[case.id]) for case in await unit.similar.cases_of(best)]


async def of_the_sort(unit: Unit, matter: Matter) -> list[Case]:
    """All of its category around there, the newest first, however they are told: for whoever asks
    whether there is one.
    """
    within = window(matter.kind, matter.category)
    found = await _nearby(unit, matter, within) if within else {}
    return await unit.similar.cases_of(sorted(found, reverse=True))


async def _nearby(unit: Unit, matter: Matter, within: Window) -> dict[int, Matter]:
    """Open cases within the radius; and in the same grid those of which, or of whose like, no
    coordinates are known.
    """
    since = matter.at - timedelta(weeks=within.weeks)
    found: dict[int, Matter] = {}
    if matter.place is not None:
        found = await unit.similar.matters_near(
            matter.category, matter.place, since, within.radius_metres
        )
    if matter.area not in unit.directory.leaves:
        # a street or the district: "in the same area" says nothing there
        return found
    placeless = matter.place is not None
    most = PLACELESS if placeless else MOST
    return found | await unit.similar.matters_in(
        matter.category, matter.area, since, most, placeless
    )


def common(cases: Sequence[Case]) -> list[list[Case]]:
    """Common problems (共性问题) among these: groups of like cases, the largest first."""
    return clusters(cases, words_ratio)


def hashes_for(unit: Unit, media_ids: Iterable[int]) -> tuple[int, ...]:
    """The hashes of a form's pictures as far as they are known, for the Matter of a filing."""
    return unit.media.hashes(media_ids)


async def like(unit: Unit, case: Case) -> list[Case]:
    """The open cases that may be the same as this one, the likeliest first."""
    pictures = (await unit.media.hashes_of([case.id])).get(case.id, ())
    found = await find(unit, matter_of(case, pictures), without=case.id)
    return [one for one, _ in found]
