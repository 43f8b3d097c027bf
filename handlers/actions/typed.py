"""What was typed after a command, as the value that a button would bring; '' for what is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import cache

from domain.case import Case
from domain.people import Person
from domain.values import moment as moments
from domain.values.number import numbers
from domain.values.span import span
from handlers.actions import of_area
from handlers.actions.nicknames import familiar
from handlers.casework import phrases
from handlers.casework.carers.carers import candidates
from handlers.casework.carers.routing import teams as all_teams
from handlers.casework.deadlines import service_hours
from handlers.dialog.by_name import one_named
from handlers.dialog.turn import Turn
from handlers.filing.amending.categorised import category
from handlers.texts.sentences import LANGUAGES, label
from handlers.texts.words import anywhere, only
from handlers.texts.words import one_of as words_of

A_DAY = timedelta(days=1)
LONGEST = timedelta(days=365)
NEXT_WEEK = "next monday"
BETWEEN = re.compile(r"[+,，、]")


# --- moments ---


def moment(turn: Turn, case: Case, word: str) -> str:
    """'3d', '三天', '12-01', 'till friday', '明天下午3点' as a moment in ISO; '' where it is none
    or not ahead.
    """
    now, word = turn.unit.now, bare_day(word)
    found = moments.moment(word, now, turn.setup.zone, bare=A_DAY)
    if found is None:
        return ""
    named = found.exact or moments.has_part(word)
    at = found.at if named else morning(turn, case, found.at)
    at = at.astimezone(now.tzinfo)
    return at.isoformat() if now < at <= now + LONGEST else ""


def bare_day(word: str) -> str:
    """Without what only says that it is till then, or about so: 大概三天吧, "about three days". By
    Friday is Friday, but 三天前 is over; next week begins on its Monday.
    """
    bare = _around().sub("", word)
    before = _before().sub("", bare)
    bare = bare if span(before, bare=A_DAY) else before
    more = " ".join(anywhere("words-more-days").sub(" ", bare).split())
    bare = more if span(more) else bare
    return NEXT_WEEK if only("words-next-week", bare) else bare


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"\s*{words_of('words-before-then')}$", re.IGNORECASE)


@cache
def _around() -> re.Pattern[str]:
    first = words_of("words-until", "words-about")
    last = words_of("words-or-so")
    return re.compile(rf"^(?:{first}\s*)+|(?:\s*{last})+$", re.IGNORECASE)


def later(turn: Turn, case: Case, word: str) -> str:
    """As `moment`, but spans count from the day when it is due, and it must be after that."""
    length = span(bare_day(word), bare=A_DAY)
    if length is None:
        value = moment(turn, case, word)
        after = value and datetime.fromisoformat(value) > case.resolve_due
        return value if after else ""
    if not timedelta() < length < LONGEST:
        return ""
    start = max(case.resolve_due, turn.unit.now)
    return morning(turn, case, start + max(length, A_DAY)).isoformat()


def morning(turn: Turn, case: Case, at: datetime) -> datetime:
    """Nine o'clock of that day, or when the area's service hours begin after that."""
    local = at.astimezone(turn.setup.zone)
    nine = local.replace(hour=9, minute=0, second=0, microsecond=0)
    hours = service_hours(turn.scene, case.area)
    return hours.opens(nine.astimezone(turn.unit.now.tzinfo))


# --- names ---


def named(prefix: str, values: Sequence[str]) -> Callable[[Turn, Case, str], str]:
    def read(turn: Turn, case: Case, word: str) -> str:
        return one_of(turn, prefix, values, word)

    return read


def one_of(turn: Turn, prefix: str, values: Sequence[str], word: str) -> str:
    """A value by its code or its name in any language, or a part of it that no other has."""
    return one_named(
        {
            value: [label(language, f"{prefix}-{value}") for language in LANGUAGES]
            for value in values
        },
        word,
    )


def category_of(turn: Turn, case: Case, word: str) -> str:
    return category(turn, word)


def number(turn: Turn, case: Case, word: str) -> str:
    """A case's number however it is written, without its prefix one of the same kind; any other
    word is left to be refused.
    """
    year = turn.unit.now.astimezone(turn.setup.zone).year
    kind = case.number[:2]
    meant = numbers(word, year)
    return next((one for one in meant if one.startswith(kind)), meant[0])


# --- people and teams ---


def teams_here(turn: Turn, case: Case) -> list[tuple[str, str]]:
    """Value and name of each team to which the case can go."""
    unit, setup = turn.unit, turn.setup
    found = []
    for team in all_teams(unit.directory, setup.posts, case.area):
        value = f"office:{team.office}" if team.office else f"post:{team.post}"
        name = phrases.team(unit, setup, team.post, team.office, turn.language)
        found.append((value, name))
    return found


def whom(turn: Turn, case: Case, word: str) -> str:
    wanted = word.casefold()
    for value, name in teams_here(turn, case):
        if wanted in (name.casefold(), _code(value)):
            return value
    hits = called(turn, case, word)
    there = None if hits else of_area.somebody(turn, case, word)
    hits = hits if there is None else [there]
    has_it = any(one.id == case.assignee_id for one in hits)
    return str(hits[0].id) if len(hits) == 1 and not has_it else ""


def called(turn: Turn, case: Case, word: str) -> list[Person]:
    """Those to whom it can go, or who have it, and who are called so; two may have one name."""
    options = candidates(turn.unit.directory, case, None)
    by_number = (
        word.lstrip("#") if word.startswith("#") else ""
    )  # 3 of "3 days" is nobody
    hits = [one for one, _ in options if one.name == word or str(one.id) == by_number]
    here = turn.unit.directory.path(case.area)
    near = [one for one, area in options if area in here]
    return hits or [one for one in near if familiar(one.name, word)]


def teams(turn: Turn, case: Case, word: str) -> str:
    """Several, with + or a comma between them; all have to be known."""
    known = {name.casefold(): value for value, name in teams_here(turn, case)}
    known |= {_code(value): value for value in known.values()}
    found = [known.get(one.casefold(), "") for one in BETWEEN.split(word) if one]
    return "+".join(found) if all(found) else ""


def _code(value: str) -> str:
    return value.partition(":")[2].casefold()
