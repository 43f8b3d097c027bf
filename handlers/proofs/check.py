"""/check: whether a slip that somebody shows is genuine."""

from __future__ import annotations

from domain import proofs
from handlers.dialog.turn import Turn
from handlers.proofs.checking import Standing, checked
from handlers.proofs.slip import switched_on

SAID = {
    Standing.GENUINE: "proof-genuine",
    Standing.VOID: "proof-void",
}


async def check(turn: Turn, words: str) -> None:
    """/check CODE. Everybody may ask who has the code; without it nobody learns a thing."""
    switched_on(turn.setup)
    given = proofs.code_in(words)[0] or words
    if proofs.read(given) is None:
        return turn.reply(turn.say("proof-check-how"))
    found = await checked(turn.unit, turn.setup, given, turn.language)
    if found.standing is Standing.UNKNOWN:
        return turn.reply(turn.say("proof-unknown"))
    about = {"number": found.number, "minute": found.minute}
    grid = found.grid or turn.label("proof-no-grid")
    turn.reply(turn.say(SAID[found.standing], grid=grid, **about))
