"""What makes a paper's `render` a job for a child: JSON in, the file out."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from bot.workshop.outcomes import ORDER, Unusable

Done = tuple[dict[str, Any], bytes]


def order(
    render: Callable[[dict[str, Any]], bytes],
) -> Callable[[dict[str, Any], bytes], Done]:
    """What `render` cannot draw is the order's fault; no memory and no file are ours."""

    def draw(_: dict[str, Any], spec: bytes) -> Done:
        try:
            return {}, render(json.loads(spec))
        except (MemoryError, OSError):
            raise
        except Exception as error:
            raise Unusable(ORDER, type(error).__name__) from error

    return draw
