"""听不懂人话, "stupid bot": who is angry that we did not understand. It is no word of any matter;
one press calls somebody.
"""

from __future__ import annotations

from domain.draft import Draft
from domain.reading.model import Reading
from handlers.actions.on_case import relays
from handlers.dialog import conversation
from handlers.dialog.alone import alone
from handlers.dialog.turn import Turn
from handlers.filing.form import FILING
from handlers.texts.words import anywhere, asks, plain

BESIDE = (
    "words-bot",
    "words-bot-fill",
    "words-polite",
    "words-hail",
)
SORRY = "talk-clumsy"
SORRY_BESIDE = "talk-clumsy-here"


async def told(turn: Turn, reading: Reading) -> bool:
    """Whether it was that, where nothing is open."""
    if turn.person.staff or reading.danger or not _scolds(turn):
        return False
    await relays.offer(turn, first=SORRY)
    return True


def beside(turn: Turn, draft: Draft) -> bool:
    """Whether it was said while a report is written: that is shown again."""
    if not _scolds(turn):
        return False
    conversation.show(
        turn,
        FILING,
        draft,
        first=turn.say(SORRY_BESIDE),
    )
    return True


def _scolds(turn: Turn) -> bool:
    said = turn.event.text
    if not alone(turn) or not asks("words-bot-fault", said, *BESIDE):
        return False
    return anywhere("words-bot").search(plain(said)) is not None
