"""What is told on an open case, and what stands beside it and is a matter of its own: 三盏
对了站长扣我工资. The first is for the case, the other for nobody who reads that.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.case import Case
from domain.offices import blamed
from domain.privacy import Privacy
from domain.reading.model import Intent, Reading
from handlers.actions.emergencies.belonging import confides, elsewhere
from handlers.casework import whereabouts
from handlers.dialog.fields import A_MATTER
from handlers.dialog.turn import Turn
from handlers.filing.hearing import SURE, read_text
from handlers.filing.said_instead import corrects
from handlers.filing.several import ENDS, clear, matters, pieces
from handlers.texts.words import anywhere, only

BETWEEN = "，"
PLAIN = 0.6
"""From this margin on talk is about a matter (ours: 凭什么 has 0.49, 没解决 工资还是没发 1.0)."""


def parted(
    turn: Turn,
    case: Case,
    said: str,
) -> tuple[str, str]:
    """The words that are for the case, and those that are not."""
    texts = [part for one in matters(turn, said) for part in _cut(turn, case, one)]
    own = [one for one in texts if _own(turn, case, one)]
    rest = [one for one in texts if one not in own]
    return BETWEEN.join(rest), BETWEEN.join(own)


def _cut(
    turn: Turn,
    case: Case,
    text: str,
) -> Iterator[str]:
    """Before 对了 or "by the way", where a matter of its own follows and none stands before."""
    for piece in pieces(turn, text):
        before, after = text[: piece.start].strip(ENDS), text[piece.start :]
        if not (piece.joined and before and _own(turn, case, after.strip(ENDS))):
            continue
        before = _unjoined(turn, before)
        if before and _harmless(turn, before):
            yield before
            yield after.strip(ENDS)
            return
    yield text


def _unjoined(
    turn: Turn,
    text: str,
) -> str:
    """Without the word at its end that joins the other to it."""
    low = text.lower()
    joints = (
        one for one in turn.setup.vocabulary.classes["besides"] if low.endswith(one)
    )
    longest = max(joints, key=len, default="")
    return text[: len(text) - len(longest)].strip(ENDS)


def _harmless(
    turn: Turn,
    text: str,
) -> bool:
    """Whether it may be read by whoever has the case."""
    return read_text(turn, text).privacy is Privacy.OPEN and not blamed(text)


def _own(
    turn: Turn,
    case: Case,
    text: str,
) -> bool:
    return _confides(turn, case, text) or _of_another_place(turn, case, text)


def _of_another_place(turn: Turn, case: Case, text: str) -> bool:
    """Whether a matter is clear in it, and its place named, which is not that of the case."""
    found = clear(turn, text)
    if found is None or found.category == case.category:
        return False
    spot = whereabouts.spotted(turn.scene, None, text, turn.person)
    return elsewhere(case, spot)


def _confides(
    turn: Turn,
    case: Case,
    text: str,
) -> bool:
    found = private_matter(turn, text)
    if found is None or not confides(case, found):
        return False
    # what hardly stands out may be more of the same: 还有老鼠, of a full bin
    return found.sure >= SURE or case.category not in found.likely


def _told(turn: Turn, said: str) -> Reading:
    """What it means, and of "it is not solved" what stands beside that: 骗人 还是黑的."""
    found, bare = read_text(turn, said), only("words-as-before", said, "words-polite")
    if not bare and not (found.said and found.intent is Intent.REOPEN):
        return found
    return read_text(turn, anywhere("words-as-before").sub(" ", said.lower()))


def private_matter(turn: Turn, text: str) -> Reading | None:
    """What is confidential in this, or in a part of it: beside 没解决 it is hardly heard. What is
    only guessed of talk is none, nor what a correction begins with.
    """
    righted = corrects(text)
    text = righted.said if righted and righted.plain else text
    for said in (text, *(piece.text.strip(ENDS) for piece in pieces(turn, text))):
        found = _told(turn, said)
        plain = found.report >= A_MATTER or found.sure >= PLAIN
        if plain and found.category and found.privacy is Privacy.CONFIDENTIAL:
            return found
    return None
