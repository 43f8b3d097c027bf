"""`gridbee quarantine`: what could not be handled, shown and tried again."""

from __future__ import annotations

import orjson

from bot.channels.telegram.receive import read_safely
from bot.channels.web.receive import unpack
from bot.house import House
from domain.messages import Address, Event
from storage.database import Database


class NotThere(ValueError):
    """There is no such number, or it cannot be replayed."""


async def show(database: Database, number: int | None) -> None:
    """Prints the waiting ones, or one with everything that was received."""
    async with database.unit() as unit:
        rows = await unit.arrivals.quarantined(number)
    if number and not rows:
        raise NotThere(f"there is no number {number} in quarantine")
    if not rows:
        print("nothing in quarantine")
    for row in rows:
        done = " (replayed)" if row.replayed_at else ""
        print(f"{row.id}  {row.at:%Y-%m-%d %H:%M}  {row.channel}  {row.error}{done}")
        if number:
            print(orjson.dumps(row.raw, option=orjson.OPT_INDENT_2).decode())


async def replay(house: House, number: int) -> None:
    """Handles the event once more; its answers wait in the outbox for the next `gridbee run`."""
    async with house.database.unit() as unit:
        rows = await unit.arrivals.quarantined(number)
        if not rows or rows[0].replayed_at:
            raise NotThere(f"there is no number {number} waiting in quarantine")
        row = rows[0]
        event = _event(row.channel, row.external_id, row.raw)
        if event is None:
            raise NotThere(f"number {number} says nothing that could be replayed")
        await unit.arrivals.release(number, Address(row.channel, ""), row.external_id)
    await house.intake.handle([event])
    async with house.database.unit() as unit:
        again = [
            one
            for one in await unit.arrivals.quarantined()
            if one.external_id == row.external_id
        ]
    print(
        f"number {number} failed again, now number {again[-1].id}"
        if again
        else f"number {number} is handled"
    )


def _event(channel: str, external_id: str, raw: object) -> Event | None:
    if channel == "telegram" and isinstance(raw, dict):
        return read_safely(raw)
    return unpack(external_id, raw) if channel == "web" else None
