"""路灯坏了，什么时候能修; the bin is full, also any news of my lamp; 谢谢，不过垃圾没人收: a matter
that is told in one breath with a question or thanks. These are answered, and the matter is filed.
"""

from __future__ import annotations

from dataclasses import replace

from domain.case import Case
from domain.reading.model import Intent, Reading
from domain.things import things
from domain.told_of import names
from handlers.casework.awaited import open_of
from handlers.contents import INTENTS
from handlers.dialog.alone import alone
from handlers.dialog.fixed import tells_fixed
from handlers.dialog.turn import Turn
from handlers.filing.hearing import heard, read_text
from handlers.filing.several import LONGEST, Piece, clear, pieces
from handlers.texts.words import only

ASKING = (Intent.STATUS, Intent.HOW_TO)
BESIDE = (*ASKING, Intent.THANKS)
LOOKED_AT = 10


async def matter_of(turn: Turn, reading: Reading) -> Reading:
    """What the message means, where nobody but us is spoken to; of a rider's that tells of a new
    matter beside talk what is told, and the talk is answered already. Staff speak of their work.
    """
    said = turn.event.text
    reports = reading.intent is Intent.REPORT
    parts = pieces(turn, said) if reports or reading.intent in BESIDE else ()
    if len(parts) < 2 or len(said) > LONGEST or not alone(turn) or turn.person.staff:
        return reading
    told = [one for one in parts if _tells(turn, one)]
    talk = [one for one in parts if one not in told and _talks(turn, one)]
    if not (told and talk):
        return reading
    own = await open_of(turn.unit, turn.person.id, LOOKED_AT)
    named = any(names(case, one.text) for case in own for one in talk)
    if any(_is_of(turn, case, told) for case in own) or (reports and not named):
        return reading
    names_any = own or any(things(one.text) for one in talk)
    if names_any or reading.intent is Intent.THANKS:
        intent = Intent.STATUS if reports else reading.intent
        await INTENTS[intent](turn, reading)
    rest = [one.text.strip() for one in parts if one not in talk]
    left = [one for one in rest if not only("words-one-more-thing", one)]
    turn.event = replace(turn.event, text=" ".join(left))
    return heard(turn)


def _tells(turn: Turn, piece: Piece) -> bool:
    return clear(turn, piece.text) is not None and not tells_fixed(piece.text)


def _talks(turn: Turn, piece: Piece) -> bool:
    return read_text(turn, piece.text).intent in BESIDE


def _is_of(turn: Turn, case: Case, told: list[Piece]) -> bool:
    """Whether what is told may be that case: 楼道还是堆着，什么时候清."""
    return any(
        names(case, one.text) or case.category in read_text(turn, one.text).likely[:2]
        for one in told
    )
