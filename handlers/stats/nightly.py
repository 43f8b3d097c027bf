"""The daily rows of the figures, made in the night for the days that are over."""

from __future__ import annotations

from handlers.dialog.setup import Setup
from storage.figures import daily
from storage.unit import Unit


async def nightly(unit: Unit, setup: Setup) -> None:
    """The figures of the days that are over."""
    await daily.tonight(unit, setup.zone)
