"""What an earlier run left: letters that wait, and those of which nobody knows if they arrived."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import structlog

from bot.channels.channel import Channel
from bot.logs import told
from handlers.admin import troubles
from handlers.dialog.setup import Setup
from storage.database import Database
from storage.outbox.letters import ANNOUNCEMENT, Letter

log = structlog.get_logger()


async def left(database: Database, setup: Setup) -> tuple[list[Letter], list[Letter]]:
    """(what waits, what was being sent). The latter is given up: admins hear of how many
    announcements that was.
    """
    async with database.unit() as unit:
        waiting = await unit.outbox.waiting()
        unsure = await unit.outbox.give_up_unsure()
        count = sum(letter.lane == ANNOUNCEMENT for letter in unsure)
        if count:
            await troubles.tell(unit, setup, "admin-unsure", count=count)
    return [*waiting, *unit.outbox.handover], unsure


async def paged(
    channels: Mapping[str, Channel],
    unsure: Iterable[Letter],
) -> None:
    """What may have arrived and is not said twice stands on its page, where there is one."""
    for letter in unsure:
        log.warning("delivery.unsure", letter=letter.id, lane=letter.lane)
        channel = channels.get(letter.to.channel)
        if letter.lane == ANNOUNCEMENT or channel is None:
            continue
        try:
            await channel.page(letter)
        except Exception as error:
            log.error("delivery.not_paged", letter=letter.id, **told(error))
