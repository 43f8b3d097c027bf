"""本周李敏值班: the same hours on duty on some days in a row, by one press."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import (
    date,
    datetime,
    time,
    timedelta,
)

from domain.people import Person
from domain.values.period import period
from handlers.casework import phrases
from handlers.casework.letters.sending import send
from handlers.dialog.turn import (
    Refused,
    Turn,
    whole,
)
from handlers.people.duty import turns
from handlers.people.scope import (
    HEADS,
    areas_of,
    somebody,
)
from handlers.texts.sentences import (
    known,
    say,
)

MOST = timedelta(days=7)
"""Nobody puts down more at once (ours)."""
SOON = 400
"""Days: what is to come is no later (ours)."""
A_DAY = timedelta(days=1)
BEGINS, ENDS = time(8), time(18)
"""What a day on duty is where no hours are said (ours); others are a /duty with hours."""


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last, with it."""

    first: date
    last: date

    @property
    def ends(self) -> tuple[date, date]:
        return self.first, self.last

    def each(
        self,
        turn: Turn,
    ) -> list[tuple[datetime, datetime]]:
        """When each of them begins and ends, without what is over."""
        found, local, now = [], self.first, turn.unit.now
        while local <= self.last:
            start, end = (
                datetime.combine(local, at, turn.setup.zone) for at in (BEGINS, ENDS)
            )
            if end > now:
                found.append((max(start, now), end))
            local += A_DAY
        return found


def offered(
    turn: Turn,
    area: str,
    person: Person,
    said: str,
) -> bool:
    """Whether days in a row are named, and whoever leads there was asked."""
    days = _days(turn, said)
    if days is None:
        return False
    data = ":".join(
        map(str, (person.id, area, *(one.toordinal() for one in days.ends)))
    )
    data = f"yd:{data}"
    yes = turn.choice("button-turn-put", data, name=person.name)
    about = _about(turn, turn.language, area, days)
    turn.reply(turn.say("ask-turn-days", name=person.name, **about), [[yes]])
    return True


def named(
    turn: Turn,
    said: str,
) -> bool:
    """Whether nothing but such days are."""
    return _days(turn, said) is not None


def _days(
    turn: Turn,
    said: str,
) -> Days | None:
    today = turn.unit.now.astimezone(turn.setup.zone).date()
    found = period(said, today) if said else None
    if found is None or found.last < today or found.last - found.first >= MOST:
        return None
    return Days(max(found.first, today), found.last)


async def on_days(
    turn: Turn,
    data: str,
) -> None:
    """`yd:<person>:<area>:<first>:<last>`: the turns as they were asked about."""
    number, area, *ends = (*data.split(":"), "")
    led, days = areas_of(turn, *HEADS), _between(turn, ends)
    if area not in led or days is None:
        raise Refused("refuse-old-button")
    person = somebody(turn, number, led)
    turn.toast()
    for start, end in days.each(turn):
        await turns.keep(turn, person, area, start, end)
    about = _about(turn, turn.language, area, days)
    turn.reply(turn.say("done-duty-days", name=person.name, **about), edit=True)
    if person.id != turn.person.id:
        language = known(person.language or turn.setup.language)
        told = say(language, "told-duty-days", **_about(turn, language, area, days))
        await send(turn.scene, person, told)


def _between(
    turn: Turn,
    ends: Sequence[str],
) -> Days | None:
    """None for what no button of ours says: of days to come, and no more than we asked."""
    first, last = (whole(one) for one in (*ends, "", "")[:2])
    today = turn.unit.now.astimezone(turn.setup.zone).date().toordinal()
    if first is None or last is None or not first <= last < first + MOST.days:
        return None
    if not today - MOST.days < first < today + SOON:
        return None
    return Days(date.fromordinal(first), date.fromordinal(last))


def _about(
    turn: Turn,
    language: str,
    area: str,
    days: Days,
) -> dict[str, str]:
    return {
        "area": phrases.area(turn.unit, area, language),
        "first": phrases.calendar_day(language, days.first),
        "last": phrases.calendar_day(language, days.last),
        "start": f"{BEGINS:%H:%M}",
        "end": f"{ENDS:%H:%M}",
    }
