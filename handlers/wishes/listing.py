"""/wishes: what is on the list around whoever asks, and what is theirs."""

from __future__ import annotations

from domain.messages import Choice
from domain.wishes.rights import WishAct
from domain.wishes.wish import Wish
from handlers.casework import phrases
from handlers.dialog.paging import turning
from handlers.dialog.turn import Refused, Turn, whole
from handlers.texts.sentences import Safe
from handlers.texts.words import FILL, asks
from handlers.wishes.telling import short

PAGE = 6
LONGEST_BUTTON = 18
NEAR, ALL = "near", "all"


def asked_for(turn: Turn) -> bool:
    """Whether the list was asked for in words."""
    return asks("words-wishes", turn.event.text, FILL)


async def wishes(turn: Turn, said: str) -> None:
    """/wishes. Raises Refused where there are none here."""
    if turn.setup.wishes is None:
        raise Refused("refuse-wish-off")
    known = turn.person.last_area or turn.person.grants
    await page(turn, NEAR if known else ALL, 0)


async def on_page(turn: Turn, rest: str) -> None:
    """`near` or `all`, then the page's number; without them the first page, as it is asked for."""
    which, _, number = rest.partition(":")
    turn.toast()
    if not rest:
        return await wishes(turn, "")
    await page(
        turn,
        ALL if which == ALL else NEAR,
        whole(number) or 0,
        edit=True,
    )


async def page(
    turn: Turn,
    which: str,
    number: int,
    edit: bool = False,
) -> None:
    areas = _areas(turn, which)
    total = await turn.unit.wishes.count(areas)
    first = turn.person.last_area
    shown = await turn.unit.wishes.listed(
        areas,
        first,
        PAGE,
        number * PAGE,
    )
    lines = [turn.say(f"wishes-{which}" if total else f"wishes-none-{which}")]
    lines += [_line(turn, wish) for wish in shown]
    rows = [[_opens(wish)] for wish in shown]
    rows.append(_around(turn, which, number, total))
    if not number:
        own = await _own(turn)
        lines += own[0]
        rows += own[1]
    text = Safe("\n".join(lines))
    turn.reply(
        text,
        [row for row in rows if row],
        edit=edit,
    )


def _areas(turn: Turn, which: str) -> set[str]:
    """Around: the grids beside the last one somebody reported from, and what they look after."""
    directory = turn.unit.directory
    path = directory.path(turn.person.last_area)
    if which == ALL:
        return {*directory.areas, ""}
    tops = {*path[:2][-1:], *(grant.area for grant in turn.person.grants)}
    return directory.below(tops)


def _line(turn: Turn, wish: Wish) -> Safe:
    area = turn.unit.directory.areas.get(wish.area)
    name = area.name if area else turn.label("area-none")
    return turn.say(
        "wishes-line",
        words=wish.words,
        area=name,
    )


def _opens(wish: Wish) -> Choice:
    label = phrases.cut(wish.words, LONGEST_BUTTON)
    return Choice(label, f"wish:{wish.case_id}:{WishAct.SHOW.value}")


def _around(
    turn: Turn,
    which: str,
    number: int,
    total: int,
) -> list[Choice]:
    row = turning(turn, f"wish:list:{which}", number, PAGE, total)
    if which == NEAR:
        row.append(turn.choice("button-wishes-all", f"wish:list:{ALL}:0"))
    return row


async def _own(turn: Turn) -> tuple[list[Safe], list[list[Choice]]]:
    """One's own wishes and those that one has claimed."""
    unit, me = turn.unit, turn.person.id
    lines, rows = [], []
    for key, found in (
        ("wishes-mine", await unit.wishes.of_wisher(me)),
        ("wishes-claimed", await unit.wishes.claimed_by(me)),
    ):
        for wish in found:
            state = turn.label(f"wish-state-{wish.state.value.replace('_', '-')}")
            lines.append(
                turn.say(
                    key,
                    words=short(wish.words),
                    state=state,
                )
            )
            rows.append([_opens(wish)])
    return lines, rows
