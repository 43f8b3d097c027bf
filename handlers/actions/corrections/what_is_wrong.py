"""YH26-0001 哪里不对？: what is said next says it. It puts the place or the matter of that report
right, else it is added there; what is beside it is another matter.
"""

from __future__ import annotations

from domain.case import Case
from handlers.actions.corrections import miscalled, misplaced
from handlers.actions.on_case.words import word_on_case
from handlers.casework.permission import case_for
from handlers.dialog import questions
from handlers.dialog.fits import FULL, Fit
from handlers.dialog.questions import About, Question
from handlers.dialog.turn import Turn
from handlers.filing.hearing import heard
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, only, plain

KIND = "what is wrong"


async def ask(
    turn: Turn,
    case: Case,
    denied: str = "",
) -> None:
    """From now on; `denied` is what it is not, as was said already."""
    await questions.ask(turn, KIND, {"case": case.id, "denied": denied})


async def _fits(
    turn: Turn,
    about: About,
    said: str,
) -> Fit:
    beside = anywhere("words-same-place").match(plain(said))
    reading = heard(turn)
    nothing = only("words-wrong", said, "words-sorry", "words-nod", "words-polite")
    other = beside or reading.said or reading.danger or questioned(said)
    return Fit(0.0) if nothing or other else FULL


async def _answer(
    turn: Turn,
    about: About,
    said: str,
) -> None:
    case = await case_for(turn, about["case"])
    if await misplaced.told_where(turn, case, said):
        return
    if not await miscalled.told_what(turn, case, said, about["denied"]):
        await word_on_case(turn, case.id, matter=True)


QUESTIONS = {KIND: Question(_fits, _answer)}
