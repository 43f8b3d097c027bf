"""井盖也给他, "give the lamp to him too": the colleague to whom their last message gave a case."""

from __future__ import annotations

from dataclasses import replace

from domain.acts import Act
from handlers.actions.card_labels import NAME
from handlers.actions.carers.card_words import Said
from handlers.actions.carers.steps import done_before
from handlers.actions.table import ACTS
from handlers.dialog.turn import Turn
from handlers.texts.words import only


def is_pronoun(whom: str) -> bool:
    return only("words-to-him", whom, "words-also")


async def named(turn: Turn, said: Said) -> Said:
    """With the name in place of the pronoun, where only one can be meant."""
    wants = said.act and ACTS[said.act].wants == NAME
    if not (wants and is_pronoun(said.words)):
        return said
    steps = await done_before(turn)
    given = {case.assignee_id for case, line in steps if line.act is Act.HAND_ON}
    staff = turn.unit.directory.staff
    names = [staff[one].name for one in given if one in staff and staff[one].name]
    return replace(said, words=names[0]) if len(names) == 1 else said
