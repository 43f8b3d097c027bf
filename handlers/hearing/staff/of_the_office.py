"""通知张强明天开会, G01和G02对比, 出一张海报: what is of the house and its people, and of no case.
Nobody who waits for help reads it, and no case is asked about.
"""

from __future__ import annotations

import re
from functools import cache

from domain.reading.model import Reading
from domain.values.numbers_said import SERIAL, within
from domain.wanted import FILED_TODAY, FILED_YESTERDAY
from handlers.casework.called import called, cut
from handlers.contents import COMMANDS
from handlers.dialog.alone import line_of_staff
from handlers.dialog.command import may_send
from handlers.dialog.turn import Turn
from handlers.hearing.staff import unclear
from handlers.hearing.staff.own_figures import of_heads
from handlers.lists.kept import Listing
from handlers.lists.show import show
from handlers.people.naming import pieces
from handlers.people.scope import colleagues
from handlers.texts.words import AFTER, anywhere, one_of, only, plain

LONGEST = 40
"""Letters: whoever says more tells a story (ours)."""
TWO = 2
BESIDE = ("words-part-of-day", "words-say-fill", "words-say-count")
DAYS = {
    "words-only-today": FILED_TODAY,
    "words-only-yesterday": FILED_YESTERDAY,
}
"""What came in then is a list that everybody may see."""
AREA = re.compile(r"[a-z]+\d+|[^\W\d_a-z]+", re.IGNORECASE)


def _of_no_case(turn: Turn, reading: Reading) -> bool:
    text = turn.event.text
    if reading.danger is not None or not line_of_staff(turn, LONGEST):
        return False
    return not (within(text) or SERIAL.search(text))


async def asked(turn: Turn, reading: Reading) -> bool:
    """Whether something was to be counted or compared, and it was answered."""
    if not _of_no_case(turn, reading):
        return False
    said = plain(turn.event.text)
    return await _counted(turn, said) or await _compared(turn, said)


async def for_colleague(turn: Turn, reading: Reading) -> bool:
    """Whether something was to be told a colleague, and they heard that nobody got it."""
    if not _of_no_case(turn, reading):
        return False
    return _to_colleague(turn, plain(turn.event.text))


async def unknown(turn: Turn, reading: Reading) -> bool:
    """Whether it speaks of nothing but the office, and nothing else has understood it."""
    if not _of_no_case(turn, reading):
        return False
    found = anywhere("words-office").search(plain(turn.event.text)) is not None
    if found:
        await unclear.ask(turn, ())
    return found


def _to_colleague(
    turn: Turn,
    said: str,
) -> bool:
    hit = _telling().match(said)
    rest = said[hit.end() :] if hit else ""
    named = next((one for one in colleagues(turn) if _leads(rest, one.name)), None)
    if named is None or named.id == turn.person.id:
        return False
    left = rest[len(named.name) :].strip()
    told = anywhere("words-told-already").match(left)
    if told or not left or (hit and hit["with"] and not _says(left)):
        return False
    turn.reply(turn.say("no-word-to-colleague", name=named.name))
    return True


def _leads(
    said: str,
    name: str,
) -> bool:
    return bool(name) and said.startswith(name.lower())


def _says(left: str) -> bool:
    return anywhere("words-says-to").match(left) is not None


async def _counted(
    turn: Turn,
    said: str,
) -> bool:
    """How many came in, of whoever may not read the figures."""
    if may_send(turn.person, COMMANDS["stats"]):
        return False
    _, said = cut(turn.unit.directory, said)
    came = anywhere("words-came-in").search(said)
    if came is None:
        return False
    rest = f"{said[: came.start()]} {said[came.end() :]}"
    for key, day in DAYS.items():
        if only(key, rest, *BESIDE):
            await show(turn, Listing(turn.unit.next_id("forms"), only=(day,)))
            return True
    turn.reply(of_heads(turn))
    return True


async def _compared(
    turn: Turn,
    said: str,
) -> bool:
    """Areas beside each other: the figures show each."""
    if anywhere("words-compare").search(said) is None:
        return False
    parts = [one for piece in pieces(said) for one in AREA.findall(piece)]
    areas = {area for one in parts for area in called(turn.unit.directory, one)}
    if len(areas) < TWO:
        return False
    if may_send(turn.person, COMMANDS["stats"]):
        await COMMANDS["stats"].handler(turn, "")
    else:
        turn.reply(of_heads(turn))
    return True


@cache
def _telling() -> re.Pattern[str]:
    """What stands before a colleague who shall be told something."""
    before = one_of("words-tells-one")
    beside = one_of("words-speaks-with")
    lead = rf"(?:{one_of('words-take', 'words-polite')}{AFTER}*)*"
    told = rf"(?:{before}|(?P<with>{beside}))"
    return re.compile(
        rf"{lead}{told}{AFTER}*",
        re.IGNORECASE,
    )
