"""What has to be chosen before an act: offered as buttons, and read from what somebody typed
after a command.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta

from domain.case import Case
from domain.categories import BY_CODE, of_kind
from domain.kinds import Supervision, Urgency
from domain.messages import Choice
from domain.privacy import Privacy
from handlers.casework import deadlines as terms
from handlers.casework import duplicates as likeness
from handlers.casework import phrases, routing
from handlers.dialog.turn import Refused, Turn

Rows = list[list[Choice]]
DAYS = (1, 3, 7, 14)
MOST_DAYS = 365
SPAN = re.compile(r"^(\d{1,3})\s*([dhw天时周]|小时|days?|hours?|weeks?)?$", re.I)
DAY = re.compile(r"^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$")
HOURS = {"h": 1, "时": 1, "小": 1, "d": 24, "天": 24, "w": 168, "周": 168}


def _data(case: Case, name: str, value: str) -> str:
    return f"c:{case.id}:{name}:{value}"


def _pairs(buttons: list[Choice], wide: int = 2) -> Rows:
    return [buttons[i : i + wide] for i in range(0, len(buttons), wide)]


# --- what is offered ---


async def whom(turn: Turn, case: Case, name: str, value: str) -> Rows:
    """People, the nearest first, then the posts and offices that somebody holds."""
    options = routing.candidates(
        turn.unit.directory, case.area, case.assignee_id, most=12
    )
    people = [
        Choice(
            f"{person.name} · {turn.unit.directory.areas[area].name}"[:40],
            _data(case, "to", str(person.id)),
        )
        for person, area in options
    ]
    held = [
        Choice(label, _data(case, "to", value)) for value, label in _teams(turn, case)
    ]
    return [*([button] for button in people), *_pairs(held)]


def _teams(turn: Turn, case: Case) -> list[tuple[str, str]]:
    found = []
    for team in routing.teams(turn.unit.directory, turn.setup.posts, case.area):
        value = f"office:{team.office}" if team.office else f"post:{team.post}"
        found.append(
            (
                value,
                phrases.team(
                    turn.unit, turn.setup, team.post, team.office, turn.language
                ),
            )
        )
    return found


async def teams(turn: Turn, case: Case, name: str, value: str) -> Rows:
    """Several at once: a press ticks or unticks one, the last row goes on."""
    ticked = [one for one in value.split("+") if one]
    buttons = []
    for code, label in _teams(turn, case):
        after = (
            [one for one in ticked if one != code]
            if code in ticked
            else [*ticked, code]
        )
        buttons.append(
            Choice(
                f"✓ {label}" if code in ticked else label,
                _data(case, f"{name}?", "+".join(after)),
            )
        )
    go_on = [turn.choice("button-go-on", _data(case, name, value))] if ticked else []
    return [*_pairs(buttons), *([go_on] if go_on else [])]


async def day(turn: Turn, case: Case, name: str, value: str) -> Rows:
    """When to wake up: some days from now."""
    return _days(turn, case, name, turn.unit.now)


async def more_days(turn: Turn, case: Case, name: str, value: str) -> Rows:
    """Until when it should last: some days after it is due, or after today where that is past."""
    return _days(turn, case, name, max(case.resolve_due, turn.unit.now))


def _days(turn: Turn, case: Case, name: str, start: datetime) -> Rows:
    buttons = []
    for days in DAYS:
        at = morning(turn, case, start + timedelta(days=days))
        shown = phrases.when(turn.language, at, turn.unit.now, turn.setup)
        buttons.append(
            turn.choice(
                "button-days", _data(case, name, at.isoformat()), days=days, at=shown
            )
        )
    return _pairs(buttons)


def morning(turn: Turn, case: Case, at: datetime) -> datetime:
    """Nine o'clock of that day, or when the area's service hours begin after that."""
    local = at.astimezone(turn.setup.zone).replace(
        hour=9, minute=0, second=0, microsecond=0
    )
    opens = terms.service_hours(turn.unit, turn.setup, case.area).opens(
        local.astimezone(turn.unit.now.tzinfo)
    )
    return opens


async def category(turn: Turn, case: Case, name: str, value: str) -> Rows:
    options = [one for one in of_kind(case.kind) if one.code != case.category]
    return _pairs(
        [
            Choice(
                phrases.category(turn.language, one.code), _data(case, name, one.code)
            )
            for one in options
        ]
    )


async def urgency(turn: Turn, case: Case, name: str, value: str) -> Rows:
    options = [one for one in Urgency if one is not case.urgency]
    return [[turn.choice(f"urgency-{one}", _data(case, name, one))] for one in options]


async def privacy(turn: Turn, case: Case, name: str, value: str) -> Rows:
    options = [one for one in Privacy if one is not case.privacy]
    return [[turn.choice(f"privacy-{one}", _data(case, name, one))] for one in options]


async def supervision(turn: Turn, case: Case, name: str, value: str) -> Rows:
    return [
        [
            turn.choice(f"supervision-{one}", _data(case, name, one))
            for one in Supervision
            if one
        ]
    ]


async def case(turn: Turn, case: Case, name: str, value: str) -> Rows:
    """The likely ones first; any other by its number after the command."""
    found = await likeness.like(turn.unit, turn.setup, case)
    linked = [
        one for i in case.linked if (one := await turn.unit.cases.get(i)) is not None
    ]
    options = {one.id: one for one in [*found, *linked] if one.open}
    return [
        [
            Choice(
                f"{one.number} {phrases.seen(turn.unit, turn.person, one, turn.language, 20)}",
                _data(case, name, str(one.id)),
            )
        ]
        for one in list(options.values())[:6]
    ]


OFFERS: dict[str, Callable[[Turn, Case, str, str], Awaitable[Rows]]] = {
    "whom": whom,
    "teams": teams,
    "day": day,
    "more_days": more_days,
    "category": category,
    "urgency": urgency,
    "privacy": privacy,
    "supervision": supervision,
    "case": case,
}


# --- what was typed ---


def moment(turn: Turn, case: Case, word: str) -> str:
    """'3d', '3天', '12-01' or '2026-12-01' as a moment in ISO; '' where it is none or not ahead
    of us.
    """
    now, at = turn.unit.now, None
    span, named = SPAN.match(word), DAY.match(word)
    if span and int(span[1]) > 0:
        hours = int(span[1]) * HOURS.get((span[2] or "d").lower()[:1], 24)
        at = (
            now + timedelta(hours=hours)
            if hours < 24
            else morning(turn, case, now + timedelta(hours=hours))
        )
    elif named:
        at = _named_day(turn, named)
    return at.isoformat() if at and now < at <= now + timedelta(days=MOST_DAYS) else ""


def later(turn: Turn, case: Case, word: str) -> str:
    """As `moment`, but spans count from the day when it is due, and it must be after that."""
    span, base = SPAN.match(word), max(case.resolve_due, turn.unit.now)
    if span and int(span[1]) > 0:
        hours = int(span[1]) * HOURS.get((span[2] or "d").lower()[:1], 24)
        return (
            morning(turn, case, base + timedelta(hours=max(hours, 24))).isoformat()
            if hours < 24 * MOST_DAYS
            else ""
        )
    value = moment(turn, case, word)
    return value if value and datetime.fromisoformat(value) > case.resolve_due else ""


def _named_day(turn: Turn, named: re.Match[str]) -> datetime | None:
    today = turn.unit.now.astimezone(turn.setup.zone).date()
    try:
        found = date(int(named[1] or today.year), int(named[2]), int(named[3]))
        if not named[1] and found < today:
            found = found.replace(year=today.year + 1)
    except ValueError:
        return None
    return datetime.combine(found, time(9), turn.setup.zone).astimezone(
        turn.unit.now.tzinfo
    )


def one_of(turn: Turn, prefix: str, values: list[str], word: str) -> str:
    """A value by its code or its name in this person's language."""
    wanted = word.casefold()
    names = {
        v: turn.label(f"{prefix}-{v.replace('_', '-')}").casefold() for v in values
    }
    exact = next((v for v, name in names.items() if wanted in (v, name)), "")
    part = [v for v, name in names.items() if len(wanted) > 1 and wanted in name]
    return exact or (part[0] if len(part) == 1 else "")


