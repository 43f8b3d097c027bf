"""超时的都催一下, 催王强, "remind all the late ones": who leads there is asked once, and a press
tells each who has some of these, in one message.
"""

from __future__ import annotations

from domain.case import Case
from domain.people import Person, Role
from domain.wanted import LATE
from handlers.actions.doing import refusal_for
from handlers.casework import phrases
from handlers.casework.notices.telling import of_several
from handlers.dialog.alone import line_of_staff
from handlers.dialog.turn import Refused, Turn
from handlers.lists import buttons
from handlers.lists.found import found
from handlers.lists.kept import Listing, keep
from handlers.lists.naming import wanted
from handlers.lists.show import show
from handlers.texts.words import anywhere, asks, plain

LONGEST = 30
HEADS = (Role.LEAD, Role.ADMIN)
EVERYBODY = ("words-tick-all", "words-all-of", "words-everybody")
BESIDE = ("words-nudge-fill", "words-polite")
HURRIES = ("words-nudge", "words-press-on", "words-hurry")
Load = list[tuple[Person, list[Case]]]


async def all_late(turn: Turn) -> bool:
    """都催一下, "remind them all": of what is late. Who leads nowhere sees what it is."""
    said = plain(turn.event.text)
    every = any(anywhere(key).search(said) for key in EVERYBODY)
    if not (line_of_staff(turn, LONGEST) and every):
        return False
    if not any(asks(key, said, *EVERYBODY, *BESIDE) for key in HURRIES):
        return False
    listing = Listing(turn.unit.next_id("forms"), (LATE,))
    if await asked(turn, listing):
        return True
    heads = any(one.role in HEADS for one in turn.person.grants)
    if not heads and (await found(turn, wanted(turn, listing)))[0]:
        turn.reply(turn.say("urge-by-heads"))
    await show(turn, listing)
    return True


async def asked(turn: Turn, listing: Listing) -> bool:
    """Whether those who have what the list is narrowed to shall be urged, and it was asked."""
    said = plain(turn.event.text)
    if not any(anywhere(key).search(said) for key in HURRIES):
        return False
    loads = await _loads(turn, listing)
    if not loads:
        return False
    await keep(turn, listing)
    data = buttons.data(listing, "urge")
    back = turn.choice("button-list-back", buttons.data(listing, "back"))
    rows = [[turn.choice("button-urge", data)], [back]]
    turn.reply(turn.say("ask-urge", **_shown(turn, loads)), rows)
    return True


async def urge(turn: Turn, listing: Listing, value: str) -> None:
    """Each of them hears it. Raises Refused where nobody is left."""
    loads = await _loads(turn, listing)
    if not loads:
        raise Refused("refuse-old-button")
    for person, cases in loads:
        await of_several(turn.scene, turn.person, person, cases, "notice-urged")
    turn.reply(turn.say("done-urged", **_shown(turn, loads)), edit=True)


async def _loads(turn: Turn, listing: Listing) -> Load:
    """By who has them those that others have, and that one leads; most first."""
    cases, _ = await found(turn, wanted(turn, listing))
    theirs: dict[int, list[Case]] = {}
    for case in cases:
        other = case.assignee_id not in (None, turn.person.id)
        if other and await refusal_for(turn.scene, case, "supervise") is None:
            theirs.setdefault(case.assignee_id or 0, []).append(case)
    people = [(await turn.unit.people.get(one), some) for one, some in theirs.items()]
    loads = [(one, some) for one, some in people if one is not None]
    return sorted(loads, key=lambda load: -len(load[1]))


def _shown(turn: Turn, loads: Load) -> dict[str, object]:
    each = [
        turn.label("urged-one", name=person.name, count=len(cases))
        for person, cases in loads
    ]
    count = sum(len(cases) for _, cases in loads)
    return {"count": count, "who": phrases.listed(turn.language, each)}
