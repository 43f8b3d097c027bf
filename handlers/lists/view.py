"""How a page of a list looks: its title, what it is narrowed to, a line for each case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from domain.case import Case
from domain.privacy import Aspect
from domain.viewers import reads
from domain.wanted import LATE, MINE
from handlers.casework import phrases
from handlers.dialog.turn import Turn
from handlers.lists.days import of_due
from handlers.lists.filed_days import of_filed
from handlers.lists.kept import Listing
from handlers.texts.sentences import Safe

PAGE = 8
LONGEST_LINE = 22
LONGEST_WORD = 20
TITLES: dict[tuple[str, ...], str] = {
    (MINE,): "mine",
    (LATE,): "overdue",
}
"""A list of nothing but these has a title of its own."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is shown of a list; `total` counts all that fit, with `more` at least so many."""

    cases: Sequence[Case]
    total: int
    more: bool = False

    @property
    def pages(self) -> int:
        return -(-self.total // PAGE)


def page_of(
    listing: Listing,
    cases: Sequence[Case],
    more: bool,
) -> tuple[int, Page]:
    """The page that is asked for, or the last one where there are not so many."""
    last = max(len(cases) - 1, 0) // PAGE
    number = min(listing.page, last)
    shown = cases[number * PAGE : (number + 1) * PAGE]
    return number, Page(shown, len(cases), more)


async def text(turn: Turn, listing: Listing, page: Page) -> Safe:
    lines = [_title(turn, listing, page)]
    filters = " · ".join(_filters(turn, listing))
    if filters and _name(listing) == "queue":
        lines.append(turn.say("queue-filters", what=filters))
    for case in page.cases:
        lines.append(await _line(turn, case))
    if listing.ticking:
        ticked = turn.say("queue-ticked", count=len(listing.ticked))
        lines.append(ticked)
        if listing.answer:
            lines.append(turn.say("queue-answer", words=listing.answer))
    return Safe("\n".join(lines))


def nothing(turn: Turn, listing: Listing) -> Safe:
    """That there is nothing, and what to do next."""
    name = _name(listing)
    if name != "queue" or not listing.narrowed:
        return turn.say(f"{name}-none")
    filters = " · ".join(_filters(turn, listing))
    return turn.say("queue-nothing", what=filters)


def _name(listing: Listing) -> str:
    """By which name its texts go."""
    what = listing.kinds or listing.category or listing.words
    if what or listing.areas or listing.due or listing.filed:
        return "queue"
    return TITLES.get(listing.only, "queue")


def _title(turn: Turn, listing: Listing, page: Page) -> Safe:
    more = "+" if page.more else ""
    count = f"{page.total}{more}"
    title = turn.say(f"{_name(listing)}-title", count=count)
    if page.pages < 2:
        return title
    which = turn.say(
        "queue-page",
        page=listing.page + 1,
        pages=f"{page.pages}{more}",
    )
    return Safe(f"{title} · {which}")


def _filters(turn: Turn, listing: Listing) -> Iterator[str]:
    """What the list is narrowed to, in this person's language."""
    for name in listing.only:
        yield turn.label(f"queue-{name}")
    if listing.due:
        days = of_due(listing.due)
        yield turn.label("queue-due", days=_days(turn, days.first, days.last))
    if listing.filed:
        first, last = of_filed(listing.filed)
        key = "queue-filed-on" if first else "queue-filed-until"
        yield turn.label(key, days=_days(turn, first or last, last))
    for kind in listing.kinds:
        yield turn.label(f"kind-{kind}")
    if listing.category:
        yield phrases.category(
            turn.setup,
            turn.language,
            listing.category,
        )
    for code in listing.areas:
        area = turn.unit.directory.areas.get(code)
        yield area.name if area else code
    for word in listing.words:
        said = phrases.cut(word, LONGEST_WORD)
        yield turn.label("queue-word", word=said)


def _days(turn: Turn, first: date, last: date) -> str:
    shown = dict.fromkeys((first, last))
    return "–".join(phrases.calendar_day(turn.language, one) for one in shown)


async def _line(turn: Turn, case: Case) -> Safe:
    language, unit = turn.language, turn.unit
    may_read = reads(
        turn.person,
        case,
        unit.directory.reach(case),
        Aspect.WORDS,
    )
    return turn.say(
        "queue-line",
        mark=phrases.MARKS[case.urgency],
        number=case.number,
        what=phrases.what(language, case, LONGEST_LINE, may_read),
        category=phrases.category(
            turn.setup,
            language,
            case.category,
        ),
        name=await phrases.carer(unit, language, case),
        due=phrases.deadline(language, case, unit.now, turn.setup),
    )
