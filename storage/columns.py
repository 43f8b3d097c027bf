"""Our column types: the same bytes in both dialects."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import orjson
from sqlalchemy import BigInteger, Dialect, Text, TypeDecorator

DEEPEST = 100  # levels of JSON that are kept of what broke a handler


def millis(at: datetime) -> int:
    """Whole milliseconds since 1970 UTC."""
    return round(at.timestamp() * 1000)


def instant(value: int) -> datetime:
    return datetime.fromtimestamp(value / 1000, UTC)


class Instant(TypeDecorator[datetime]):
    """An aware datetime, stored as milliseconds since 1970 UTC."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(
        self, value: datetime | None, dialect: Dialect
    ) -> int | None:
        return None if value is None else millis(value)

    def process_result_value(
        self, value: int | None, dialect: Dialect
    ) -> datetime | None:
        return None if value is None else instant(value)


class Json(TypeDecorator[Any]):
    """A JSON value in a text column, through orjson."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else orjson.dumps(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else orjson.loads(value)


class PlainJson(Json):
    """JSON in ASCII only, so that whatever broke a handler (half an emoji, a NUL, a nest without
    end) can still be kept.
    """

    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return (
            None
            if value is None
            else json.dumps(
                shallow(value),
                ensure_ascii=True,
                default=str,
            )
        )

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """orjson refuses the halves of characters for which this column is there."""
        return None if value is None else json.loads(value)


def shallow(value: Any, deepest: int = DEEPEST) -> Any:
    """The same without what is nested deeper; json.dumps ends at some thousand levels."""
    if not isinstance(value, (dict, list)):
        return value
    if not deepest:
        return "…"
    if isinstance(value, list):
        return [shallow(one, deepest - 1) for one in value]
    return {key: shallow(one, deepest - 1) for key, one in value.items()}
