"""What a lead wants to know: reads the words after /stats, in any order and either language."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from domain.case import Kind
from domain.categories import CATEGORIES
from domain.people import Role
from handlers.dialog.turn import Refused, Turn
from handlers.texts.sentences import LANGUAGES, label
from storage.figures.scope import DAY, Scope

DAYS, MONTH, YEAR, SPAN = "days", "month", "year", "span"
USUAL = "30d"
MOST_DAYS = 3660
KINDS_OF_GROUP = ("area", "category", "kind", "office")
SPOKEN = (
    "today",
    "yesterday",
    "week",
    "last-week",
    "month",
    "last-month",
    "year",
    "last-year",
)
MONTH_WRITTEN = re.compile(r"(20\d\d)\D?(0?[1-9]|1[0-2])\D?")
COUNTED = re.compile(r"(\d{1,4})(\D+)")


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last local day. `code` is how a button says it again; `how` is the
    way to name it.
    """

    code: str
    first: date
    last: date
    how: str = SPAN

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def a_year_before(self) -> Period:
        """The same days; of a month that is over the whole month."""
        last = (
            _year_back(self.last + DAY) - DAY
            if self.how == MONTH
            else _year_back(self.last)
        )
        return replace(self, first=_year_back(self.first), last=last)


@dataclass(frozen=True, slots=True)
class Asked:
    """`tops` are the areas it is about, `by` what the lines below are ('' where nobody said),
    `plain` the usual.
    """

    tops: tuple[str, ...]
    scope: Scope
    period: Period
    by: str = ""
    chart: bool = False
    codes: tuple[str, ...] = ()
    plain: bool = True

    def again(self, by: str = "", period: str = "", chart: bool = False) -> str:
        """The press data that asks this, with another period or other lines."""
        kept = (
            ()
            if self.period.code == USUAL and not period
            else (period or self.period.code,)
        )
        return "s:" + " ".join(
            filter(None, (*self.codes, *kept, by or self.by, "chart" if chart else ""))
        )


def read(turn: Turn, words: str) -> Asked:
    """Raises Refused for areas that are not theirs and for words that nobody can make out."""
    wanted = (Role.LEAD, Role.ADMIN)
    tops = tuple(
        dict.fromkeys(
            g.area for g in turn.person.grants if g.role in wanted and not g.post
        )
    )
    if not tops:
        raise Refused("refuse-no-command")
    own = frozenset(turn.unit.directory.below(tops))
    today = turn.unit.now.astimezone(turn.setup.zone).date()
    asked = Asked(
        tops, Scope(own, own), _counted(USUAL, today) or _span("today", today)
    )
    for token in _tokens(words):
        for piece in _pieces(turn, token):
            asked = _heard(turn, asked, piece, today) or asked
    return asked


def _tokens(words: str) -> list[str]:
    """Words as they stand, but '7 天' and 'last month' as one; what only fills a sentence is left
    out.
    """
    found: list[str] = []
    for token in re.split(r"[\s,，、:：]+", words.strip().lower()):
        counts = found and bare(found[-1]).isdecimal() and token in spoken("counting")
        joins = counts or (found and found[-1] in spoken("joining"))
        found[-1:] = [found[-1] + token] if joins else [*found[-1:], token]
    return [token for token in found if token and token not in spoken("filler")]


def _pieces(turn: Turn, token: str) -> list[str]:
    """The token, or the two and more words that were written without a space between them."""
    if _known(turn, token):
        return [token]
    for cut in range(len(token) - 1, 1, -1):
        if not token.isascii() and _known(turn, token[:cut]):
            return [token[:cut], *_pieces(turn, token[cut:])]
    raise Refused("refuse-stats", word=token[:20])


def _known(turn: Turn, token: str) -> bool:
    today = turn.unit.now.date()
    return bool(
        token in spoken("chart")
        or _group(token)
        or _period(token, today)
        or _what(token)
        or _area(turn, token)
    )


def _heard(turn: Turn, asked: Asked, token: str, today: date) -> Asked | None:
    """What is asked, with one more word."""
    if token in spoken("chart"):
        return replace(asked, chart=True)
    if by := _group(token):
        return replace(asked, by=by, plain=False)
    if period := _period(token, today):
        return replace(asked, period=period, plain=False)
    if what := _what(token):
        is_kind = what in list(Kind)
        scope = (
            replace(asked.scope, kind=what)
            if is_kind
            else replace(asked.scope, category=what)
        )
        return replace(asked, scope=scope, codes=(*asked.codes, what))
    return _placed(turn, asked, _area(turn, token))


