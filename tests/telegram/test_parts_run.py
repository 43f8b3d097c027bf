"""A house begins every one of its parts that is a loop: one that nobody begins is of no use,
however well it is tested alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from inspect import iscoroutinefunction
from typing import Any

import pytest

from bot.house import House
from tests.telegram.town import Town


async def test_every_part_of_a_house_that_runs_is_begun(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts, begun, loops = set[str](), set[str](), House._loops

    async def runs(name: str, run: Callable[[], Any]) -> None:
        begun.add(name)
        await run()

    def noted(house: House) -> Any:
        for name, part in vars(house).items():
            if iscoroutinefunction(getattr(part, "run", None)):
                monkeypatch.setattr(part, "run", partial(runs, name, part.run))
                parts.add(name)
        return loops(house)

    monkeypatch.setattr(House, "_loops", noted)
    await town.close()
    await town.open()
    await town.rest()
    assert parts >= {"intake", "delivery", "trying", "watching", "switched_off"}
    assert begun == parts
