"""What may be typed as the answer to a question that opens no form: a day, an hour, a name, a
number, stars. The same values could be pressed or follow a command.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from domain.draft import Draft
from domain.messages import Place
from handlers.dialog import going_on
from handlers.dialog.denied import denied
from handlers.dialog.ending import drop
from handlers.dialog.fits import FULL, Fit
from handlers.dialog.going_on import QUESTION
from handlers.dialog.marks import mark
from handlers.dialog.turn import Turn
from handlers.texts.words import asks, only

About = dict[str, Any]
MOST_TOLD = 2
"""So often it is told why something is no answer; who goes on then says something else (ours)."""

MEANT = "meant"
"""Whether words are for the case that is named: a yes and a no press a button on it."""
HESITATES = ("words-leave-it", "words-sorry")
"""What stands before a no: 算了别删, "actually no"."""


@dataclass(frozen=True, slots=True)
class Question:
    """`fits` judges the words that came, `answer` does with them what a press would."""

    fits: Callable[[Turn, About, str], Awaitable[Fit]]
    answer: Callable[[Turn, About, str], Awaitable[None]]
    either: bool = False
    """Whether a no is an answer like a yes, and does what a button would."""
    slips: bool = False
    """Whether 点错了 is one: of two buttons the other was meant."""
    placed: Callable[[Turn, About, Place], Awaitable[None]] | None = None
    """What a pin does, where that is an answer."""
    kept: Callable[[Turn, About, str, Fit], Awaitable[Fit]] | None = None
    """What becomes of words that are no answer, and what is said then."""


def either(
    press: Callable[[Turn, str], Awaitable[None]],
    verb: str,
) -> Question:
    """A question with two buttons: `about` holds the data of each as "yes" and "no", '' for a no
    that does nothing; `verb` is the key of the words that say this yes more closely.
    """

    async def judge(turn: Turn, about: About, said: str) -> Fit:
        return FULL if answered_by(said, verb) else Fit(0.0)

    async def answer(turn: Turn, about: About, said: str) -> None:
        pressed = about[answered_by(said, verb)]
        if pressed:
            return await press(turn, pressed)
        turn.reply(turn.say("form-cancelled"))

    return Question(judge, answer, either=True)


def answered_by(said: str, *verbs: str) -> str:
    """Which of "yes" and "no" was typed; '' for neither. `verbs` are keys of words that say this
    yes more closely.
    """
    if only("words-yes", said, *verbs):
        return "yes"
    if denied(said, lambda rest: any(only(verb, rest, *HESITATES) for verb in verbs)):
        return "no"
    return "no" if only("words-no", said, "words-polite", *HESITATES) else ""


def slipped(said: str) -> bool:
    """点错了: they pressed one, and meant the other."""
    return asks("words-slip", said, "words-sorry", "words-polite", "words-unsolved")


async def ask(turn: Turn, kind: str, about: About | None = None) -> None:
    """From now on the answer may be typed; what was asked before is no question any more."""
    await settle(turn)
    await mark(turn, QUESTION, {**(about or {}), "kind": kind})


async def ask_once(turn: Turn, kind: str, yes: str, no: str) -> None:
    """A yes throws something away: it is one right after the question, and no later."""
    await ask(turn, kind, {"yes": yes, "no": no, "once": True})


async def ask_meant(turn: Turn, yes: str, no: str = "") -> None:
    """Whether words were meant so; each as the press of a button on a case brings it, '' for a no
    that does nothing.
    """
    await ask(turn, MEANT, {"yes": yes, "no": no})


async def asked_once(turn: Turn) -> Draft | None:
    """The mark of such a question, if it still waits."""
    kept = await begun(turn)
    return kept if kept is not None and "once" in kept.about else None


async def begun(turn: Turn) -> Draft | None:
    """The mark of the question that waits."""
    return await going_on.begun(turn, QUESTION)


async def settle(turn: Turn) -> None:
    """Nothing waits any more."""
    kept = await begun(turn)
    if kept is not None:
        await drop(turn, kept)


async def placed(
    turn: Turn,
    question: Question | None,
    about: About,
) -> bool:
    """Whether a pin came that answers it."""
    place = turn.event.place
    if place is None or question is None or question.placed is None:
        return False
    await settle(turn)
    await question.placed(turn, about, place)
    return True


async def answered(
    turn: Turn,
    table: dict[str, Question],
    about: About,
    near: bool,
) -> bool:
    """Whether the words were the answer, or, where they were `near` one, were told why not.

    After anything else nothing waits any more.
    """
    question = table.get(about["kind"])
    if question is None:
        return False
    said = turn.event.text.strip()
    fit = await question.fits(turn, about, said)
    if fit.taken:
        await settle(turn)
        await question.answer(turn, about, said)
        return True
    told = about.get("told", 0)
    if not (near and fit.why) or told == MOST_TOLD:
        await settle(turn)
        return False
    await ask(turn, about["kind"], about | {"told": told + 1})
    if question.kept is not None:
        fit = await question.kept(turn, about, said, fit)
    turn.reply(turn.say(fit.why, **fit.about))
    return True
