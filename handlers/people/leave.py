"""Who is there: /duty shows and sets who is on duty, /away hands over while somebody is on
leave, /digest when.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from domain.people import Person, Role
from handlers.actions.choices import DAY
from handlers.casework import notices, phrases
from handlers.casework import perform as casework
from handlers.dialog.turn import Refused, Turn
from handlers.texts.sentences import Safe, known, say

HOURS = re.compile(r"^(\d{1,2})(?::(\d{2}))?[-–~至](\d{1,2})(?::(\d{2}))?$")
CLOCK = re.compile(r"^([01]?\d|2[0-3]):([0-5]\d)$")
SHIFT = timedelta(hours=8)
SHOWN = 20
OFF = ("off", "下班", "结束", "关")
ON = ("on", "上班", "值班", "开")


# --- duty ---


async def duty(turn: Turn, words: str) -> None:
    """/duty; /duty on; /duty off; for heads /duty PERSON 08:00-18:00 [12-01] [AREA]."""
    parts = words.split()
    if not parts:
        return _show(turn)
    if parts[0].lower() in OFF:
        return await _off(turn)
    area = turn.person.grants[0].area
    if parts[0].lower() in ON:
        start, end = turn.unit.now, turn.unit.now + SHIFT
        return await _put(turn, turn.person, area, start, end)
    person = _somebody(turn, parts[0])
    areas = [
        part.upper() for part in parts[1:] if part.upper() in turn.unit.directory.areas
    ]
    start, end = _shift(turn, parts[1:])
    await _put(turn, person, areas[0] if areas else person.grants[0].area, start, end)


def _somebody(turn: Turn, word: str) -> Person:
    """Somebody in an area that one leads. Raises Refused."""
    led = turn.unit.directory.below(
        g.area for g in turn.person.grants if g.role is not Role.COORDINATOR
    )
    staff = [
        p
        for p in turn.unit.directory.staff.values()
        if any(g.area in led for g in p.grants)
    ]
    hits = [p for p in staff if p.name == word or str(p.id) == word.lstrip("#")]
    if len(hits) != 1:
        raise Refused("refuse-person", name=word[:30])
    return hits[0]


def _shift(turn: Turn, parts: list[str]) -> tuple[datetime, datetime]:
    """The times that were typed: today's unless a day is named; an end before the start is the
    next morning's.
    """
    spans = sorted(
        (part for part in parts if HOURS.match(part)), key=lambda part: ":" not in part
    )
    hours = HOURS.match(spans[0]) if spans else None
    named = next(
        (
            found
            for part in parts
            if part not in spans[:1] and (found := DAY.match(part))
        ),
        None,
    )
    today = turn.unit.now.astimezone(turn.setup.zone).date()
    try:
        if hours is None:
            raise ValueError
        day = (
            date(int(named[1] or today.year), int(named[2]), int(named[3]))
            if named
            else today
        )
        start = datetime.combine(
            day, time(int(hours[1]), int(hours[2] or 0)), turn.setup.zone
        )
        end = datetime.combine(
            day, time(int(hours[3]) % 24, int(hours[4] or 0)), turn.setup.zone
        )
    except ValueError:
        raise Refused("refuse-shift") from None
    end = end if end > start else end + timedelta(days=1)
    if end <= turn.unit.now:
        raise Refused("refuse-shift-past")
    return start, end


async def _put(
    turn: Turn, person: Person, area: str, start: datetime, end: datetime
) -> None:
    await turn.unit.duty.add(person.id, area, start, end)
    turn.unit.history.audit(turn.person.id, "duty", person=person.id, area=area)
    told = {"name": person.name, "area": phrases.area(turn.unit, area, turn.language)}
    told |= _times(turn, start, end)
    turn.reply(turn.say("done-duty", **told))
    if person.id != turn.person.id:
        language = known(person.language or turn.setup.language)
        named = phrases.area(turn.unit, area, language)
        text = say(
            language, "told-duty", area=named, **_times(turn, start, end, language)
        )
        await notices.send(turn.unit, turn.setup, person, text)


def _times(
    turn: Turn, start: datetime, end: datetime, language: str = ""
) -> dict[str, str]:
    language = language or turn.language
    shown = (
        phrases.when(language, at, turn.unit.now, turn.setup) for at in (start, end)
    )
    return dict(zip(("start", "end"), shown, strict=True))


async def _off(turn: Turn) -> None:
    now = turn.unit.now
    running = [
        s
        for s in turn.unit.directory.shifts
        if s.person_id == turn.person.id and s.starts_at <= now < s.ends_at
    ]
    for shift in running:
        await turn.unit.duty.remove(shift.id)
    turn.reply(turn.say("done-duty-off" if running else "duty-none-running"))


def _show(turn: Turn) -> None:
    directory, now = turn.unit.directory, turn.unit.now
    areas = directory.below(grant.area for grant in turn.person.grants)
    areas |= {
        code for grant in turn.person.grants for code in directory.path(grant.area)
    }
    shifts = [
        shift
        for shift in directory.shifts
        if shift.area in areas and shift.ends_at > now
    ][:SHOWN]
    lines = [turn.say("duty-title")]
    for shift in shifts:
        person = directory.staff.get(shift.person_id)
        key = "duty-now" if shift.starts_at <= now else "duty-later"
        area = phrases.area(turn.unit, shift.area, turn.language)
        name = person.name if person else "?"
        lines.append(
            turn.say(
                key,
                name=name,
                area=area,
                **_times(turn, shift.starts_at, shift.ends_at),
            )
        )
    turn.reply(
        Safe("\n".join([*lines, turn.say("duty-how" if shifts else "duty-none")]))
    )


# --- leave ---


async def away(turn: Turn, words: str) -> None:
    """/away 3d, /away 12-01, /away off; for heads /away PERSON 12-01."""
    parts = words.split()
    person = turn.person
    if len(parts) > 1:
        person = _somebody(turn, parts[0])
    if not parts:
        return turn.reply(turn.say("away-how"))
    if parts[-1].lower() in OFF:
        turn.unit.people.change(replace(person, away_until=None))
        return turn.reply(turn.say("done-back", name=person.name))
    until = _until(turn, parts[-1])
    person = turn.unit.people.change(replace(person, away_until=until))
    await turn.unit.directory_now()
    moved = await casework.rehome(turn.unit, turn.setup, person, all_of_them=True)
    turn.unit.history.audit(turn.person.id, "away", person=person.id, moved=moved)
    at = phrases.day(turn.language, until, turn.setup)
    turn.reply(turn.say("done-away", name=person.name, at=at, count=moved))


def _until(turn: Turn, word: str) -> datetime:
    """The morning of the day on which they are back."""
    midnight = turn.unit.now.astimezone(turn.setup.zone).replace(
        hour=0, minute=0, second=0, microsecond=0
    )
    named, days = DAY.match(word), re.match(r"^(\d{1,3})\s*(d|天)?$", word)
    try:
        if named:
            year = int(named[1] or midnight.year)
            then = midnight.replace(year=year, month=int(named[2]), day=int(named[3]))
            then = then if named[1] or then > midnight else then.replace(year=year + 1)
        elif days:
            then = midnight + timedelta(days=int(days[1]))
        else:
            raise ValueError
    except ValueError:
        raise Refused("refuse-away", word=word[:20]) from None
    if not midnight < then <= midnight + timedelta(days=366):
        raise Refused("refuse-away", word=word[:20])
    return then.astimezone(turn.unit.now.tzinfo)


# --- the digest ---


async def digest(turn: Turn, words: str) -> None:
    """/digest 09:00, /digest off, /digest on: when the morning's list comes."""
    word = words.strip().lower()
    at = CLOCK.match(word)
    if word in OFF:
        minute: int | None = -1
    elif word in ON:
        minute = None
    elif at:
        minute = int(at[1]) * 60 + int(at[2])
    else:
        return turn.reply(turn.say("digest-how"))
    turn.person = turn.unit.people.change(replace(turn.person, digest=minute))
    turn.unit.timers.set("digest", turn.person.id, None)  # set anew at the next look
    turn.reply(
        turn.say(
            "done-digest-off" if minute == -1 else "done-digest",
            at=word if at else "08:30",
        )
    )
