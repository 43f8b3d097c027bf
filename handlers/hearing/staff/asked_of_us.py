"""明早提醒我, 菜单, 我要报一个新的, "the next one": what staff ask of us by itself, where no list
stands there. It is for no rider.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.kinds import Kind
from domain.reading.model import Intent, Reading
from handlers.contents import COMMANDS, INTENTS
from handlers.dialog.alone import line_of_staff
from handlers.dialog.turn import Turn
from handlers.people import start
from handlers.stats import own_work
from handlers.texts.words import asks

LONGEST = 40
"""Letters: whoever says more tells something (ours)."""
BESIDE = ("words-to-us-fill", "words-polite", "words-these-days", "words-today")

Does = Callable[[Turn, Reading], Awaitable[object]]


async def _remind(turn: Turn, reading: Reading) -> None:
    turn.reply(turn.say("remind-how"))


async def _file(turn: Turn, reading: Reading) -> None:
    await start.on_menu(turn, Kind.HAZARD.value)


async def _done(turn: Turn, reading: Reading) -> None:
    await own_work.of_today(turn)


async def _queue(turn: Turn, reading: Reading) -> None:
    await COMMANDS["queue"].handler(turn, "")


ASKED: dict[str, Does] = {
    "words-remind-me": _remind,
    "words-menu": INTENTS[Intent.HOW_TO],
    "words-file-new": _file,
    "words-next-case": _queue,
    "words-page-on": _queue,
    "words-page-before": _queue,
    "words-page-again": _queue,
    "words-say-stats": _done,
}
"""What is asked, and what is done; what has rights of its own was done before."""


async def asked(turn: Turn, reading: Reading) -> bool:
    """Whether it was one of these and nothing else, and was done."""
    if not line_of_staff(turn, LONGEST):
        return False
    for key, does in ASKED.items():
        if asks(key, turn.event.text, *BESIDE):
            await does(turn, reading)
            return True
    return False
