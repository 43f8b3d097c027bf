"""The daily rows of the figures, made in the night for the days that are over."""

from __future__ import annotations

from handlers.dialog.scene import Scene


async def nightly(scene: Scene) -> None:
    """The figures of the days that are over."""
    await scene.unit.daily.tonight(scene.setup.zone)
