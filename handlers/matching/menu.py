"""The menu of services around whoever asks, by subject, and what they ordered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from domain.area import Area
from domain.matching.listing import Listing, ListingKind
from domain.matching.rights import ListingAct
from domain.messages import Choice
from handlers.casework import phrases
from handlers.dialog import questions
from handlers.dialog.paging import turning
from handlers.dialog.rows import abreast
from handlers.dialog.turn import Refused, Turn, whole
from handlers.matching.found import terms
from handlers.matching.own import own_lines
from handlers.matching.telling import data
from handlers.matching.wording import subject
from handlers.texts.sentences import Safe

PAGE = 8
WIDE = 2
MOST_AREAS = 40
LONGEST_BUTTON = 18
WHERE = "menu-where"
"""The question below the menu: a place is an answer, or what of it is wanted."""


def own_area(turn: Turn) -> str:
    """Where this person reported last, or works; '' where nobody knows."""
    directory, person = turn.unit.directory, turn.person
    grants = [grant.area for grant in person.grants]
    known = (code for code in (person.last_area, *grants) if code in directory.areas)
    return next(known, "")


async def on_menu(turn: Turn, rest: str) -> None:
    """`menu[:<area>[:<field>:<page>]]`."""
    area, _, more = rest.partition(":")
    field, _, number = more.partition(":")
    if area and area not in turn.unit.directory.areas:
        raise Refused("refuse-old-button")
    turn.toast()
    if field:
        return await _page(turn, area, field, whole(number) or 0)
    await show(
        turn,
        area or own_area(turn),
        edit=bool(rest),
    )


async def show(
    turn: Turn,
    area: str,
    edit: bool = False,
) -> None:
    """The subjects that there are in a grid; else where to look."""
    own, own_rows = await own_lines(turn)
    grid = area in turn.unit.directory.leaves
    services = await served_in(turn, area) if grid else []
    if services:
        name = phrases.area(turn.unit, area, turn.language)
        lines = [turn.say("menu-services", area=name)]
        rows = _subjects(turn, area, services)
    else:
        lines, rows = _where(turn, area)
    await questions.ask(turn, WHERE, {"area": area if grid else ""})
    if grid:
        elsewhere = _data(turn.unit.directory.root)
        rows.append([turn.choice("button-listing-elsewhere", elsewhere)])
    text = Safe("\n".join((*lines, *own)))
    turn.reply(
        text,
        [*rows, *own_rows],
        edit=edit,
    )


async def served_in(
    turn: Turn,
    area: str,
) -> list[Listing]:
    """The services of an area, of what it lies in, and of what lies in it."""
    directory = turn.unit.directory
    reached = {*directory.path(area), *directory.below([area])}
    return await turn.unit.listings.open_in(
        ListingKind.SERVICE,
        sorted(reached),
    )


def _subjects(
    turn: Turn,
    area: str,
    services: Sequence[Listing],
) -> list[list[Choice]]:
    counts = Counter(one.category for one in services)
    known = [field.code for field in terms(turn.setup).fields if field.code in counts]
    others = [code for code in counts if code not in known]
    choices = [
        Choice(
            turn.label(
                "listing-subject",
                field=subject(turn.scene, turn.language, code),
                count=counts[code],
            ),
            _data(area, code),
        )
        for code in (*known, *others)
    ]
    return abreast(choices, WIDE)


def _where(
    turn: Turn,
    area: str,
) -> tuple[list[Safe], list[list[Choice]]]:
    """The areas below, since nobody knows where this person is, or nothing is served there."""
    below = _below(turn, area or turn.unit.directory.root)
    if not below:
        return [turn.say("menu-services-none")], []
    choices = [
        Choice(
            one.name,
            _data(one.code),
        )
        for one in below[:MOST_AREAS]
    ]
    rows = abreast(choices, WIDE)
    return [turn.say("menu-services-where")], rows


def _below(turn: Turn, top: str) -> list[Area]:
    """What lies in it, past levels with one area alone."""
    found = [
        one
        for one in turn.unit.directory.areas.values()
        if one.parent == top and not one.is_office
    ]
    return (
        _below(
            turn,
            found[0].code,
        )
        or found
        if len(found) == 1
        else found
    )


async def _page(
    turn: Turn,
    area: str,
    field: str,
    number: int,
) -> None:
    every = await served_in(turn, area)
    served = [one for one in every if one.category == field]
    first = number * PAGE
    rows = [[opens(turn, one, area)] for one in served[first : first + PAGE]]
    rows.append(
        _turning(
            turn,
            area,
            field,
            number,
            len(served),
        )
    )
    text = turn.say(
        "menu-services-of",
        field=subject(turn.scene, turn.language, field),
        area=phrases.area(turn.unit, area, turn.language),
        count=len(served),
    )
    turn.reply(text, rows, edit=True)


def _turning(
    turn: Turn,
    area: str,
    field: str,
    number: int,
    total: int,
) -> list[Choice]:
    """To the pages beside this one, and back to all subjects."""
    row = turning(turn, f"li:menu:{area}:{field}", number, PAGE, total)
    row.append(turn.choice("button-listing-menu", _data(area)))
    return row


def opens(
    turn: Turn,
    service: Listing,
    area: str,
    *,
    apart: bool = False,
) -> Choice:
    """With its area where the same is served in several."""
    first = turn.unit.directory.areas.get(service.areas[0])
    named_area = f" · {first.name}" if apart and first else ""
    words = phrases.cut(service.words + named_area, LONGEST_BUTTON)
    return Choice(words, data(ListingAct.SHOW, service, area))


def _data(
    area: str,
    field: str = "",
    number: int = 0,
) -> str:
    return f"li:menu:{area}:{field}:{number}" if field else f"li:menu:{area}"
