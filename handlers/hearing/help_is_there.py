"""消防车到了, "the ambulance is here", said where we know of no emergency: it was called by
somebody else. Nobody is called once more; one press files it.
"""

from __future__ import annotations

from domain.draft import Draft
from domain.reading.model import Reading
from domain.values.text import letters
from handlers.actions.emergencies import help_comes
from handlers.actions.on_case import as_said
from handlers.dialog.alone import alone
from handlers.dialog.fields import words
from handlers.dialog.turn import Turn
from handlers.filing.hearing import read_text
from handlers.filing.read_over import read_with
from handlers.filing.taken_down import take_down
from handlers.texts.words import only, plain

SHORT = 30
"""Letters: whoever says more tells what happened (ours)."""

OF_HELP = ("accident", "crisis", "fire", "health", "rescue", "security")
"""What the name of who comes is taken for."""


async def told(turn: Turn, reading: Reading, drafts: list[Draft]) -> bool:
    """Whether nothing else was said, and it was answered."""
    said = plain(turn.event.text)
    if letters(said) > SHORT or drafts or turn.person.staff or not alone(turn):
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


async def of_report(
    turn: Turn,
    drafts: list[Draft],
) -> bool:
    """Whether it tells who was called for what a report tells that is not sent: 报警了 of a stolen
    battery. It is kept with it, where neither it nor the two together tell of a danger.
    """
    said = plain(turn.event.text)
    if not drafts or letters(said) > SHORT or not (alone(turn) and words(drafts[-1])):
        return False
    draft, rest = drafts[-1], help_comes.beside(said)
    both = (read_text(turn, rest), read_with(turn, draft))
    if not help_comes.told().search(said) or any(one.danger for one in both):
        return False
    await take_down(turn, draft)
    return True
