"""A danger and something confidential in one sentence: 着火了，还有工资没发. The people on the
emergency read their part of it.
"""

from __future__ import annotations

from domain.privacy import Privacy
from domain.reading.model import Reading
from handlers.dialog.turn import Turn
from handlers.filing.hearing import read_text
from handlers.filing.several import ENDS, LONGEST, clear, pieces


def parted(turn: Turn, danger: Reading) -> tuple[str, str] | None:
    """The words of the danger and those that are confidential; None where all belongs together, as
    of a danger that comes from whom the other part tells of.
    """
    text = turn.event.text
    if danger.danger is None or len(text) > LONGEST:
        return None
    if len(text.lower()) != len(text):
        return None
    found: list[tuple[str, bool]] = []
    for piece in pieces(turn, text):
        reading = clear(turn, piece.text)
        follows = bool(found) and found[-1][1] and _says_nothing(turn, piece.text)
        found.append((piece.text.strip(ENDS), follows or _confides(reading)))
    private = "，".join(said for said, apart in found if apart)
    rest = "，".join(said for said, apart in found if not apart)
    return (rest, private) if private and _alarms(turn, rest) else None


def _confides(reading: Reading | None) -> bool:
    if reading is None or reading.danger is not None:
        return False
    return reading.privacy is Privacy.CONFIDENTIAL


def _says_nothing(turn: Turn, text: str) -> bool:
    """Whether a piece goes on from the one before: neither a matter nor a danger by itself."""
    reading = read_text(turn, text.strip(ENDS))
    return clear(turn, text) is None and reading.danger is None


def _alarms(turn: Turn, rest: str) -> bool:
    """Whether what is left tells of the danger, and of nothing confidential."""
    reading = read_text(turn, rest)
    return reading.danger is not None and reading.privacy is not Privacy.CONFIDENTIAL
