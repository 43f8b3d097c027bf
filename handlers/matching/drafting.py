"""A need or a resource being filed: one message that shows all of it, and a button for each part
that can be another. What was not chosen has a sensible value already.
"""

from __future__ import annotations

from datetime import timedelta

from domain.matching.fields import guessed
from domain.matching.guessing import many
from domain.matching.guessing import times as said_times
from domain.matching.listing import (
    LONGEST,
    MOST_CAPACITY,
    Listing,
    ListingKind,
    ListingState,
)
from domain.matching.rights import ListingAct
from domain.matching.times import TIMES
from domain.messages import Choice
from domain.wish_words import tells_who
from handlers.dialog.turn import Refused, Turn, whole
from handlers.matching.found import Found, terms
from handlers.matching.plans import plan
from handlers.matching.telling import button, data, day, places, subject, times
from handlers.texts.sentences import Safe

NEW = 0
WIDE = 3
MANY = (1, 2, 3, 5, 10, 20, 50, 100)
DAYS = (7, 14, 30, 90, 180, 365)
MOST_AREAS = 12
COLUMNS = {
    "field": "category",
    "area": "areas",
    "times": "times",
}
PARTS = ("field", "area", "times", "many", "until")


def fitting(words: str) -> str:
    """The words as they are listed. Raises Refused where others may not read them."""
    said = " ".join(words.split())
    if len(said) > LONGEST:
        raise Refused("refuse-listing-long", letters=LONGEST)
    if tells_who(said):
        raise Refused("refuse-listing-contact")
    return said


async def begin(turn: Turn, kind: ListingKind, words: str) -> None:
    """Shows the draft with what these words say of it."""
    given, unit = terms(turn.setup), turn.unit
    said = fitting(words)
    now, count = unit.now, many(said)
    made = Listing(
        id=NEW,
        kind=kind,
        state=ListingState.DRAFT,
        words=said,
        category=guessed(said, given.fields),
        areas=(own_areas(turn)[0],),
        times=said_times(said),
        capacity=count,
        left=count,
        since=now,
        until=now + timedelta(days=given.days),
        keeper_id=turn.person.id,
    )
    listing = await unit.listings.add(made)
    if listing is None:
        raise Refused("refuse-listing-gone")
    await plan(turn.scene, listing.id)
    show(turn, listing, edit=False)


def own_areas(turn: Turn) -> list[str]:
    """Where this person works, the smallest first, and what that lies in. Raises Refused where
    they work nowhere.
    """
    directory = turn.unit.directory
    own = [grant.area for grant in turn.person.grants if grant.area in directory.areas]
    own.sort(key=lambda code: -len(directory.path(code)))
    above = [code for area in own for code in directory.path(area)]
    found = [*own, *above]
    if not found:
        raise Refused("refuse-listing-no-area")
    return list(dict.fromkeys(found))[:MOST_AREAS]


def show(turn: Turn, listing: Listing, edit: bool = True) -> None:
    """All of it, with what can be pressed."""
    language = turn.language
    text = turn.say(
        f"listing-draft-{listing.kind.value}",
        words=listing.words,
        field=subject(turn.scene, language, listing.category),
        place=places(turn.scene, language, listing.areas),
        times=times(language, listing.times),
        capacity=listing.capacity,
        day=day(turn.scene, language, listing.until),
    )
    parts = [
        turn.choice(f"button-listing-{part}", data(ListingAct.EDIT, listing, part))
        for part in PARTS
    ]
    rows = [
        [button(language, ListingAct.PUBLISH, listing)],
        parts[:WIDE],
        [*parts[WIDE:], button(language, ListingAct.DROP, listing)],
    ]
    turn.reply(text, rows, edit=edit)


# --- another value ---


async def edit(turn: Turn, found: Found, value: str) -> None:
    """`PART` offers its values, `PART:VALUE` takes one."""
    turn.toast()
    part, _, chosen = value.partition(":")
    if part not in PARTS:
        raise Refused("refuse-old-button")
    if not chosen:
        return _offer(turn, found.listing, part)
    changed = _changed(turn, part, chosen)
    await turn.unit.listings.change(found.listing.id, **changed)
    listing = await turn.unit.listings.get(found.listing.id)
    if listing is not None:
        show(turn, listing)


def _offer(turn: Turn, listing: Listing, part: str) -> None:
    choices = [
        Choice(shown, data(ListingAct.EDIT, listing, f"{part}:{value}"))
        for value, shown in _values(turn, part)
    ]
    rows = [choices[at : at + WIDE] for at in range(0, len(choices), WIDE)]
    key = f"listing-which-{part}"
    turn.reply(
        turn.say(key, words=listing.words),
        rows,
        edit=True,
    )


def _values(turn: Turn, part: str) -> list[tuple[str, str]]:
    """What may be chosen, each with how it is called."""
    language = turn.language
    if part == "field":
        fields = terms(turn.setup).fields
        return [(field.code, field.name(language)) for field in fields]
    if part == "area":
        areas = turn.unit.directory.areas
        return [(code, areas[code].name) for code in own_areas(turn)]
    if part == "times":
        return [(code, times(language, code)) for code in TIMES]
    if part == "many":
        return [(str(many), str(many)) for many in MANY]
    most = terms(turn.setup).most_days
    return [
        (str(days), turn.label("listing-days", days=days))
        for days in DAYS
        if days <= most
    ]


def _changed(turn: Turn, part: str, chosen: str) -> dict[str, object]:
    """What becomes of the row. Raises Refused for what cannot be chosen."""
    if part in COLUMNS:
        if chosen not in dict(_values(turn, part)):
            raise Refused("refuse-old-button")
        taken = [chosen] if part == "area" else chosen
        return {COLUMNS[part]: taken}
    number = whole(chosen)
    if part == "many":
        if number is None or not 1 <= number <= MOST_CAPACITY:
            raise Refused("refuse-listing-many", most=MOST_CAPACITY)
        return {"capacity": number, "left": number}
    most = terms(turn.setup).most_days
    if number is None or not 1 <= number <= most:
        raise Refused("refuse-listing-days", most=most)
    return {"until": turn.unit.now + timedelta(days=number)}


async def drop(turn: Turn, found: Found, value: str) -> None:
    """Nobody else has seen it."""
    turn.toast()
    await turn.unit.listings.move(
        found.listing.id,
        ListingState.DRAFT,
        ListingState.WITHDRAWN,
    )
    await plan(turn.scene, found.listing.id)
    words = found.listing.words
    done = Safe(turn.say("done-listing-drop", words=words))
    turn.reply(done, edit=True)
