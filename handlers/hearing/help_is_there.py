"""消防车到了, "the ambulance is here", said where we know of no emergency: it was called by
somebody else. Nobody is called once more; one press files it.
"""

from __future__ import annotations

from domain.draft import Draft
from domain.reading.model import Reading
from handlers.actions.emergencies import help_comes
from handlers.actions.on_case import as_said
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.texts.words import only, plain

SHORT = 30
"""Letters: whoever says more tells what happened (ours)."""

OF_HELP = ("accident", "crisis", "fire", "health", "rescue", "security")
"""What the name of who comes is taken for."""


async def told(turn: Turn, reading: Reading, drafts: list[Draft]) -> bool:
    """Whether nothing else was said, and it was answered."""
    said = plain(turn.event.text)
    if len(said) > SHORT or drafts or turn.person.staff or not alone(turn):
        return False
    if reading.likely[:1] and reading.likely[0] not in OF_HELP:
        return False
    if not help_comes.told().search(said):
        return False
    rest = help_comes.beside(said).strip()
    if rest and not only("words-help-is-there", rest, "words-polite"):
        return False
    turn.reply(turn.say("help-is-there"))
    await as_said.offer(turn)
    return True
