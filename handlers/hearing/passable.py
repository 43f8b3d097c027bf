"""前面淹了能走吗, "is it safe to ride through": the road is not seen from here. It is said so, and
one press files what was told.
"""

from __future__ import annotations

from domain.reading.model import Reading
from handlers.actions.on_case import as_said
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, plain

LONGEST = 40
"""Letters: whoever says more tells of it (ours)."""

TELLS = 2
"""So many letters beside the question tell what is there (ours)."""


async def asked(turn: Turn, reading: Reading) -> bool:
    """Whether a rider asks whether they may ride there, and it is answered."""
    said = turn.event.text.strip()
    if turn.person.staff or reading.danger or not alone(turn) or len(said) > LONGEST:
        return False
    may = anywhere("words-passable").search(plain(said))
    if may is None or not questioned(said, "words-passable"):
        return False
    if reading.report and not plain(said).endswith(may.group()):
        return False  # it tells what is there, and how it is asked does not matter
    flooded = anywhere("words-flooded").search(plain(said))
    turn.reply(turn.say("passable-flooded" if flooded else "passable-unseen"))
    if len(said) - len(may.group()) >= TELLS:
        await as_said.offer(turn)
    return True
