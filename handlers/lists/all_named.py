"""All of something: 路灯都给王强, 没接的都接了, "give all lamps to Zhang". To whom they go is asked
with how many they are; else they stand ticked in a list, and a press does it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from domain.case import Case
from handlers.actions.card_words import act_of_staff
from handlers.actions.table import ACTS
from handlers.actions.turned import turned
from handlers.dialog.alone import line_of_staff
from handlers.dialog.fixed import carried_out, did
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn
from handlers.lists import passing, whole_load
from handlers.lists.fillers import name_in
from handlers.lists.found import found
from handlers.lists.kept import Listing
from handlers.lists.presses import MOST_TICKED
from handlers.lists.show import possible, show
from handlers.lists.words import narrowed, wanted
from handlers.texts.words import AFTER, anywhere, one_of, words

LONGEST = 40
SHORTEST_NAME = 2
ENDS = "。.！!～~ "
Order = tuple[str, str, str]
"""What is named, the act, and what is said with it."""


async def asked(turn: Turn) -> bool:
    """Whether that was said of several, and was asked. Raises Refused."""
    if not line_of_staff(turn, LONGEST):
        return False
    text = turn.event.text.strip().rstrip(ENDS).replace("’", "'")
    for what, act, beside in _orders(text):
        listing = _listing(turn, what)
        if listing is None or await open_drafts(turn):
            continue
        cases = await _able(turn, listing, act)
        if len(cases) < 2 or not await _known(turn, cases, act, beside):
            return False
        await _ask(turn, listing, cases, act, beside)
        return True
    return False


def _listing(turn: Turn, what: str) -> Listing | None:
    """The list of what is named, whatever that is."""
    name = name_in(what)
    if len(name) < SHORTEST_NAME:
        return None
    return narrowed(turn, Listing(turn.unit.next_id("forms")), name)


async def _able(turn: Turn, listing: Listing, act: str) -> list[Case]:
    """Those to which it can be done; of what is taken or closed their own first."""
    cases, _ = await found(turn, wanted(turn, listing))
    able = await possible(turn, cases, act)
    own = [one for one in able if one.assignee_id == turn.person.id]
    return able if ACTS[act].wants else own or able


async def _known(turn: Turn, cases: list[Case], act: str, whom: str) -> bool:
    """路灯都给车撞了 is handed to nobody."""
    if not (ACTS[act].wants and whom):
        return True
    try:
        return bool(await passing.typed(turn, cases, whom))
    except Refused:
        return False


async def _ask(
    turn: Turn, listing: Listing, cases: list[Case], act: str, beside: str
) -> None:
    if ACTS[act].wants and beside:
        return await whole_load.ask(turn, None, cases, beside)
    ids = tuple(one.id for one in cases)
    ticked = ids[:MOST_TICKED]
    said = turn.event.text
    await show(turn, replace(listing, ticked=ticked, ticking=True, said=said))


def _orders(text: str) -> Iterator[Order]:
    """How the line may be parted."""
    for hit in anywhere("words-all-of").finditer(text.lower()):
        what, behind = text[: hit.start()], text[hit.end() :].strip(f"{ENDS},，")
        yield from _order(_lead().sub("", what), behind)
    for pattern in _patterns():
        one = pattern.fullmatch(text)
        if one is not None:
            parts = one.groupdict()
            to = f"{min(words('words-hand-on'))} {parts.get('whom')}"
            yield from _order(one["what"], parts.get("act") or to)


def _order(what: str, behind: str) -> Iterator[Order]:
    act, beside = act_of_staff(turned(behind))
    if not act and (carried_out(behind) or did(behind)):
        act = "resolve"
    if act and ACTS[act].together and what.strip():
        yield what.strip(), act, beside


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"^(?:{one_of('words-take', 'words-all')}{AFTER}*)+", re.I)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    every, give, to = (one_of(f"words-{one}") for one in ("all", "give", "give-to"))
    what = rf"{every}\s+(?:of\s+)?(?:the\s+)?(?P<what>\S.*?)"
    act = one_of("words-take-it")
    lines = (
        rf"{give}\s+{what}\s+{to}\s+(?P<whom>\S.*)",
        rf"(?P<act>{act})\s+{what}",
        rf"{what}\s+{to}\s+(?P<whom>\S.*)",
        rf"{what}\s+(?:are\s+|is\s+)?(?P<act>\S.*)",
    )
    return tuple(re.compile(one, re.IGNORECASE) for one in lines)
