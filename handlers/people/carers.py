"""What somebody who looks after cases types in place of a command: how much they have, what there
is, that they are off, or what a card's button says.
"""

from __future__ import annotations

from domain.reading.model import Intent, Reading
from handlers.actions.card_labels import labels
from handlers.actions.carers.act_words import ENDS
from handlers.dialog.turn import Turn
from handlers.lists import bare, commands
from handlers.people import off
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, asks, only, plain

ASKS = (Intent.STATUS, Intent.COMPLAINT_UNANSWERED)


async def of_carers(turn: Turn, reading: Reading) -> bool:
    """Whether it was answered as what it asks for: mostly a list."""
    if not turn.person.staff:
        return False
    said = turn.event.text
    back = only("words-send-back", said) or only("words-not-taken", said)
    if back or said.strip().rstrip(ENDS).casefold() in labels():
        carries = await turn.unit.cases.carried_by(turn.person.id, 1)
        await commands.opened(turn, "mine" if carries else "queue")
        return True
    mine = only("words-my-work", said)
    if not mine and await _of_the_work(turn):
        return True
    if not mine and (await off.asked(turn) or await bare.asked(turn)):
        return True
    if mine:
        await commands.mine(turn, "")
        return True
    if not await _asks(turn, reading):
        return False
    carries = await turn.unit.cases.carried_by(turn.person.id, 1)
    await commands.opened(turn, "mine" if carries else "queue")
    return True


async def _of_the_work(turn: Turn) -> bool:
    """有哪些活, 先弄哪个, "what i do first", and nothing else. What is one's own, or comes next, is
    what one carries, where one carries something.
    """
    said = turn.event.text
    if not asks("words-work-core", said, "words-work-fill", "words-polite"):
        return False
    own = anywhere("words-work-own").search(plain(turn.event.text)) is not None
    carries = own and await turn.unit.cases.carried_by(turn.person.id, 1)
    await commands.opened(turn, "mine" if carries else "queue")
    return True


async def lists(turn: Turn, reading: Reading) -> bool:
    """Whether nothing but a list was asked for by its name, or how much there is: 还剩几件."""
    said = turn.event.text
    counts = anywhere("words-open-question").search(plain(said)) is not None
    if counts and await _of_the_work(turn):
        return True
    if asks("words-open-work", said, "words-polite", "words-hail"):
        return await bare.asked(turn)
    if not only("words-my-work", said):
        return False
    await commands.mine(turn, "")
    return True


async def _asks(turn: Turn, reading: Reading) -> bool:
    """How far it is: who has filed nothing means what they carry."""
    if reading.intent not in ASKS or anywhere("words-asks-of-it").search(
        plain(turn.event.text)
    ):
        return False  # 咋回事 具体哪根杆 is for whoever is there
    if not (reading.said or questioned(turn.event.text, "words-open-question")):
        return False  # 报事人不回话 tells, and asks for nothing
    return not await turn.unit.cases.open_of(turn.person.id, 1)
