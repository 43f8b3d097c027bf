"""Words that were answered as talk and may have been a matter: one press files them as said, and
another calls people where letters hear a danger in them.
"""

from __future__ import annotations

from dataclasses import replace

from handlers.dialog import between, questions
from handlers.dialog.consent import sends_it
from handlers.dialog.fits import FULL, Fit
from handlers.dialog.questions import About, Question
from handlers.dialog.turn import Turn
from handlers.filing import perhaps
from handlers.filing.anew import from_words
from handlers.filing.emergency import alarm
from handlers.filing.hearing import heard, read_text
from handlers.texts.sentences import Safe
from handlers.texts.words import only

PREFIX = "said"
KIND = "as said"
"""The question whether it was one: "yes" and "send it" are that press, too."""


async def offer(
    turn: Turn,
) -> None:
    """Below what was answered; a question that was asked with it stays the one that waits."""
    kept = await between.keep(turn, turn.event.text.strip())
    files = turn.choice("button-as-said", f"{PREFIX}:{kept}")
    if heard(turn).perhaps is None:
        turn.reply(turn.say("as-said"), [[files]], silent=True)
    else:
        calls = turn.choice("button-call-people", f"{PREFIX}:{kept}:{perhaps.CALL}")
        text = Safe(f"{turn.say('as-said')}\n{turn.say('ask-danger')}")
        turn.reply(text, [[files], [calls]])
    waits = await questions.begun(turn)
    if waits is None or waits.touched_at < turn.unit.now:
        await questions.ask(turn, KIND, {"kept": str(kept)})


async def pressed(
    turn: Turn,
    data: str,
) -> None:
    """`said:<words>[:call]`. Raises Refused where that was too long ago."""
    edition, _, verb = data.partition(":")
    words = await between.taken(turn, edition)
    turn.toast()
    if verb != perhaps.CALL:
        return await from_words(turn, words)
    turn.event = replace(turn.event, text=words)
    await alarm(turn, perhaps.endangered(turn, read_text(turn, words)), None)


async def _fits(
    turn: Turn,
    about: About,
    said: str,
) -> Fit:
    yes = sends_it(said) or only("words-that-is-it", said, "words-polite")
    return FULL if yes else Fit(0.0)


async def _answer(
    turn: Turn,
    about: About,
    said: str,
) -> None:
    await pressed(turn, about["kept"])


QUESTIONS = {KIND: Question(_fits, _answer)}
