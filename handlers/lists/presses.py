"""What a press below a list does: turns its page, narrows it, ticks, or does an act to the ticked.

A value counts only as far as the list itself could have offered it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from domain.wanted import ONLY
from handlers.actions.table import TOGETHER
from handlers.dialog.turn import Refused, Turn, whole
from handlers.filing.anew import from_words
from handlers.lists import menus, together, urged
from handlers.lists.commands import OPENED, opened
from handlers.lists.kept import Listing, kept
from handlers.lists.show import able, show

Verb = Callable[[Turn, Listing, str], Awaitable[None]]
LAST_PAGE = 1000
MOST_TICKED = 30


async def on_list(turn: Turn, data: str) -> None:
    """`q:<list>:<verb>:<value>`, or `q:<queue|mine|overdue>:<page>` for a new list."""
    if not turn.person.staff:
        raise Refused("refuse-old-button")
    first, _, rest = data.partition(":")
    if first in OPENED:
        page = whole(rest)
        if page is None:
            raise Refused("refuse-old-button")
        return await opened(turn, first, page=min(page, LAST_PAGE))
    verb, _, value = rest.partition(":")
    if verb not in VERBS:
        raise Refused("refuse-old-button")
    listing = await kept(turn, whole(first))
    await VERBS[verb](turn, listing, value)


async def _page(turn: Turn, listing: Listing, value: str) -> None:
    number = whole(value)
    if number is None:
        raise Refused("refuse-old-button")
    page = min(number, LAST_PAGE)
    await show(turn, replace(listing, page=page))


async def _only(turn: Turn, listing: Listing, value: str) -> None:
    """On or off."""
    if value not in ONLY:
        raise Refused("refuse-old-button")
    only = [one for one in listing.only if one != value]
    if value not in listing.only:
        only.append(value)
    changed = replace(listing, only=tuple(only), page=0)
    await show(turn, changed)


async def _clear(turn: Turn, listing: Listing, value: str) -> None:
    await show(turn, Listing(listing.id))


async def _report(turn: Turn, listing: Listing, value: str) -> None:
    """What the list was shown for is a matter to be reported."""
    if not listing.said:
        raise Refused("refuse-old-button")
    turn.toast()
    await from_words(turn, listing.said)


# --- ticks ---


async def _begin_ticks(turn: Turn, listing: Listing, value: str) -> None:
    await show(turn, replace(listing, ticking=True))


async def _ticks(turn: Turn, listing: Listing, value: str) -> None:
    """One of this page, on or off."""
    case_id = whole(value)
    if case_id in listing.ticked:
        left = [one for one in listing.ticked if one != case_id]
        return await show(turn, replace(listing, ticked=tuple(left)))
    if case_id is None or case_id not in listing.shown:
        raise Refused("refuse-old-button")
    await tick(turn, listing, [case_id])


async def _all(turn: Turn, listing: Listing, value: str) -> None:
    """All of this page; where all are ticked, none of them."""
    if set(listing.shown) <= set(listing.ticked):
        left = [one for one in listing.ticked if one not in listing.shown]
        return await show(turn, replace(listing, ticked=tuple(left)))
    await tick(turn, listing, listing.shown)


async def tick(turn: Turn, listing: Listing, more: Sequence[int]) -> None:
    """These too. Raises Refused where that is too many."""
    both = tuple(dict.fromkeys((*listing.ticked, *more)))
    if len(both) > MOST_TICKED:
        raise Refused("refuse-ticked", most=MOST_TICKED)
    await show(turn, replace(listing, ticked=both, ticking=True))


async def _rest(turn: Turn, listing: Listing, value: str) -> None:
    """What of the whole list is left, as many as may be ticked."""
    if value not in TOGETHER:
        raise Refused("refuse-old-button")
    left = [one.id for one in await able(turn, listing, value)]
    ticked = tuple(left[:MOST_TICKED])
    await show(turn, replace(listing, ticked=ticked, ticking=True, page=0))


async def _back(turn: Turn, listing: Listing, value: str) -> None:
    await show(turn, replace(listing, ticked=(), ticking=False))


VERBS: dict[str, Verb] = {
    "page": _page,
    "only": _only,
    "categories": menus.categories,
    "category": menus.category,
    "areas": menus.areas,
    "area": menus.area,
    "clear": _clear,
    "report": _report,
    "tick": _begin_ticks,
    "ticks": _ticks,
    "all": _all,
    "rest": _rest,
    "urge": urged.urge,
    "back": _back,
    "act": together.begin,
    "to": together.hand_on,
}