def _placed(turn: Turn, asked: Asked, code: str) -> Asked:
    """Narrowed to an area, or to what an office has of the areas that it was about."""
    directory, codes = turn.unit.directory, (*asked.codes, code)
    if directory.areas[code].is_office:
        return replace(asked, scope=replace(asked.scope, office=code), codes=codes)
    if not any(top in directory.path(code) for top in asked.tops):
        raise Refused("refuse-area", code=code[:20])
    scope = replace(
        asked.scope, areas=frozenset(directory.below([code])), offices=frozenset()
    )
    return replace(asked, tops=(code,), scope=scope, codes=codes)


# --- words ---

WORDS = {
    "today": "stats-words-today",
    "yesterday": "stats-words-yesterday",
    "week": "stats-words-week",
    "last-week": "stats-words-last-week",
    "month": "stats-words-month",
    "last-month": "stats-words-last-month",
    "year": "stats-words-year",
    "last-year": "stats-words-last-year",
    "area": "stats-words-area",
    "category": "stats-words-category",
    "kind": "stats-words-kind",
    "office": "stats-words-office",
    "chart": "stats-words-chart",
    "joining": "stats-words-joining",
    "filler": "stats-words-filler",
    "days": "stats-words-days",
    "weeks": "stats-words-weeks",
    "months": "stats-words-months",
    "years": "stats-words-years",
}


@cache
def spoken(what: str) -> frozenset[str]:
    """The words for it in every language, since people mix them."""
    keys = [
        WORDS[one]
        for one in (
            ("days", "weeks", "months", "years") if what == "counting" else (what,)
        )
    ]
    words = [
        word
        for key in keys
        for language in LANGUAGES
        for word in label(language, key).lower().split()
    ]
    return frozenset({*words, *({what} & WORDS.keys())} - {"-"})


def bare(token: str) -> str:
    """The token without a 'last' or the like before it."""
    for word in sorted(spoken("joining") | spoken("filler"), key=len, reverse=True):
        token = token.removeprefix(word)
    return token


def _group(token: str) -> str:
    return next((name for name in KINDS_OF_GROUP if token in spoken(name)), "")


@cache
def _what(token: str) -> str:
    """A kind or a category by its code or its name."""
    named = {kind.value: f"kind-{kind}" for kind in Kind}
    named |= {one.code: f"category-{one.code.replace('_', '-')}" for one in CATEGORIES}
    for code, key in named.items():
        if token == code or any(
            token in label(language, key).lower().split() for language in LANGUAGES
        ):
            return code
    return ""


def _area(turn: Turn, token: str) -> str:
    """An area or an office by its code or its name; '' for what is none."""
    for area in turn.unit.directory.areas.values():
        if token in (area.code.lower(), area.name.lower().replace(" ", "")):
            return area.code
    return ""


# --- periods ---


def _period(token: str, today: date) -> Period | None:
    said = next((name for name in SPOKEN if token in spoken(name)), "")
    if said:
        return _span(said, today)
    if written := MONTH_WRITTEN.fullmatch(token):
        return _month(int(written[1]), int(written[2]), today)
    if re.fullmatch(r"20\d\d", token):
        return _year(int(token), today)
    return _counted(token, today)


def _counted(token: str, today: date) -> Period | None:
    """'7d', '2 weeks', '10 月' (the last October that has begun), '2025 年', also with 'last'
    before it.
    """
    hit = COUNTED.fullmatch(bare(token))
    count, mark = (int(hit[1]), hit[2]) if hit else (0, "")
    if mark in spoken("years") and 2000 <= count < 2100:
        return _year(count, today)
    if mark in spoken("months") and 1 <= count <= 12:
        return _month(today.year - (count > today.month), count, today)
    days = count * (
        7 if mark in spoken("weeks") else 1 if mark in spoken("days") else 0
    )
    return (
        Period(f"{days}d", today - DAY * (days - 1), today, DAYS)
        if 0 < days <= MOST_DAYS
        else None
    )


def _span(said: str, today: date) -> Period:
    monday = today - DAY * today.weekday()
    if said.endswith("month"):
        day = today if said == "month" else today.replace(day=1) - DAY
        return _month(day.year, day.month, today)
    if said.endswith("year"):
        return _year(today.year - (said == "last-year"), today)
    first, last = {
        "today": (today, today),
        "yesterday": (today - DAY, today - DAY),
        "week": (monday, today),
        "last-week": (monday - 7 * DAY, monday - DAY),
    }[said]
    return Period(said, first, last)


def _month(year: int, month: int, today: date) -> Period:
    """The month, as far as it has come."""
    first = date(year, month, 1)
    last = (first + timedelta(days=31)).replace(day=1) - DAY
    return Period(f"{first:%Y-%m}", first, max(first, min(last, today)), MONTH)


def _year(year: int, today: date) -> Period:
    first = date(year, 1, 1)
    return Period(str(year), first, max(first, min(date(year, 12, 31), today)), YEAR)


def _year_back(day: date) -> date:
    return day.replace(
        year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day
    )
