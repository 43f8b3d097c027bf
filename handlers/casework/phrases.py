"""Small phrases that many sentences share: times, places, people, what a case is called."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from html import escape

from domain.case import Case
from domain.messages import Place
from domain.people import Person
from domain.places.links import map_link
from domain.privacy import Aspect
from domain.states import WAITING, State
from domain.viewers import reads
from handlers.dialog.setup import Setup
from handlers.texts.sentences import Safe, keys, label
from storage.unit import Unit

RULES = {
    "labour disputes": "rule-disputes",
    "labour disputes without a mediator": "rule-disputes-alone",
}
"""What people read for the rules that come with the package, by their names in a configuration."""

NEAR = {-1: "when-yesterday", 0: "when-today", 1: "when-tomorrow"}

MARKS = {"urgent": "🔴", "utility": "🟠", "general": "🟡", "complex": "🟡"}


def when(
    language: str,
    at: datetime,
    now: datetime | None,
    setup: Setup,
) -> str:
    """'今天 14:30', '明天 09:00', else the date: local time of the service. Without `now`, where
    nobody knows on which day it is read, always the date.
    """
    local = at.astimezone(setup.zone)
    today = now.astimezone(setup.zone).date() if now is not None else None
    clock = f"{local.hour:02}:{local.minute:02}"
    days = (local.date() - today).days if today is not None else None
    if days in NEAR:
        return label(language, NEAR[days], clock=clock)
    same = today is None or local.year == today.year
    key = "when-date" if same else "when-year"
    return label(
        language,
        key,
        year=str(local.year),
        month=month(language, local.month),
        day=str(local.day),
        clock=clock,
    )


def day(language: str, at: datetime, setup: Setup) -> str:
    """'11月26日': a day without its hour."""
    return calendar_day(language, at.astimezone(setup.zone).date())


def listed(language: str, names: Iterable[str]) -> str:
    """One beside the other, with what stands between words of this language."""
    return label(language, "between-names").join(names)


def calendar_day(language: str, local: date) -> str:
    """The same of a day that is local already."""
    named = month(language, local.month)
    return label(language, "day-date", month=named, day=str(local.day))


@cache
def month(language: str, number: int) -> str:
    """'11月', 'Nov': no figure in English, where 4/12 might be April."""
    return label(language, "month-name", month=number)


def cut(text: str, most: int) -> str:
    """`text` on one line in at most `most` UTF-16 units, as Telegram counts, with … where
    something is missing.
    """
    flat = " ".join(text.split())
    if len(flat.encode("utf-16-le")) <= 2 * most:
        return flat
    return (
        flat.encode("utf-16-le")[: 2 * (most - 1)].decode("utf-16-le", "ignore") + "…"
    )


def category(setup: Setup, language: str, code: str) -> str:
    """Its name, also of a hidden one; what the configuration has dropped goes by its code."""
    known = setup.catalogue.get(code)
    return known.name(language) if known else code


def area(unit: Unit, code: str, language: str) -> str:
    return unit.directory.full_name(code) or label(language, "area-none")


def pin(unit: Unit, place: Place, called: str, language: str) -> str:
    """A point, where words are kept: the area that it lies in, its name, and its degrees."""
    where = area(unit, unit.directory.locate(place), language)
    named = f"{where} · {called}" if called else where
    return f"📍 {named} {place.lat:.5f},{place.lon:.5f}"


def team(
    unit: Unit,
    setup: Setup,
    post: str,
    office: str,
    language: str,
) -> str:
    """The name of a post or of a unit."""
    area_of_unit = unit.directory.areas.get(office)
    return area_of_unit.name if area_of_unit else setup.post(post, language)


def rule(language: str, name: str) -> str:
    """The name of a rule: in the reader's language where it is not of the office's own making."""
    return label(language, RULES[name]) if name in RULES else name


def seen(
    unit: Unit,
    person: Person,
    case: Case,
    language: str,
    most: int,
) -> str:
    """What was said, in short, as far as this person may read it."""
    return what(
        language,
        case,
        most,
        reads(person, case, unit.directory.reach(case), Aspect.WORDS),
    )


def spot(unit: Unit, language: str, case: Case) -> str:
    """Where it is, in words: what the filer called it, or the pin."""
    return case.place_words or (
        label(language, "spot-pin") if case.place else label(language, "spot-none")
    )


def on_the_map(setup: Setup, case: Case, text: str) -> Safe:
    """The text, as a link that opens a map at the case's pin if it has one."""
    shown = escape(text, quote=False)
    if case.place is None or not setup.map_link:
        return Safe(shown)
    link = escape(map_link(case.place, setup.map_link, case.number))
    return Safe(f'<a href="{link}">{shown}</a>')


def number(case: Case, mine: bool = False) -> str:
    """The number of a case; to its filer (`mine`) a part goes by the number of the whole."""
    return (
        case.number.rsplit("-", 1)[0]
        if mine and case.parent_id is not None
        else case.number
    )


def title(
    setup: Setup,
    language: str,
    case: Case,
    mine: bool = False,
) -> Safe:
    """'🟡 YH26-0001 · 道路井盖', bold."""
    name = f"{number(case, mine)} · {category(setup, language, case.category)}"
    return Safe(f"{MARKS[case.urgency]} <b>{escape(name)}</b>")


def what(language: str, case: Case, most: int, may_read: bool = True) -> str:
    """What was said, in short; for who may not read it that it is confidential."""
    return cut(case.words, most) if may_read else label(language, "words-confidential")


def state(language: str, case: Case, mine: bool = False) -> str:
    """How it stands; to its filer (`mine`) a solved case waits for their word."""
    if mine and case.state is State.RESOLVED:
        return label(language, "state-resolved-mine")
    return label(language, f"state-{case.state.value.replace('_', '-')}")


def deadline(language: str, case: Case, now: datetime, setup: Setup) -> str:
    """'今天 14:30 前接单', '已超时 …', or '' where nothing is due."""
    if not case.open or case.due_at is None:
        return ""
    at = when(language, case.due_at, now, setup)
    if case.state == "held":
        return label(language, "due-wakes", at=at)
    if now >= case.due_at:
        return label(language, "due-late", at=at)
    key = (
        "due-accept"
        if case.state in WAITING
        else "due-verify"
        if case.state == "verifying"
        else "due-resolve"
    )
    return label(language, key, at=at)


def channel(language: str, name: str) -> str:
    """What a channel is called."""
    key = f"channel-{name}"
    return label(language, key) if key in keys(language) else name.capitalize()


async def carer(unit: Unit, language: str, case: Case) -> str:
    """Who looks after it: the assignee's name, or the desk of its area."""
    person = await unit.people.get(case.assignee_id)
    return person.name if person and person.name else label(language, "carer-desk")
