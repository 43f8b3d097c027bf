"""The parts of a draft that can be another: what may be pressed for each, and what may be typed."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta

from domain.matching.guessing import typed_number
from domain.matching.listing import LONGEST, MOST_CAPACITY
from domain.matching.times import CHOICES
from domain.values import day as days
from domain.values.text import spoken
from domain.wish_words import tells_who
from handlers.dialog.turn import Refused, Turn
from handlers.matching.found import terms
from handlers.matching.wording import times

MANY = (1, 2, 3, 5, 10, 20, 50, 100)
SPANS = (7, 14, 30, 90, 180, 365)
MOST_AREAS = 12
LONGEST_NAME = 40
APART = re.compile(r"[,，、;；/|+\s]+")

PRESSED = ("field", "area", "times", "many", "until")
TYPED = ("area", "many", "until", "words", "whose")
PARTS = ("field", "area", "times", "many", "until", "words", "whose")
Values = dict[str, object]


def fitting(words: str) -> str:
    """The words as they are listed. Raises Refused where others may not read them."""
    said = " ".join(words.split())
    if len(said) > LONGEST:
        raise Refused("refuse-listing-long", letters=LONGEST)
    if tells_who(said):
        raise Refused("refuse-listing-contact")
    return said


def own_areas(turn: Turn) -> list[str]:
    """Where this person works, the smallest first, and what that lies in. Raises Refused where
    they work nowhere.
    """
    directory = turn.unit.directory
    own = [grant.area for grant in turn.person.grants if grant.area in directory.areas]
    own.sort(key=lambda code: -len(directory.path(code)))
    above = [code for area in own for code in directory.path(area)]
    found = list(dict.fromkeys((*own, *above)))
    if not found:
        raise Refused("refuse-listing-no-area")
    return found


def around(turn: Turn) -> set[str]:
    """Where this person works, all below and above it, and what has a border with it."""
    directory = turn.unit.directory
    own = [grant.area for grant in turn.person.grants]
    found = directory.below(own)
    for area in own:
        found.update(directory.path(area))
        found.update(directory.beside(area))
    return found


# --- pressed ---


def values(
    turn: Turn,
    part: str,
) -> list[tuple[str, str]]:
    """What may be pressed for a part, each with how it is called."""
    language = turn.language
    if part == "field":
        fields = terms(turn.setup).fields
        return [(field.code, field.name(language)) for field in fields]
    if part == "area":
        areas = turn.unit.directory.areas
        return [(code, areas[code].name) for code in own_areas(turn)[:MOST_AREAS]]
    if part == "times":
        return [(code, times(language, code)) for code in CHOICES]
    if part == "many":
        return [(str(many), str(many)) for many in MANY]
    most = terms(turn.setup).most_days
    fitting_spans = [span for span in SPANS if span <= most]
    return [
        (
            str(span),
            turn.label(
                "listing-days",
                days=span,
            ),
        )
        for span in fitting_spans
    ]


def taken(
    turn: Turn,
    part: str,
    chosen: str,
) -> Values:
    """What becomes of the row by a press. Raises Refused for what was not offered."""
    if chosen not in dict(values(turn, part)):
        raise Refused("refuse-old-button")
    if part == "area":
        return {"areas": [chosen]}
    if part in ("many", "until"):
        return read(turn, part, chosen)
    return {"category" if part == "field" else part: chosen}


# --- typed ---


def read(
    turn: Turn,
    part: str,
    said: str,
) -> Values:
    """What becomes of the row by words. Raises Refused for what they cannot mean."""
    return READ[part](turn, said)


def _words(turn: Turn, said: str) -> Values:
    return {"words": fitting(said)}


def _whose(turn: Turn, said: str) -> Values:
    name = fitting(said)
    if len(name) > LONGEST_NAME:
        raise Refused("refuse-listing-long", letters=LONGEST_NAME)
    return {"whose": name}


def _areas(turn: Turn, said: str) -> Values:
    """Codes or names of areas around here, several apart by commas or spaces."""
    areas = turn.unit.directory.areas
    known: dict[str, str] = {}
    for code in sorted(around(turn)):
        if code in areas and not areas[code].is_office:
            known[spoken(code)] = known[spoken(areas[code].name)] = code
    whole_name = known.get(spoken(said))
    wanted = [said] if whole_name else [one for one in APART.split(said) if one]
    found = [
        known.get(
            spoken(one),
            "",
        )
        for one in wanted
    ]
    if not found or not all(found) or len(found) > MOST_AREAS:
        raise Refused("refuse-listing-area")
    return {"areas": list(dict.fromkeys(found))}


def _many(turn: Turn, said: str) -> Values:
    number = typed_number(said)
    if number is None or not 1 <= number <= MOST_CAPACITY:
        raise Refused("refuse-listing-many", most=MOST_CAPACITY)
    return {"capacity": number, "left": number}


def _until(turn: Turn, said: str) -> Values:
    """A day, or in how many days; the listing stands until that day is over."""
    now, zone = turn.unit.now, turn.setup.zone
    most = terms(turn.setup).most_days
    today = now.astimezone(zone).date()
    found = days.day(said, today)
    number = typed_number(said) if found is None else (found - today).days
    if number is None or not 1 <= number <= most:
        raise Refused("refuse-listing-days", most=most)
    last = today + timedelta(days=number)
    end = datetime.combine(last, time(23, 59), zone)
    return {"until": end.astimezone(UTC)}


READ = {
    "words": _words,
    "whose": _whose,
    "area": _areas,
    "many": _many,
    "until": _until,
}
