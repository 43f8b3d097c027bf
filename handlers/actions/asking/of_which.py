"""Words that were asked for one case and name the thing of another that its carer has: they are
done to neither before it is said which was meant.
"""

from __future__ import annotations

from domain.case import Case
from domain.things import contradict
from domain.told_of import names
from handlers.actions.asking.said import SAID, Shown, remember, stamp
from handlers.actions.doing import refusal_for
from handlers.actions.viewing.in_charge import in_charge
from handlers.actions.viewing.whose import numbered
from handlers.casework.happened import Given
from handlers.dialog.turn import Turn


async def asked(turn: Turn, case: Case, name: str, given: Given) -> bool:
    """Whether it was: 路灯修好了, where it was asked how the manhole is. What only contradicts
    the case, and names nothing else that they have, is of this one.
    """
    said = given.words
    if given.place is not None or not contradict(case.words, said):
        return False
    others = [
        one
        for one in await in_charge(turn)
        if one.id != case.id
        and names(one, said)
        and await refusal_for(turn.scene, one, name) is None
    ]
    if not others:
        return False
    await remember(turn, said, name, Shown(given.media))
    label = turn.label(f"button-{name.replace('_', '-')}")
    rows = numbered(turn, (*others, case), f"{SAID}:{name}:{stamp(said)}")
    turn.reply(turn.say("prompt-of-which", act=label, words=said), rows)
    return True
