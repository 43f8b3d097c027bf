"""Whether words ask for one's proof slips, or are the code of one, and say nothing else."""

from __future__ import annotations

from domain import proofs
from handlers.dialog.turn import Turn
from handlers.proofs.check import check
from handlers.proofs.slip import proof
from handlers.texts.words import asks, only

NAMED, BESIDE = "words-proof", "words-proof-fill"


async def asked(turn: Turn) -> bool:
    """Whether it was so, and was answered as /proof and /check are. Raises Refused where there are
    no slips.
    """
    said = turn.event.text
    if asks(NAMED, said, BESIDE):
        await proof(turn, "")
        return True
    code, beside = proofs.code_in(said)
    if code and (not beside or only("words-code", beside)):
        await check(turn, code)
        return True
    if not proofs.is_code(said):
        return False
    await check(turn, said)
    return True
