"""垃圾没收, 那个灯还黑着: what is reported and open is told once more, and no place with it. How
that stands is shown, with a press that adds the words and one that files them as another matter.
"""

from __future__ import annotations

from datetime import timedelta

from domain.case import Case
from domain.reading.model import Intent, Reading
from domain.things import things
from domain.values.text import letters
from handlers.actions.emergencies.belonging import confides
from handlers.actions.on_case.words import word_on_case
from handlers.actions.viewing.case_lines import WORDS, hurries, keeps, line, opens
from handlers.casework import whereabouts
from handlers.dialog.alone import alone
from handlers.dialog.marks import mark
from handlers.dialog.turn import Turn
from handlers.texts.sentences import Safe
from handlers.texts.words import anywhere, begins, plain

LOOKED_AT = 10
JUST = timedelta(minutes=10)
"""So long it is a word more of what was filed (ours)."""

LONGEST = 30
"""Letters: whoever says more tells of another one (ours)."""


async def told(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether it was of one such case, and was answered."""
    said = plain(turn.event.text)
    tells = reading.intent is Intent.REPORT or _guessed(reading)
    if not alone(turn) or not tells or letters(said) > LONGEST:
        return False
    if reading.places or not anywhere("words-lies-still").search(said):
        return False
    if begins("words-by-the-way", said):
        return False  # a word more of it
    own = await turn.unit.cases.open_of(turn.person.id, LOOKED_AT)
    same = [case for case in own if _same(case, reading, said)]
    if not same and _guessed(reading):
        same = [case for case in own if things(said) <= things(case.words)]
    if len(same) != 1 or confides(same[0], reading):
        return False
    found = whereabouts.find(turn.scene, said, turn.person)
    if found.sure or found.likely:
        return False
    if turn.unit.now - same[0].filed_at <= JUST:
        return await word_on_case(turn, same[0].id, matter=True)
    await show(turn, same[0])
    return True


def _same(
    case: Case,
    reading: Reading,
    said: str,
) -> bool:
    named = reading.likely[0] if _guessed(reading) else reading.category
    return case.category == named and things(said) <= things(case.words)


def _guessed(reading: Reading) -> bool:
    """Whether letters guess a chat that names nothing: 没亮啊."""
    chats = reading.intent is Intent.CHAT and not reading.said
    return chats and bool(reading.likely)


async def show(
    turn: Turn,
    case: Case,
) -> None:
    await mark(turn, WORDS, {"text": turn.event.text.strip()})
    anew = turn.choice("button-as-new", f"c:{case.id}:as_new")
    text = Safe(f"{turn.say('status-sorry')}\n{await line(turn, case)}")
    rows = [[opens(case), hurries(turn, case)], [keeps(turn, case)], [anew]]
    turn.reply(text, rows)
