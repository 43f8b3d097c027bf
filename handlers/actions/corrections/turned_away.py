"""这条路每天几千人走, right after it was turned away: one press has it looked at once more, with
these words as the reason.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.case import Case
from domain.reading.model import Intent, Reading
from domain.things import contradict
from domain.values.text import told_much
from handlers.actions.corrections.objections import turned_away_last
from handlers.actions.doing import refusal_for
from handlers.actions.on_case.confiding import reopen
from handlers.actions.viewing.case_lines import WORDS
from handlers.casework import whereabouts
from handlers.dialog import questions
from handlers.dialog.ending import drop
from handlers.dialog.fields import A_MATTER
from handlers.dialog.marks import mark, marked
from handlers.dialog.turn import Refused, Turn
from handlers.filing.hearing import SURE
from handlers.texts.words import anywhere, plain

LATELY = timedelta(days=2)
"""So long what names nothing else may be of it (ours)."""

SHORTEST = 5
"""Words that say so much: 唉行吧 objects to nothing."""

PRESS = "look_again"
TOLD = (Intent.REPORT, Intent.COMPLAINT_UNANSWERED)
GUESSED = (Intent.CHAT, Intent.CONFIRM, Intent.THANKS, Intent.HOW_TO)


async def told(turn: Turn, reading: Reading) -> bool:
    """Whether it may be of that, and it was asked."""
    if not _may_be(turn, reading):
        return False
    case = await turned_away_last(turn, LATELY)
    if case is None or _another(turn, reading, case):
        return False
    if await refusal_for(turn.scene, case, "reopen") is not None:
        return False
    said = turn.event.text.strip()
    await mark(turn, WORDS, {"text": said})
    await questions.ask_meant(turn, f"{case.id}:{PRESS}", f"{case.id}:as_new")
    looks = turn.choice("button-look-again", f"c:{case.id}:{PRESS}", number=case.number)
    new = turn.choice("button-as-new", f"c:{case.id}:as_new")
    text = turn.say("turned-away-which", words=said, number=case.number)
    turn.reply(text, [[looks], [new]], case_id=case.id)
    return True


def _may_be(turn: Turn, reading: Reading) -> bool:
    if turn.event.media or told_much(turn.event.text) < SHORTEST:
        return False
    guessed = reading.intent in GUESSED and not reading.said
    return guessed or reading.intent in TOLD


def _another(turn: Turn, reading: Reading, case: Case) -> bool:
    """Whether it names another place, or another matter that it does not point at."""
    said = turn.event.text
    placed = whereabouts.find(turn.scene, said, turn.person).sure
    if placed or contradict(case.words, said):
        return True
    matter = reading.report >= A_MATTER and reading.sure >= SURE
    other = matter and reading.category != case.category
    return other and not anywhere("words-points-at").search(plain(said))


async def pressed(turn: Turn, case: Case, value: str) -> None:
    """Raises Refused where that was said too long ago."""
    kept = await marked(turn, WORDS, LATELY)
    if kept is None:
        raise Refused("refuse-old-button")
    await drop(turn, kept)
    turn.toast()
    turn.event = replace(turn.event, text=kept.about["text"])
    await reopen(turn, case)
