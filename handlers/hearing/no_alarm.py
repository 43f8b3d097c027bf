"""What sounds like a danger and is none: a category by its name, the end of one, a mere mention."""

from __future__ import annotations

from domain.case import Case
from domain.draft import Draft
from domain.kinds import Urgency
from domain.reading.engine import CRY
from domain.reading.model import Reading
from handlers.actions.carers import in_hand
from handlers.dialog.alone import alone
from handlers.dialog.fixed import bare, carried_out
from handlers.dialog.turn import Turn
from handlers.filing import form as filing
from handlers.filing.amending.categorised import category
from handlers.filing.hearing import read_text
from handlers.hearing.staff.by_staff import reading_of
from handlers.hearing.writing import mentions
from handlers.texts.words import only


def names_category(turn: Turn) -> bool:
    """Whether nothing is said but the name of a category, or what only one has in its name: 燃气.
    A bare cry is one from staff too.
    """
    said = turn.event.text.strip()
    return alone(turn) and not only("words-cry", said) and bool(category(turn, said))


async def tells_end(turn: Turn, reading: Reading) -> bool:
    """Whether staff tell that a danger is over which they were called to, and of none beside it."""
    said = turn.event.text
    if reading.danger is None or not (turn.person.staff and carried_out(said)):
        return False
    if read_text(turn, bare(said)).danger is not None:
        return False
    cases = await in_hand.in_hand(turn, reading)
    return any(one.urgency is Urgency.URGENT for one in cases)


async def only_mentions(turn: Turn, reading: Reading, draft: Draft) -> bool:
    """Whether a danger is only mentioned in this form: a bare cry for help is no answer, nor what
    has nothing to do with the case that is written about.
    """
    if draft.name == filing.FILING.name or only("words-cry", turn.event.text):
        return False
    if not mentions(draft, turn.unit.now):
        return False
    about, found = draft.about.get("case"), reading.danger
    if reading_of(turn, turn.event.text).danger is None:
        return True
    case = await turn.unit.cases.get(about) if about else None
    if case is None or found is None or found.topic == CRY or turn.event.reply_to:
        return True
    return about_it(case, reading)


def about_it(case: Case, reading: Reading) -> bool:
    """Whether a danger that staff write of on this case is what it is about."""
    return case.urgency is Urgency.URGENT or reading.category in (case.category, "")