def _whom(turn: Turn, case: Case, word: str) -> str:
    for value, label in _teams(turn, case):
        if word.casefold() in (label.casefold(), value.partition(":")[2].casefold()):
            return value
    options = routing.candidates(turn.unit.directory, case.area, case.assignee_id)
    hits = [
        person
        for person, _ in options
        if person.name == word or str(person.id) == word.lstrip("#")
    ]
    return str(hits[0].id) if len(hits) == 1 else ""


def _several(turn: Turn, case: Case, word: str) -> str:
    known = {label.casefold(): value for value, label in _teams(turn, case)}
    known |= {value.partition(":")[2].casefold(): value for value in known.values()}
    found = [
        known.get(one.casefold(), "") for one in re.split(r"[+,，、]", word) if one
    ]
    return "+".join(found) if all(found) else ""


READERS: dict[str, Callable[[Turn, Case, str], str]] = {
    "whom": _whom,
    "teams": _several,
    "day": moment,
    "more_days": later,
    "category": lambda turn, case, word: one_of(turn, "category", list(BY_CODE), word),
    "urgency": lambda turn, case, word: one_of(turn, "urgency", list(Urgency), word),
    "privacy": lambda turn, case, word: one_of(turn, "privacy", list(Privacy), word),
    "supervision": lambda turn, case, word: one_of(
        turn, "supervision", [one for one in Supervision if one], word
    ),
    "case": lambda turn, case, word: word,
}


def read(turn: Turn, case: Case, wants: str, word: str) -> str:
    """The value that a word stands for. Raises Refused with what would do."""
    value = READERS[wants](turn, case, word)
    if not value:
        raise Refused(f"refuse-{wants.replace('_', '-')}", word=word[:30])
    return value
