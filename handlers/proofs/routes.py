"""What this room answers: plain data, merged in `handlers/contents.py`."""

from __future__ import annotations

from handlers.dialog.command import Command
from handlers.proofs import check, slip

COMMANDS = {
    "proof": Command(slip.proof),
    "check": Command(check.check),
}
BUTTONS = {
    slip.PRESS: slip.pressed,
}
