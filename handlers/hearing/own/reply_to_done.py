"""A reply to a case that is done does what the same words do without it: solved, not solved, or
asked once more.
"""

from __future__ import annotations

from domain.case import Case
from domain.messages import Choice
from domain.offers import Offered
from domain.open_offers import meant
from domain.reading.model import Intent, Reading
from domain.states import State
from handlers.actions.doing import refusal_for
from handlers.actions.feedback import filers
from handlers.actions.on_case import confiding
from handlers.actions.own import talk
from handlers.casework.letters.notice_buttons import buttons
from handlers.contents import BUTTONS
from handlers.dialog.offered import pressed
from handlers.dialog.spoken import spoken
from handlers.dialog.turn import Turn
from handlers.dialog.verdict import says
from handlers.texts.asking import questioned
from handlers.texts.sentences import LANGUAGES

ANSWERED = (State.RESOLVED, State.CLOSED, State.REJECTED)


async def judged(turn: Turn, case: Case, reading: Reading) -> bool:
    """Whether its filer said one of these."""
    if case.state not in ANSWERED or case.filer_id != turn.person.id:
        return False
    said, waits = turn.event.text.strip(), case.state is State.RESOLVED
    choice = _choice(turn, case, said) if waits else None
    if choice is not None:
        turn.event = pressed(turn, choice)
        await BUTTONS["c"](turn, choice.data.partition(":")[2])
        return True
    solved = False if reading.intent is Intent.REOPEN else says(said)
    if solved is False and await refusal_for(turn.scene, case, "reopen") is None:
        await confiding.reopen(turn, case)
    elif solved and waits:
        await filers.confirm(turn, case, "")
    elif questioned(said) and waits:
        talk.ask_whether(turn, case)
    else:
        return False
    return True


def _choice(turn: Turn, case: Case, said: str) -> Choice | None:
    """The button below the question that was typed, or is meant."""
    for language in LANGUAGES:
        rows = buttons(language, case, "feedback")
        asked = tuple(choice for row in rows for choice in row)
        offered = Offered(asked, case.id, turn.unit.now, by_number=False)
        choice = meant(said, offered) or spoken(said, offered)
        if choice is not None:
            return choice
    return None
