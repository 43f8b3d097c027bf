"""The hops to the thread of SQLite's driver, as all of them go."""

from __future__ import annotations

from typing import Any

import pytest
from aiosqlite import Connection


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was asked of the thread from now on."""
    hops: list[str] = []
    hop: Any = Connection._execute

    async def one_more(self: Connection, work: Any, *given: Any, **named: Any) -> Any:
        hops.append(str(work))
        return await hop(self, work, *given, **named)

    monkeypatch.setattr(Connection, "_execute", one_more)
    return hops
