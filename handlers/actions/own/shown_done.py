"""A picture with 好了 or "done" below it, after a report was answered: it shows that it is all
right there, and is no other matter.
"""

from __future__ import annotations

from datetime import timedelta

from domain.case import Case
from domain.reading.model import Intent, Reading
from domain.states import State
from domain.things import things
from domain.told_of import names
from domain.values.text import letters
from handlers.actions.corrections.more_photos import PICTURES, only_pictures
from handlers.actions.on_case.words import word_on_case
from handlers.actions.own import talk
from handlers.dialog.consent import consents
from handlers.dialog.fixed import tells_fixed
from handlers.dialog.turn import Turn
from handlers.texts.asking import questioned
from handlers.texts.words import only

LONGEST = 20
"""Letters: whoever says more tells more (ours)."""
LATELY = timedelta(days=2)
"""So long after it was answered (ours)."""
JUST_NOW = timedelta(hours=1)
"""So long a picture without words is of it (ours)."""
SAYS_SO = (Intent.CONFIRM, Intent.THANKS)


async def kept(turn: Turn, reading: Reading) -> bool:
    """Whether it was so, and went to that case; where its filer has not said so yet it is asked
    whether it is solved. A press makes a matter of its own of it.
    """
    bare = only_pictures(turn)
    if turn.person.staff or not (bare or _shows(turn, reading)):
        return False
    case = await (_just_answered(turn) if bare else _meant(turn))
    if case is None or not await word_on_case(turn, case.id, matter=True):
        return False
    if case.state is State.RESOLVED and await talk.decides(turn, case):
        talk.ask_whether(turn, case)
    return True


def _shows(turn: Turn, reading: Reading) -> bool:
    event, said = turn.event, turn.event.text.strip()
    if not event.media or event.place or reading.danger is not None:
        return False
    if any(one.kind not in PICTURES for one in event.media):
        return False
    if not 0 < letters(said) <= LONGEST or questioned(said):
        return False
    if only("words-shown-done", said, "words-polite", "words-praise"):
        return True
    nods = reading.intent in SAYS_SO and reading.said
    return nods or consents(said) or tells_fixed(said)


async def _meant(turn: Turn) -> Case | None:
    """The one that was answered last; else the only one that is open."""
    case = await talk.lately(turn, (State.RESOLVED, State.CLOSED))
    if case is not None and turn.unit.now - talk.done_at(turn, case) <= LATELY:
        return case if _of_it(turn, case) else None
    own = await turn.unit.cases.open_of(turn.person.id, 2)
    return own[0] if len(own) == 1 and _of_it(turn, own[0]) else None


async def _just_answered(turn: Turn) -> Case | None:
    """Of which it was asked just now whether it is solved: a picture without words says how it
    looks there.
    """
    case = await talk.lately(turn, (State.RESOLVED,))
    if case is None or turn.unit.now - talk.done_at(turn, case) > JUST_NOW:
        return None
    return case if await talk.decides(turn, case) else None


def _of_it(turn: Turn, case: Case) -> bool:
    said = turn.event.text
    return not things(said) or names(case, said)
