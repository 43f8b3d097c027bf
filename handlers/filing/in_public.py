"""Somebody else's misfortune where all can see it: 有人跳河了, a man is beaten at the corner. It is
no secret, and whoever is near has to hear of it; at home, of who is known, of themselves it is one.
"""

from __future__ import annotations

from domain.privacy import Privacy
from domain.reading.model import Reading
from domain.reading.read import read
from domain.reading.vocabulary import Vocabulary
from handlers.dialog.setup import Setup
from handlers.texts.words import anywhere, plain

HIDDEN, SEEN, VIOLENCE = "crisis", "rescue", "security"
"""What somebody is in who would not live, and what it is to who sees them there."""


def of_a_stranger(text: str) -> bool:
    """Whether it tells of somebody whom they do not know, and of nothing that is theirs alone."""
    said = anywhere("words-i-see").sub(" ", plain(text))
    if anywhere("words-of-ones-own").search(said):
        return False
    return anywhere("words-stranger").search(said) is not None


def category_of(setup: Setup, reading: Reading, text: str) -> str:
    """What it is filed as."""
    seen = reading.category == HIDDEN and _open(reading, text)
    return SEEN if seen and SEEN in setup.catalogue else reading.category


def privacy_of(
    vocabulary: Vocabulary,
    reading: Reading,
    text: str,
) -> Privacy:
    """How private a danger is that these words tell. Who asks for secrecy of what is none is not
    named; of a fire everybody has to hear.
    """
    if _open(reading, text):
        return Privacy.OPEN
    if not (reading.asked.secret or reading.asked.unnamed):
        return reading.privacy
    beside = read(reading.asked.beside, vocabulary=vocabulary)
    private = beside.privacy is Privacy.CONFIDENTIAL
    return reading.privacy if private else Privacy.ANONYMOUS


def _open(reading: Reading, text: str) -> bool:
    asked = reading.asked.secret or reading.asked.unnamed
    if reading.danger is None or asked or not of_a_stranger(text):
        return False
    # 有人拿刀追 may be said by who runs
    to_another = anywhere("words-done-to-another").search(text.lower())
    return reading.category != VIOLENCE or to_another is not None
