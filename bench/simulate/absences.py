"""Leave, sick days and duty: told to the house by commands, as people would."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from functools import partial

from bench.simulate.agenda import Agenda
from bench.simulate.cards import Leave
from bench.simulate.rhythm import DAY, ZONE
from bench.simulate.staff import Worker
from bot.config.holidays import china
from domain.messages import Event
from domain.people import Role

HOLIDAYS_EACH = 2  # weeks off in a year
SICK_EACH = 3  # times a year, one or two days, without a word
LEAD_SAYS_SO = 0.8  # of the sick days


def absences(
    chance: random.Random, workers: dict[str, Worker], days: list[date], agenda: Agenda
) -> None:
    for worker in workers.values():
        for _ in range(_times(chance, HOLIDAYS_EACH, len(days))):
            first = chance.choice(days)
            leave = Leave(first, first + DAY * chance.randint(4, 8), told=True)
            worker.leaves.append(leave)
            agenda.put(
                _local(first, 8, 40), worker.chat, partial(_says_away, worker, leave)
            )
        for _ in range(_times(chance, SICK_EACH, len(days))):
            first = chance.choice(days)
            leave = Leave(first, first + DAY * chance.randint(0, 1), told=False)
            worker.leaves.append(leave)
            lead = _lead_of(worker, workers)
            if lead is not None and chance.random() < LEAD_SAYS_SO:
                agenda.put(
                    _local(first, 9, 50),
                    lead.chat,
                    partial(_lead_says, lead, worker, leave),
                )
    _duty(chance, workers, days, agenda)


def _times(chance: random.Random, a_year: int, days: int) -> int:
    expected = a_year * days / 365
    return int(expected) + (chance.random() < expected % 1)


def _local(day: date, hour: int, minute: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


def _says_away(worker: Worker, leave: Leave, now: datetime) -> Event:
    worker.counts["said /away"] += 1
    return worker.says(f"/away {leave.last + DAY:%Y-%m-%d}")


def _lead_says(lead: Worker, worker: Worker, leave: Leave, now: datetime) -> Event:
    worker.counts["said /away for somebody ill"] += 1
    return lead.says(f"/away {worker.post.name} {leave.last + DAY:%Y-%m-%d}")


def _lead_of(worker: Worker, workers: dict[str, Worker]) -> Worker | None:
    """Who leads the first of their areas."""
    home = worker.post.grants[0].area
    leads = (one for one in workers.values() if one is not worker)
    return next(
        (
            one
            for one in leads
            if any(g.role is Role.LEAD and g.area == home for g in one.post.grants)
        ),
        None,
    )


def _duty(
    chance: random.Random, workers: dict[str, Worker], days: list[date], agenda: Agenda
) -> None:
    """On days off six of the staff are there from nine to five, and say so."""
    off, made_up = china()
    people = [
        worker
        for worker in workers.values()
        if worker.chat.startswith(("coordinator", "house", "CG"))
    ]
    for day in days:
        free = day in off or (day.weekday() >= 5 and day not in made_up)
        for worker in chance.sample(people, 6) if free else ():
            if any(leave.first <= day <= leave.last for leave in worker.leaves):
                continue
            worker.on_duty.add(day)
            agenda.put(
                _local(day, 9, 0) + timedelta(minutes=chance.randint(0, 9)),
                worker.chat,
                partial(_on, worker),
            )


def _on(worker: Worker, now: datetime) -> Event:
    worker.counts["said /duty on"] += 1
    return worker.says("/duty on")
