"""Who is told of a listing, in their language, and what of it is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from domain.matching.listing import Listing
from domain.matching.rights import ListingAct
from domain.messages import Choice, Matter
from domain.people import Person, Role
from handlers.casework.letters.sending import send
from handlers.casework.reach import present
from handlers.dialog import between
from handlers.dialog.scene import Scene
from handlers.matching.wording import day, short
from handlers.texts.sentences import label, say

LONGEST_BUTTON = 16
NOTHING: Mapping[str, object] = {}
ROLES = (Role.COORDINATOR, Role.LEAD, Role.ADMIN)


def button(
    language: str,
    act: ListingAct,
    listing: Listing,
    value: str = "",
    name: str = "",
) -> Choice:
    """A press that does this to the listing; `name` is another one for it than the act's."""
    name = name or act.value.replace("_", "-")
    if act is ListingAct.KEEP:
        name += f"-{listing.kind.value}"
    shown = label(language, f"button-listing-{name}")
    return Choice(shown, data(act, listing, value))


def data(
    act: ListingAct,
    listing: Listing,
    value: str = "",
) -> str:
    pressed = f"li:{listing.id}:{act.value}"
    return f"{pressed}:{value}" if value else pressed


# --- who ---


async def side(
    scene: Scene,
    listing: Listing | None,
) -> Person | None:
    """Who is spoken to about a need or a resource: whose it is, else who filed it, else whoever
    looks after its area.
    """
    if listing is None:
        return None
    known = await scene.unit.people.get(listing.side)
    if listing.is_order:  # nobody else speaks for who ordered it
        return known
    return known or next(
        iter(staff_of(scene, listing.areas)),
        None,
    )


def staff_of(
    scene: Scene,
    areas: Iterable[str],
) -> list[Person]:
    """Who looks after these areas and is there, the nearest first."""
    directory = scene.unit.directory
    found = [
        person
        for area in areas
        for code in directory.path(area)
        for role in ROLES
        for person in directory.holders(code, role)
    ]
    there = present(scene.unit, found)
    return list(dict.fromkeys(there or found))


async def tell(
    scene: Scene,
    person: Person | None,
    key: str,
    listing: Listing,
    acts: Sequence[ListingAct] = (),
    *,
    rings: bool = False,
    about: Mapping[str, object] = NOTHING,
    word: bool = False,
    more: Sequence[Sequence[Choice]] = (),
) -> None:
    """One sentence about a listing to one person; nothing where there is nobody. A `word` is one of
    the other side; `more` are other presses.
    """
    if person is None:
        return
    language = scene.language_of(person)
    usual = {
        "words": short(listing.words),
        "day": day(
            scene,
            language,
            listing.until,
        ),
    }
    text = say(language, key, **{**usual, **about})
    value = between.ANSWER if word else ""
    rows: tuple[tuple[Choice, ...], ...] = tuple(
        (_button(language, person, act, listing, value),) for act in acts
    )
    rows += tuple(tuple(row) for row in more)
    if listing.case_id is not None and person.id == listing.keeper_id:
        opens = Choice(
            label(language, "button-listing-case"), f"c:{listing.case_id}:open"
        )
        rows += ((opens,),)
    await send(
        scene,
        person,
        text,
        choices=rows,
        slot=between.slot(f"li:{listing.id}") if word else "",
        matter=Matter.RESULT if rings else Matter.NEWS,
    )


def _button(
    language: str,
    person: Person,
    act: ListingAct,
    listing: Listing,
    value: str,
) -> Choice:
    """As this person calls it."""
    mine = listing.is_order and listing.whose_id == person.id
    name = "withdraw-order" if mine and act is ListingAct.WITHDRAW else ""
    return button(language, act, listing, value, name)
