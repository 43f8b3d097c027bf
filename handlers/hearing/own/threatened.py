"""再不修会出人命的, "someone will die here": who presses for their report so tells of nobody who is
in danger now. The words go to whoever has it, and where they sound like more the numbers are shown
first.
"""

from __future__ import annotations

from domain.draft import Draft
from domain.kinds import Kind
from domain.reading.model import Reading
from handlers.actions.emergencies import emergencies
from handlers.actions.emergencies.belonging import confides
from handlers.actions.on_case import as_said
from handlers.actions.on_case.words import word_on_case
from handlers.dialog import conversation
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.filing.draft import meant, needs
from handlers.filing.form import FILING
from handlers.texts.words import anywhere, asks, only, plain

BESIDE = (
    "words-threat-will",
    "words-threat-fill",
    "words-polite",
    "words-hurry",
)
HURTS = ("accident", "animal", "health", "missing", "rescue", "security")
"""Categories of what may have hurt somebody: there "come quick" is a cry."""
IN_DANGER = "how-report-danger"
CALLS = ("120", "110", "119")


async def in_danger(turn: Turn, reading: Reading) -> bool:
    """Whether nothing but that was said, of an own report, though a danger is heard in it."""
    if reading.danger is None or not (_threatens(turn) or _hurries(turn)):
        return False
    own = await turn.unit.cases.open_of(turn.person.id, 1)
    if not own or await emergencies.running(turn):
        return False
    if confides(own[0], reading):
        return False
    turn.reply(
        turn.say(IN_DANGER),
        calls=reading.danger.calls,
    )
    return await word_on_case(turn, own[0].id, matter=True)


async def told(turn: Turn, reading: Reading) -> bool:
    """The same where none is heard; who has no report is shown the numbers, and one press files
    what was said.
    """
    if not _threatens(turn):
        return False
    own = await turn.unit.cases.open_of(turn.person.id, 1)
    if own:
        return await word_on_case(turn, own[0].id, matter=True)
    turn.reply(turn.say(IN_DANGER), calls=CALLS)
    await as_said.offer(turn)
    return True


def only_hurries(turn: Turn, draft: Draft) -> bool:
    """快来 of a report that is open, and surely of a thing: it is shown again."""
    matter = meant(draft)
    of_a_thing = matter.sure and matter.kind is Kind.HAZARD
    if not of_a_thing or matter.code in HURTS or not _hurries(turn):
        return False
    first = turn.say("unsent-missing" if needs(draft) else "unsent")
    conversation.show(turn, FILING, draft, first=first)
    return True


def _hurries(turn: Turn) -> bool:
    said = turn.event.text
    return alone(turn) and only("words-hurry", said, "words-polite")


def _threatens(turn: Turn) -> bool:
    said = turn.event.text
    if turn.person.staff or not alone(turn):
        return False
    if not asks("words-threat", said, *BESIDE):
        return False
    return anywhere("words-threat-will").search(plain(said)) is not None
