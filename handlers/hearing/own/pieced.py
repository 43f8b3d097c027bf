"""车, 坏了: a matter that comes in pieces, of which none is one by itself."""

from __future__ import annotations

from domain.reading.model import Reading
from handlers.dialog.turn import Turn
from handlers.filing import form as filing
from handlers.filing import unclear_before


async def together(turn: Turn, reading: Reading) -> bool:
    """Whether this goes with what was not understood just before; then both are reported."""
    pieced = await unclear_before.pieced(turn, reading)
    if pieced:
        await filing.begin(turn)
    return pieced
