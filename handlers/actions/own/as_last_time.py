"""跟上次一样, "same as last time", and nothing else: what was reported last is there once more."""

from __future__ import annotations

from dataclasses import replace

from domain.reading.model import Reading
from handlers.actions.own import back_again, said_again
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.texts.words import asks


async def told(turn: Turn, reading: Reading) -> bool:
    """Whether it was: how an open one stands is shown; of one that was done, a report that says
    the same begins, and one press opens the old one again instead.
    """
    said = turn.event.text
    if turn.person.staff or reading.danger or not alone(turn) or not _same(said):
        return False
    own = await turn.unit.cases.filed_by(turn.person.id, 1)
    if not own:
        return False
    if own[0].open:
        await said_again.show(turn, own[0])
        return True
    turn.event = replace(turn.event, text=f"{own[0].words}（{said.strip()}）")
    await back_again.begin(turn, own[0])
    return True


def _same(said: str) -> bool:
    return asks("words-same-again", said, "words-polite", "words-hail")
