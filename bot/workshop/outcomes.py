"""What becomes of a piece of work that is not done: whose fault it was."""

from __future__ import annotations

FORMAT, PIXELS, BYTES, ORDER = "format", "pixels", "bytes", "order"


class Unusable(ValueError):
    """What was handed over is itself to blame, and will be the next time too.

    `reason`: FORMAT, no decoder can read it; PIXELS, it is too large to be opened; BYTES, the file
    is too long; ORDER, nobody can draw what it asks for.
    """

    def __init__(self, reason: str, why: str = "") -> None:
        super().__init__(why or reason)
        self.reason = reason


class WorkFailed(Exception):
    """Our own fault: a child that died, hung or found no memory. The same may go well the next
    time.
    """
