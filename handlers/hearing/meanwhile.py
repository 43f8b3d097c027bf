"""路灯的事呢, "how do I check my points": asked while an emergency goes on, or in one breath
with it, of another case of theirs or of another room. It is answered below the numbers to call.
"""

from __future__ import annotations

from dataclasses import replace

from domain.case import Case
from domain.privacy import Privacy
from domain.reading.model import Intent, Reading
from domain.things import things
from domain.told_of import names, told_of
from domain.values.text import letters
from handlers.actions.emergencies import emergencies
from handlers.actions.emergencies.belonging import ABOUT_PEOPLE, IN_THE_WAY
from handlers.actions.viewing import named_case
from handlers.actions.viewing.case_lines import WORDS
from handlers.casework import phrases
from handlers.casework.awaited import open_of
from handlers.dialog.alone import alone
from handlers.dialog.marks import mark
from handlers.dialog.turn import Turn
from handlers.filing.hearing import SURE, read_text
from handlers.filing.several import ENDS, Piece, clear, pieces
from handlers.points import asked as points
from handlers.stations import asked as stations
from handlers.texts.words import anywhere, plain

LONGEST, STORY = 30, 100
"""Letters: whoever says more may tell something; in more no second thing is looked for (ours)."""
LOOKED_AT = 10
LONGEST_WORDS = 20
HOW_FAR = (Intent.STATUS, Intent.COMPLAINT_UNANSWERED)


async def asked(turn: Turn, reading: Reading) -> bool:
    """Whether all of it was so, and was answered."""
    said = turn.event.text
    if not alone(turn) or reading.danger or letters(said) > LONGEST:
        return False
    return await points.asked(turn) or await _of_a_case(turn, reading)


async def beside(turn: Turn, text: str) -> None:
    """Answers what was asked in one breath with a danger, and offers to report what was told; the
    people on the emergency have all the words.
    """
    parts = pieces(turn, text) if letters(text) <= STORY else ()
    alarms = [read_text(turn, one.text).danger is not None for one in parts]
    if not any(alarms):
        return
    case = await emergencies.running(turn)
    for piece, danger in zip(parts, alarms, strict=True):
        if not danger and case is not None and await _beside(turn, piece, case):
            return


async def _beside(turn: Turn, piece: Piece, case: Case) -> bool:
    said = piece.text.strip(ENDS)
    whole = turn.event
    turn.event = replace(whole, text=said, message_id="", media=(), place=None)
    try:
        if await asked(turn, read_text(turn, said)):
            return True
        if await stations.asked(turn, filing=True):
            return True
    finally:
        turn.event = whole
    reading = clear(turn, piece.text) if piece.joined else None
    if reading is None or reading.privacy is not Privacy.OPEN:
        return False
    if reading.category in (case.category, *ABOUT_PEOPLE, *IN_THE_WAY):
        return False
    await mark(turn, WORDS, {"text": said})
    text = turn.say("emergency-beside", what=phrases.cut(said, LONGEST_WORDS))
    turn.reply(text, [[turn.choice("button-as-new", f"c:{case.id}:as_new")]])
    return True


async def _of_a_case(turn: Turn, reading: Reading) -> bool:
    """Whether it asks how far another one of theirs is, and how that stands was told. What speaks
    of anybody goes to the people who run: 路灯那边的人呢.
    """
    said = turn.event.text
    how_far = reading.intent in HOW_FAR or anywhere("words-what-of").search(plain(said))
    if not how_far or anywhere("words-of-anybody").search(plain(said)):
        return False
    own = await open_of(turn.unit, turn.person.id, LOOKED_AT)
    running = {case.id for case in await emergencies.all_running(turn)}
    told = told_of(own, said, reading)
    found = [case for case in told if _named(case, said, reading)]
    if not found or any(case.id in running for case in found):
        return False
    await named_case.one(turn, found[0])
    return True


def _named(case: Case, said: str, reading: Reading) -> bool:
    """Whether the words say which one they mean: its thing, or surely its sort."""
    sort = reading.category == case.category and reading.sure >= SURE
    return names(case, said) or (sort and not things(said))
