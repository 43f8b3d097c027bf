"""就这儿, 也许吧, "no idea what it is called": no answer to where it is; it cannot be seen. 老地方
is one of who has reported something there that is still open.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.case import Case
from domain.draft import Draft
from domain.privacy import Privacy
from handlers.dialog import conversation
from handlers.dialog.alone import alone
from handlers.dialog.fields import words
from handlers.dialog.turn import Turn
from handlers.filing.draft import needs
from handlers.filing.form import FILING
from handlers.filing.where import grids
from handlers.filing.where.spots import spot_at
from handlers.texts.words import asks, only

REMEMBERED = timedelta(days=7)
"""So long somebody knows where the last one was (ours)."""

BESIDE = (
    "words-at",
    "words-is",
    "words-sorry",
    "words-polite",
    "words-nod",
)


UNKNOWN = ("words-no-gps", "words-undecided", "words-sorry")


def unseen(turn: Turn, draft: Draft) -> bool:
    """Whether that was said where the place is asked. In the grid of the last hour "here" is an
    answer.
    """
    event, asked = turn.event, draft.asking or needs(draft)
    if asked not in ("place", grids.STEP) or event.media or event.place:
        return False
    here = asks("words-here", event.text, "words-standing", "words-sorry")
    here = here and not draft.about.get("last")
    unknown = only("words-no-idea", event.text, *UNKNOWN)
    look = words(draft) and only("words-look", event.text, "words-sorry")
    if not (here or unknown or look):
        return False
    conversation.show(turn, FILING, draft, first=turn.say("place-unseen"))
    return True


async def as_before(
    turn: Turn,
    draft: Draft,
) -> bool:
    """Whether that was said where the place is asked. What is private says nothing of where."""
    asked = draft.asking or needs(draft)
    if asked not in ("place", grids.STEP) or not alone(turn):
        return False
    if not asks("words-as-last-time", turn.event.text, *BESIDE):
        return False
    case = await _last(turn)
    area = turn.unit.directory.areas.get(case.area) if case else None
    if case is None or area is None:
        return False
    spot = spot_at(area, case.place_words, case.place)
    about = draft.about | {"spot": spot}
    there = replace(draft, about=about, asking="")
    await conversation.proceed(turn, FILING, there)
    return True


async def _last(turn: Turn) -> Case | None:
    for case in await turn.unit.cases.open_of(turn.person.id, 1):
        known = case.area != turn.unit.directory.root
        lately = turn.unit.now - case.filed_at < REMEMBERED
        if known and lately and case.privacy is Privacy.OPEN:
            return case
    return None
