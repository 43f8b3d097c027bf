"""Whose updates these are: each bot counts its own, so the numbers of another say nothing."""

from __future__ import annotations

import structlog

from storage.database import Database

log = structlog.get_logger()
CHANNEL = "telegram"
SETTING = "telegram.bot"


async def counts_anew(database: Database, bot: int) -> None:
    """Forgets what was seen where another bot stood before; to be called before anything comes."""
    async with database.unit() as unit:
        before = unit.directory.settings.get(SETTING)
        if before == bot:
            return
        if before is not None:
            log.warning("telegram.another_bot")
            await unit.arrivals.forget_channel(CHANNEL)
        await unit.settings.put(
            SETTING,
            bot,
            None,
        )
