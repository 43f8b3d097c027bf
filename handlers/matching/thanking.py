"""A line or a sign of thanks for whoever carried an order out: it goes there without names."""

from __future__ import annotations

from datetime import timedelta

from domain.matching.listing import Listing
from domain.matching.rights import ListingAct
from domain.messages import Choice
from handlers.dialog import between
from handlers.dialog.turn import Refused, Turn
from handlers.matching import asking, hours
from handlers.matching.looking import Found, look
from handlers.matching.telling import button, data, tell
from handlers.matching.wording import short
from handlers.texts.sentences import Safe

SIGNS = ("❤️", "🌸", "👍", "🍊")
LATELY = timedelta(days=14)
"""So long thanks are for what was done."""


def judge(turn: Turn, words: str, value: str) -> Refused | None:
    return between.unfit(turn, words, "listing")


async def ask(turn: Turn, project: Listing, done: str = "") -> None:
    """What of it was not said yet: how long it took, and thanks. `done` is the key of what was said
    just now, in the message that asked.
    """
    rows, asked = [], ""
    if await hours.wanted(turn.scene, project):
        rows.append(await hours.offered(turn.scene, turn.language, project))
        asked = "hours"
    if not project.note and project.whose_id == turn.person.id:
        rows += _signs(turn, project)
        asked = f"{asked}-thanks" if asked else "thanks"
    what = short(project.words)
    lines = [turn.say(done)] if done else []
    lines += [turn.say(f"ask-listing-{asked}", what=what)] if asked else []
    if lines:
        # words have an answer of their own; a press changes what was pressed
        slot = "" if done else between.slot(f"li:{project.id}")
        turn.reply(Safe("\n".join(lines)), rows, edit=bool(done), slot=slot)


def _signs(turn: Turn, project: Listing) -> list[list[Choice]]:
    signs = [
        Choice(sign, data(ListingAct.THANK, project, str(place)))
        for place, sign in enumerate(SIGNS)
    ]
    return [signs, [button(turn.language, ListingAct.THANK, project)]]


async def thank(turn: Turn, found: Found, value: str) -> None:
    """Asks for a line; `value` is the place of a sign, which needs none."""
    if found.listing.note:
        raise Refused("refuse-listing-thanked")
    known = {str(place): sign for place, sign in enumerate(SIGNS)}
    if value in known:
        return await thanked(turn, found, known[value], value)
    await asking.ask(turn, LINE, found, value)


async def thanked(
    turn: Turn,
    found: Found,
    words: str,
    value: str = "",
) -> None:
    """Once. Raises Refused the second time."""
    project, unit = found.listing, turn.unit
    if not await unit.done_orders.thanked(project.id, words):
        raise Refused("refuse-listing-thanked")
    carrier = await unit.people.get(project.keeper_id)
    about = {"said": words}
    await tell(
        turn.scene,
        carrier,
        "notice-listing-thanked",
        project,
        about=about,
        rings=True,
    )
    turn.toast()
    now = await unit.listings.get(project.id)
    await ask(turn, now or project, "done-listing-thank")


async def spoken(turn: Turn) -> bool:
    """Whether what is said now thanks for an order that was done lately. Raises Refused."""
    if turn.setup.matching is None:
        return False
    for project in await turn.unit.done_orders.of_person(turn.person.id):
        if not project.note and turn.unit.now < project.since + LATELY:
            found = await look(turn.scene, turn.person, project)
            return await over(turn, found)
    return False


async def over(turn: Turn, found: Found) -> bool:
    """Whether this is done and waits for thanks: then what is said now are these."""
    if found.listing.note or not found.may(ListingAct.THANK):
        return False
    words = turn.event.text.strip()
    between.judged(turn, judge(turn, words, ""))
    await thanked(turn, found, words)
    return True


LINE = asking.line("listing-thank", ListingAct.THANK, thanked, judge)
