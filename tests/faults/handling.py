"""Spoilt updates through the whole house, a hundred at a time with an honest rider among them:
nothing gets out of the intake, and the rider is answered at once.
"""

from __future__ import annotations

import itertools
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import cast

from bot.channels.channel import Channel
from bot.channels.telegram import loose
from bot.channels.telegram.receive import read_safely
from domain.messages import Event
from tests.faults.reading import answers
from tests.house import MemoryChannel, TestHouse

RIDER = "5001"


@dataclass
class Handled:
    """What the house made of them. `slowest` is in seconds of processor, for a hundred updates
    from their coming to the honest rider's answer.
    """

    updates: int = 0
    answered: int = 0
    unheard: int = 0
    slowest: float = 0.0
    quarantined: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)


class Telegram(MemoryChannel):
    name = "telegram"


def with_telegram(house: TestHouse) -> Telegram:
    """What is said to people at Telegram is a list, as the house's own channel."""
    made = Telegram()
    channels = cast(dict[str, Channel], house.delivery._channels)
    channels[made.name] = made
    return made


async def handle(house: TestHouse, many: int, seed: int) -> Handled:
    """The house's own clock stands; it is moved on so that nobody speaks too fast."""
    channel, done = with_telegram(house), Handled()
    for number, body in enumerate(answers(many, seed)):
        updates = loose.updates(body)
        events = [event for update in updates if (event := read_safely(update))]
        done.updates += len(updates)
        before = len(channel.said.get(RIDER, ()))
        begun = time.process_time()
        await _taken(house, events, done)
        done.slowest = max(done.slowest, time.process_time() - begun)
        heard = len(channel.said.get(RIDER, ())) > before
        done.answered += heard
        done.unheard += not heard
        if number % 10 == 9:
            await house.passes(minutes=1)
    await _aside(house, done)
    return done


async def _taken(house: TestHouse, events: list[Event], done: Handled) -> None:
    try:
        await house.take(*events)
    except Exception as error:
        done.wrong[f"{type(error).__name__}: {error}"[:80]] += 1


async def _aside(house: TestHouse, done: Handled) -> None:
    """Why they were put aside; those that the reader had called unreadable are not counted."""
    async with house.database.unit() as unit:
        kept = await unit.arrivals.quarantined()
    for row in itertools.chain(kept):
        if not row.error.startswith("cannot be read"):
            done.quarantined[row.error[:120]] += 1
