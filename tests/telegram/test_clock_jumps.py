"""A running house sees by itself that its clocks have jumped: it looks for what is due, and asks
Telegram anew.
"""

from __future__ import annotations

import pytest
from structlog.testing import capture_logs

from bot.loops import clocks
from storage.lease import boot_time
from tests.telegram.town import Town

HOUR = 3600.0


async def test_a_house_that_has_slept_for_an_hour_looks_for_what_is_due_and_polls_anew(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    await town.close()
    monkeypatch.setattr(clocks, "LOOKED_EVERY", 0.01)
    await town.open()
    await town.sees_ready()
    await town.rest()
    looks: list[None] = []
    monkeypatch.setattr(town.house.ticks, "at_once", lambda: looks.append(None))
    polls = town.telegram.counts["getUpdates"]
    boot = boot_time
    with capture_logs() as logged:
        monkeypatch.setattr(clocks, "boot_time", lambda: boot() + HOUR)
        await town.telegram.until(lambda: looks)
        await town.telegram.until(lambda: town.telegram.counts["getUpdates"] > polls)
    assert len(looks) == 1
    [told] = [line for line in logged if line["event"] == "clock.jumped"]
    assert told["slept"] == pytest.approx(HOUR, abs=1)
