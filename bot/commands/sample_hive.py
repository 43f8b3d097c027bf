"""What the demo's district has beside its cases: riders as members, wishes, orders taken on. The
figures are those of the places (60 wishes, 235 riders, 97 orders claimed).
"""

from __future__ import annotations

from pathlib import Path

from bot.commands.sample_members import members
from bot.commands.sample_orders import orders
from bot.commands.sample_wishes import wishes
from bot.config.settings import Config
from handlers.dialog.scene import Scene
from storage.database import Database


async def fill(database: Database, folder: Path, config: Config) -> None:
    """After areas, staff and the menu. Nobody is told of any of it."""
    setup = config.setup({})
    async with database.unit() as unit:
        scene = Scene(unit, setup)
        riders = await members(scene, folder / "riders.csv")
    async with database.unit() as unit:
        await wishes(Scene(unit, setup), folder / "wishes.csv", riders)
    async with database.unit() as unit:
        await orders(Scene(unit, setup), riders)
