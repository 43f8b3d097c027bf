"""A Unit that ends between two of its statements, as if the process had been killed there."""

from __future__ import annotations

import itertools
from typing import Any

from storage.unit import Unit


class Killed(Exception):
    """The process ended here."""


def killed_before(unit: Unit, statement: int) -> None:
    """Nothing of this Unit comes to be: it ends before that statement of its own, from 1."""
    session, count = unit._session, itertools.count(1)
    run = session.run

    async def counted(*args: Any) -> Any:
        if next(count) == statement:
            raise Killed
        return await run(*args)

    session.run = counted  # type: ignore[assignment]
