"""明早提醒我, 菜单, 我要报一个新的, "the next one": what staff ask of us by itself, where no list
stands there. It is for no rider.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from domain.kinds import Kind
from domain.messages import Choice
from domain.reading.model import Intent, Reading
from domain.values.numbers_said import SERIAL, within
from handlers.actions.asking.commands import seen_as
from handlers.actions.carers.about_case import able
from handlers.actions.carers.serials import before
from handlers.actions.viewing.case_lines import opens
from handlers.contents import COMMANDS, INTENTS
from handlers.dialog.alone import line_of_staff
from handlers.dialog.turn import Turn
from handlers.hearing.staff import own_figures
from handlers.people import off, start
from handlers.texts.words import anywhere, asks, only, plain

LONGEST = 40
"""Letters: whoever says more tells something (ours)."""
BESIDE = ("words-to-us-fill", "words-polite", "words-these-days", "words-today")

Does = Callable[[Turn, Reading], Awaitable[object]]


async def _remind(turn: Turn, reading: Reading) -> None:
    turn.reply(turn.say("remind-how"))


async def reminds(turn: Turn, reading: Reading) -> bool:
    """提醒我明天看0001: whether it was asked to be called for something, and what calls them is
    told; a case that is named is put on hold until then by a press, where it may be.
    """
    said = plain(turn.event.text)
    hit = anywhere("words-remind-me").search(said) or _watched(said)
    if hit is None or not line_of_staff(turn, LONGEST) or reading.danger is not None:
        return False
    before, behind = said[: hit.start()].strip(), said[hit.end() :]
    day = anywhere("words-of-a-day")
    dated = day.search(before) or off.days_of(turn, before) is not None
    led = not before or dated or only("words-to-us-fill", before)
    numbers = (*within(said), *SERIAL.findall(said))
    if not led or not (numbers or day.search(said) or behind.strip()):
        return False
    below: list[Choice] = []
    for case in await seen_as(turn, numbers[0]) if numbers else ():
        below = [opens(case)]
        if await able(turn, case, ("hold",)):
            hold = Choice(turn.label("button-hold"), f"c:{case.id}:hold")
            below = [hold, *below]
    turn.reply(turn.say("remind-how"), [below] if below else [])
    return True


def _watched(said: str) -> re.Match[str] | None:
    """盯着0002: a case that is named, and no more."""
    hit = anywhere("words-watch-it").match(said)
    serial, rest = before(said[hit.end() :].strip()) if hit else ("", "")
    return hit if serial and not rest else None


async def _file(turn: Turn, reading: Reading) -> None:
    await start.on_menu(turn, Kind.HAZARD.value)


async def _done(turn: Turn, reading: Reading) -> None:
    await own_figures.told(turn)


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
    "words-sort-list": _queue,
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
