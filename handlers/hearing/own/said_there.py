"""我在G01 有人管吗这边: who says where they are and asks whether anybody looks after it tells next
what is the matter. The place is kept for that.
"""

from __future__ import annotations

from domain.reading.model import Reading
from handlers.casework import whereabouts
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.hearing import small_talk
from handlers.people.talk import keep_place
from handlers.texts.words import asks

LONGEST = 40
"""Letters: whoever writes more tells something (ours)."""
BESIDE = ("words-there-fill", "words-polite")


async def told(turn: Turn, reading: Reading) -> bool:
    """Whether a rider without an open report said so, and nothing else."""
    said = turn.event.text
    if turn.person.staff or reading.danger or not alone(turn) or len(said) > LONGEST:
        return False
    found = whereabouts.find(turn.scene, said, turn.person).sure
    if found is None:
        return False
    rest = said.replace(found.words, " ")
    if small_talk.is_siren(rest):
        turn.reply(turn.say("talk-siren"))
        await keep_place(turn, whereabouts.name_of(found))
        return True
    if not asks("words-anyone-cares", rest, *BESIDE):
        return False
    if await turn.unit.cases.open_of(turn.person.id, 1):
        return False
    await keep_place(turn, whereabouts.name_of(found))
    return True
