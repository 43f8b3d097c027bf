"""A need or a resource being filed: one message that shows all of it, and a button for each part
that can be another. What was not chosen has a sensible value already.
"""

from __future__ import annotations

from datetime import timedelta

from domain.matching.fields import guessed
from domain.matching.guessing import many
from domain.matching.guessing import times as said_times
from domain.matching.listing import Listing, ListingKind, ListingState
from domain.matching.rights import ListingAct
from domain.messages import Choice
from handlers.dialog.rows import abreast
from handlers.dialog.turn import Refused, Turn
from handlers.matching import asking, parts
from handlers.matching.found import terms
from handlers.matching.looking import Found
from handlers.matching.plans import plan
from handlers.matching.telling import button, data
from handlers.matching.wording import amount, day, places, subject, times
from handlers.texts.sentences import Safe

NEW = 0
WIDE = 3
TYPE = "?"
"""What a button says for: I type it."""


async def begin(
    turn: Turn,
    kind: ListingKind,
    words: str,
) -> None:
    """Shows the draft with what these words say of it."""
    said = parts.fitting(words)
    await put(
        turn,
        draft(turn, kind, said, parts.own_areas(turn)[0]),
    )


def draft(
    turn: Turn,
    kind: ListingKind,
    said: str,
    area: str,
) -> Listing:
    """With everything read off the words."""
    given, now = terms(turn.setup), turn.unit.now
    count = many(said)
    return Listing(
        id=NEW,
        kind=kind,
        state=ListingState.DRAFT,
        words=said,
        category=guessed(said, given.fields),
        areas=(area,),
        times=said_times(said),
        capacity=count,
        left=count,
        since=now,
        until=now + timedelta(days=given.days),
        keeper_id=turn.person.id,
    )


async def put(turn: Turn, made: Listing) -> None:
    listing = await turn.unit.listings.add(made)
    if listing is None:
        raise Refused("refuse-listing-gone")
    await plan(turn.scene, listing.id)
    show(turn, listing, edit=False)


def show(
    turn: Turn,
    listing: Listing,
    edit: bool = True,
) -> None:
    """All of it, with what can be pressed."""
    language = turn.language
    text = turn.say(
        f"listing-draft-{listing.kind.value}",
        words=listing.words,
        field=subject(turn.scene, language, listing.category),
        place=places(turn.scene, language, listing.areas),
        times=times(language, listing.times),
        capacity=amount(language, listing.capacity, listing),
        day=day(turn.scene, language, listing.until),
    )
    if listing.whose:
        whose = turn.say("listing-page-whose", whose=listing.whose)
        text = Safe(f"{text}\n{whose}")
    shown = [
        part
        for part in parts.PARTS
        if _has(
            listing,
            part,
        )
    ]
    choices = [
        turn.choice(f"button-listing-{part}", data(ListingAct.EDIT, listing, part))
        for part in shown
    ]
    choices.append(button(language, ListingAct.DROP, listing))
    rows = abreast(choices, WIDE)
    first = [button(language, ListingAct.PUBLISH, listing)]
    turn.reply(text, [first, *rows], edit=edit)


def _has(listing: Listing, part: str) -> bool:
    """Only of a resource is told who gives it; whose need it is nobody reads."""
    return part != "whose" or listing.kind is ListingKind.RESOURCE


# --- another value ---


async def edit(
    turn: Turn,
    found: Found,
    value: str,
) -> None:
    """`PART` offers its values, `PART:VALUE` takes one, `PART:?` asks for words."""
    part, _, chosen = value.partition(":")
    if part not in parts.PARTS or not _has(
        found.listing,
        part,
    ):
        raise Refused("refuse-old-button")
    if chosen == TYPE or part not in parts.PRESSED:
        if part not in parts.TYPED:
            raise Refused("refuse-old-button")
        return await asking.ask(turn, PART, found, part, part)
    changed = parts.taken(turn, part, chosen) if chosen else {}
    turn.toast()
    if not changed:
        return _offer(turn, found.listing, part)
    await _changed(turn, found, changed, edit=True)


async def _changed(
    turn: Turn, found: Found, changed: parts.Values, *, edit: bool
) -> None:
    await turn.unit.listings.change(
        found.listing.id,
        **changed,
    )
    listing = await turn.unit.listings.get(found.listing.id)
    if listing is not None:
        show(turn, listing, edit)


def _offer(
    turn: Turn,
    listing: Listing,
    part: str,
) -> None:
    choices = [
        Choice(shown, data(ListingAct.EDIT, listing, f"{part}:{value}"))
        for value, shown in parts.values(turn, part)
    ]
    if part in parts.TYPED:
        typed = data(ListingAct.EDIT, listing, f"{part}:{TYPE}")
        choices.append(turn.choice("button-listing-type", typed))
    rows = abreast(choices, WIDE)
    asked = turn.say(f"listing-which-{part}", words=listing.words)
    turn.reply(asked, rows, edit=True)


def judge(
    turn: Turn,
    said: str,
    part: str,
) -> Refused | None:
    """Why these words are no value of the part."""
    try:
        parts.read(turn, part, said)
    except Refused as refused:
        return refused
    return None


async def typed(
    turn: Turn,
    found: Found,
    said: str,
    part: str,
) -> None:
    await _changed(
        turn,
        found,
        parts.read(turn, part, said),
        edit=False,
    )


async def drop(
    turn: Turn,
    found: Found,
    value: str,
) -> None:
    """Nobody else has seen it."""
    turn.toast()
    await turn.unit.listings.move(
        found.listing.id, ListingState.DRAFT, ListingState.DROPPED
    )
    await plan(turn.scene, found.listing.id)
    done = turn.say("done-listing-drop", words=found.listing.words)
    turn.reply(done, edit=True)


PART = asking.line(
    "listing-part",
    ListingAct.EDIT,
    typed,
    judge,
    bare=True,
)
