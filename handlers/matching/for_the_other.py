"""到哪了, 下午三点, said while an order is carried out: one press passes it to the other side.
Of an order that nobody took it is said that it waits.
"""

from __future__ import annotations

import re
from functools import cache

from domain.matching.listing import Listing, ListingKind
from domain.matching.rights import ListingAct
from domain.reading.model import Intent, Reading
from domain.values.text import letters
from handlers.casework.awaited import open_of
from handlers.dialog import between
from handlers.dialog.fields import A_MATTER
from handlers.dialog.turn import Refused, Turn
from handlers.matching.found import for_act
from handlers.matching.looking import look
from handlers.matching.own import own_lines
from handlers.matching.relaying import judge
from handlers.matching.telling import data
from handlers.matching.wording import short
from handlers.texts.sentences import Safe
from handlers.texts.words import anywhere, plain

HOW_FAR = (Intent.STATUS, Intent.COMPLAINT_UNANSWERED)
LONGEST = 40
LEFT = 3
"""Letters that may stand beside a time: whoever says more tells something else (ours)."""
HOUR = re.compile(r"\d{1,2}(?::\d\d)?|[ap]\.?m\b")


async def offered(turn: Turn, reading: Reading) -> bool:
    """Whether it was, or it was said how the order stands. Raises Refused for words that may not
    go.
    """
    event = turn.event
    said = event.text.strip()
    if turn.setup.matching is None or event.media or event.place or not said:
        return False
    if letters(said) > LONGEST or reading.danger or reading.report >= A_MATTER:
        return False
    asks = await _asks(turn, reading)
    if not (asks or _tells_when(said)):
        return False
    own = await turn.unit.listings.of_person(turn.person.id)
    able = [one for one in await _carried(turn, own) if await _may_say(turn, one)]
    if asks:
        able = [one for one in able if one.keeper_id != turn.person.id]
    if able:
        await _offer(turn, able, said)
    return bool(able) or (asks and await _waits(turn, own))


async def _asks(turn: Turn, reading: Reading) -> bool:
    """Whether it asks how far something is, and no case of theirs may be meant."""
    asks = anywhere("words-who-comes").search(turn.event.text.lower()) is not None
    if not asks and reading.intent not in HOW_FAR:
        return False
    return not await open_of(turn.unit, turn.person.id, 1)


def _tells_when(said: str) -> bool:
    """Whether it says when, and hardly anything beside."""
    told = plain(said)
    left = HOUR.sub("", _time().sub("", told))
    beside = sum(letter.isalpha() for letter in left)
    return left != told and beside <= LEFT


@cache
def _time() -> re.Pattern[str]:
    keys = ("words-when", "words-when-beside", "words-polite")
    return re.compile("|".join(anywhere(key).pattern for key in keys))


async def _carried(turn: Turn, own: list[Listing]) -> list[Listing]:
    """What they carry out, and what is carried out of what they ordered."""
    found = {one.id: one for one in own if one.kind is ListingKind.PROJECT}
    for one in own:
        if one.is_order and one.whose_id == turn.person.id:
            taken = (await look(turn.scene, turn.person, one)).carried
            found |= {taken.id: taken} if taken is not None else {}
    return [*found.values()]


async def _may_say(turn: Turn, one: Listing) -> bool:
    try:
        await for_act(turn, one.id, ListingAct.SAY)
    except Refused:
        return False
    return True


async def _offer(turn: Turn, able: list[Listing], said: str) -> None:
    late = judge(turn, said, "")
    if late is not None:
        raise late
    edition = await between.keep(turn, said)
    rows = []
    for one in able:
        key = _key(turn, one)
        press = data(ListingAct.SAY, one, edition)
        rows.append([turn.choice(key, press, what=short(one.words))])
    turn.reply(turn.say("listing-for-whom", words=said), rows)


def _key(turn: Turn, one: Listing) -> str:
    mine = one.keeper_id == turn.person.id
    return f"button-pass-to-{'orderer' if mine else 'carrier'}"


async def _waits(turn: Turn, own: list[Listing]) -> bool:
    """Whether something is ordered; as it stands."""
    ordered = any(one.is_order and one.whose_id == turn.person.id for one in own)
    lines, rows = await own_lines(turn) if ordered else ([], [])
    if lines:
        turn.reply(Safe("\n".join(lines)), rows)
    return bool(lines)
