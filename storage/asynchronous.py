"""SQLAlchemy for asyncio without its ORM, 8 MB, which the front of that package imports."""

from __future__ import annotations

from storage.fronts import without_front

with without_front("sqlalchemy.ext.asyncio"):
    from sqlalchemy.ext.asyncio.engine import (
        AsyncConnection,
        AsyncEngine,
        create_async_engine,
    )

__all__ = ["AsyncConnection", "AsyncEngine", "create_async_engine"]
