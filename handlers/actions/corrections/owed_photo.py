"""A picture without words, some time after whoever has the case asked for one and was told
"tomorrow": it is the answer, and one press makes a matter of its own of it.
"""

from __future__ import annotations

from datetime import timedelta

from domain.acts import Act
from domain.case import Case
from handlers.actions.corrections.more_photos import only_pictures
from handlers.actions.doing import refusal_for
from handlers.actions.on_case.words import word_on_case
from handlers.dialog.turn import Turn
from handlers.texts.words import anywhere, plain

LATELY = timedelta(days=3)
"""So long a picture is awaited (ours)."""
LOOKED_AT = 5
"""Of one's own open cases, the newest first."""
CAME = (Act.ANSWER, Act.ADD)


async def shown(turn: Turn) -> bool:
    """Whether it was, and went to whoever asked."""
    case = await _owed(turn) if only_pictures(turn) else None
    if case is None:
        return False
    may = await refusal_for(turn.scene, case, "answer") is None
    act = Act.ANSWER if may else None
    return await word_on_case(turn, case.id, matter=True, act=act)


async def _owed(turn: Turn) -> Case | None:
    for case in await turn.unit.cases.open_of(turn.person.id, LOOKED_AT):
        told = await turn.unit.history.of(case.id)
        last = next((one for one in reversed(told) if one.act is Act.ASK), None)
        if last is None or turn.unit.now - last.at > LATELY:
            continue
        if anywhere("words-asks-picture").search(plain(last.words)) is None:
            continue
        media = turn.unit.media
        if not any([await media.of_last(case.id, act) for act in CAME]):
            return case
    return None
