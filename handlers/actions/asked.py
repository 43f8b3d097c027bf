"""Questions of this room that may be answered by typing: what an act still needs, and stars."""

from __future__ import annotations

from domain.case import Case
from domain.values.stars import stars, stars_said
from handlers.actions import buttons, choices, on_leave
from handlers.actions.asking import kept_words
from handlers.actions.asking.beginning import begin
from handlers.actions.card_labels import NAME
from handlers.actions.feedback import filers
from handlers.actions.own.rated import say_of_it
from handlers.actions.table import ACTS
from handlers.casework.permission import case_for
from handlers.dialog.fits import FULL, Fit
from handlers.dialog.questions import (
    MEANT,
    About,
    Question,
    answered_by,
    either,
    slipped,
)
from handlers.dialog.turn import Refused, Turn
from handlers.texts.words import asks


async def _choice_fits(
    turn: Turn,
    about: About,
    said: str,
) -> Fit:
    if _given_up(said):
        return FULL
    case = await case_for(turn, about["case"])
    wants = ACTS[about["act"]].wants
    if _anyone(wants, said):
        return FULL
    try:
        choices.read(
            turn,
            case,
            wants,
            said,
        )
    except Refused as refused:
        return Fit(0.0, refused.key, refused.args_of_key)
    return FULL


def _given_up(said: str) -> bool:
    """不暂缓了, 先不转: nothing is chosen any more."""
    return asks("words-leave-it", said, "words-polite")


def _anyone(wants: str, said: str) -> bool:
    """随便谁: to whom is theirs to press, so the names stand there once more."""
    return wants == NAME and asks("words-idlest", said, "words-polite")


async def _choose(
    turn: Turn,
    about: About,
    said: str,
) -> None:
    if _given_up(said):
        return turn.reply(turn.say("form-cancelled"))
    case, name = await case_for(turn, about["case"]), about["act"]
    if _anyone(ACTS[name].wants, said):
        return await begin(turn, case, name, "")
    value, rest = choices.read(
        turn,
        case,
        ACTS[name].wants,
        said,
    )
    await begin(
        turn,
        case,
        name,
        value,
        words=rest,
    )


async def _as_reason(
    turn: Turn,
    about: About,
    said: str,
    fit: Fit,
) -> Fit:
    """等材料 in place of a day is why: it is kept, and the day is asked for all the same."""
    name = about["act"]
    reason = ACTS[name].words and any(map(str.isalnum, said))
    sometime = choices.of_a_day(said) or asks("words-sometime", said, "words-polite")
    if fit.why not in choices.NO_DAY or not reason or sometime:
        return fit
    case = await case_for(turn, about["case"])
    await kept_words.keep(turn, case, name, said, ())
    return Fit(0.0, "reason-kept", {"words": said})


async def _stars_fit(
    turn: Turn,
    about: About,
    said: str,
) -> Fit:
    rated = stars(said) is not None or stars_said(said)
    return FULL if rated or slipped(said) else Fit(0.0)


async def _rate(
    turn: Turn,
    about: About,
    said: str,
) -> None:
    case: Case = await case_for(turn, about["case"])
    if slipped(said):
        return await begin(turn, case, "reopen", "")
    number, rest = stars_said(said) or (stars(said), "")
    if rest:
        await say_of_it(turn, case)
    await filers.rate(turn, case, str(number))


async def _on_leave_fits(
    turn: Turn,
    about: About,
    said: str,
) -> Fit:
    if answered_by(said):
        return FULL
    return await _choice_fits(turn, about, said)


async def _on_leave(
    turn: Turn,
    about: About,
    said: str,
) -> None:
    """Yes is whoever stands in, else who was named; their name once more is a yes for them; no
    asks again to whom.
    """
    case = await case_for(turn, about["case"])
    word, rest = answered_by(said), ""
    value = "" if word == "no" else about["instead"] or about["still"]
    if not word:
        wants = ACTS[about["act"]].wants
        value, rest = choices.read(turn, case, wants, said)
        value = about["still"] if value == about["value"] else value
    await begin(turn, case, about["act"], value, words=rest)


QUESTIONS = {
    on_leave.KIND: Question(_on_leave_fits, _on_leave),
    "choice": Question(_choice_fits, _choose, kept=_as_reason),
    "withdraw": either(buttons.on_case, "words-withdraw"),
    "fixed": either(buttons.on_case, "words-done"),
    MEANT: either(buttons.on_case, "words-it-is"),
    "stars": Question(_stars_fit, _rate, slips=True),
}
