"""截图算不算, "do i need a receipt": asked by who has filed something just before, and no question
how this works. It goes to whoever is on that case; a press makes a matter of its own of it.
"""

from __future__ import annotations

from domain.reading.model import Intent, Reading
from handlers.actions.corrections.misplaced import newest
from handlers.actions.on_case.words import word_on_case
from handlers.dialog.turn import Turn


async def heard(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether it was that. What is known to ask how this works is said so (`Reading.said`)."""
    guessed = reading.intent is Intent.HOW_TO and not reading.said
    if turn.person.staff or not guessed:
        return False
    case = await newest(turn)
    if case is None:
        return False
    await word_on_case(turn, case.id, matter=True)
    return True
