"""What can be pressed below a list: its cases, the pages around, filters, and ticks with acts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from domain.messages import Choice
from domain.wanted import ONLY
from handlers.dialog.rows import abreast
from handlers.dialog.turn import Turn
from handlers.lists.kept import Listing
from handlers.lists.view import Page

Rows = list[list[Choice]]
MOST_OFFERED = 24
"""Categories or areas of one menu, those with most cases."""
TICKED = "✅ "
UNTICKED = "⬜ "
CHOSEN = "✓ "


def data(listing: Listing, verb: str, value: object = "") -> str:
    return f"q:{listing.id}:{verb}:{value}"


def below(turn: Turn, listing: Listing, page: Page) -> Rows:
    """Each case by its number, the pages around, then what narrows the list."""
    rows = abreast([Choice(case.number, f"c:{case.id}:open") for case in page.cases])
    rows.append(_around(turn, listing, page))
    if page.total > 1 or listing.narrowed:
        rows += narrowing(turn, listing)
    if page.total > 1:
        rows.append([_button(turn, listing, "tick")])
    rows.append(reporting(turn, listing))
    return [row for row in rows if row]


def narrowing(turn: Turn, listing: Listing) -> Rows:
    """The filters, those that count marked; one press takes all of them away."""
    only = [_only(turn, listing, name) for name in ONLY]
    menus = [_button(turn, listing, verb) for verb in ("categories", "areas")]
    if listing.narrowed:
        menus.append(_button(turn, listing, "clear"))
    return [only, menus]


def reporting(turn: Turn, listing: Listing) -> list[Choice]:
    """For whoever did not ask for a list, but said what there is."""
    return [_button(turn, listing, "report")] if listing.said else []


def _only(turn: Turn, listing: Listing, name: str) -> Choice:
    label = turn.label(f"queue-{name}")
    mark = CHOSEN if name in listing.only else ""
    return Choice(mark + label, data(listing, "only", name))


def _button(turn: Turn, listing: Listing, verb: str) -> Choice:
    return turn.choice(f"button-list-{verb}", data(listing, verb))


def _around(
    turn: Turn,
    listing: Listing,
    page: Page,
) -> list[Choice]:
    """To the page before and the next one, as far as there are any."""
    number, row = listing.page, []
    if number:
        before = data(listing, "page", number - 1)
        row.append(turn.choice("button-page-back", before))
    if number + 1 < page.pages:
        after = data(listing, "page", number + 1)
        row.append(turn.choice("button-page-on", after))
    return row


# --- ticks ---


def ticks(
    turn: Turn,
    listing: Listing,
    page: Page,
    acts: Iterable[str],
) -> Rows:
    """Each case to tick, all of this page, then the acts that one of the ticked allows; a way out
    for what was meant as a report.
    """
    marks = [
        Choice(
            (TICKED if case.id in listing.ticked else UNTICKED) + case.number,
            data(listing, "ticks", case.id),
        )
        for case in page.cases
    ]
    doing = [
        turn.choice(
            f"button-{name.replace('_', '-')}",
            data(listing, "act", name),
        )
        for name in acts
    ]
    ends = [_button(turn, listing, verb) for verb in ("all", "back")]
    rows = [*abreast(marks), _around(turn, listing, page), ends, doing]
    return [row for row in (*rows, reporting(turn, listing)) if row]


# --- menus ---


def menu(
    turn: Turn,
    listing: Listing,
    verb: str,
    names: Mapping[str, str],
    codes: Iterable[str],
) -> Rows:
    """What occurs in the list, each with how many there are, and the way back."""
    counted = Counter(code for code in codes if code in names)
    offered = [
        Choice(
            f"{names[code]} · {count}",
            data(listing, verb, code),
        )
        for code, count in counted.most_common(MOST_OFFERED)
    ]
    return [*abreast(offered), [_button(turn, listing, "back")]]
