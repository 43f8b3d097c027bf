"""Updates as msgspec reads them."""

from __future__ import annotations

from typing import Any

import msgspec

Call = tuple[str, dict[str, Any]]
Chain = list[Call]
"""Calls that must arrive in this order."""


class Update(msgspec.Struct):
    """The few fields of an update that matter here."""

    update_id: int
    message: dict[str, Any] | None = None
    callback_query: dict[str, Any] | None = None


class Batch(msgspec.Struct):
    """An answer of getUpdates."""

    result: list[Update]
