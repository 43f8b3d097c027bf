"""我要夸一下李敏, "a compliment for …": praise of whoever looks after riders. Where they had a case
of this rider it goes there; it is no matter of its own.
"""

from __future__ import annotations

from domain.case import Case
from domain.named import names
from domain.reading.model import Intent, Reading
from domain.things import things
from handlers.actions.on_case.words import word_on_case
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, plain

LOOKED_AT = 5
LONGEST = 40
"""Letters: whoever says more tells something else, too (ours)."""


async def told(turn: Turn, reading: Reading) -> bool:
    """Whether it was that, and was passed on or answered."""
    said = plain(turn.event.text)
    if turn.person.staff or not alone(turn) or not _praises(said, reading):
        return False
    case = await _theirs(turn, said)
    somebody = turn.unit.directory.staff_names.within(said)
    if case is None and not (somebody or reading.intent is Intent.REPORT):
        return False  # kudos, and to nobody by name
    if case is None:
        turn.reply(turn.say("praise-heard"))
        return True
    return await word_on_case(turn, case.id)


def _praises(said: str, reading: Reading) -> bool:
    if reading.danger or len(said) > LONGEST or questioned(said):
        return False
    bad = anywhere("words-but").search(said) or things(said) or reading.places
    return not bad and anywhere("words-praises").search(said) is not None


async def _theirs(turn: Turn, said: str) -> Case | None:
    """The newest own case of whoever is named."""
    staff = turn.unit.directory.staff
    own = await turn.unit.cases.filed_by(turn.person.id, LOOKED_AT)
    carers = [(one, staff.get(one.assignee_id or 0)) for one in own]
    return next((one for one, who in carers if who and names(said, who.name)), None)
