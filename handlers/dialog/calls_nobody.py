"""What sounds like a cry and calls nobody: somebody else is hurried, it is asked until when, or to
be forgotten.
"""

from __future__ import annotations

from handlers.texts.words import anywhere, asks, plain

HURRYING = ("words-tell-to", "words-nudge-fill", "words-polite")
"""What stands beside 快点 where somebody else is meant to hurry."""


def hurries_on(said: str) -> bool:
    """Whether somebody else is told to be quick, and nothing more is said."""
    keys = ("words-hurry", *HURRYING)
    return asks("words-hurry", said, *HURRYING) and asks("words-tell-to", said, *keys)


def erases(said: str) -> bool:
    """Whether it says to erase what is known of them, in whatever order: 把我的信息删了."""
    beside = ("words-erase", "words-beside-erase", "words-polite")
    erased = anywhere("words-erase").search(plain(said)) is not None
    return erased and asks("words-my-data", said, *beside)


def until_when(said: str) -> bool:
    """Whether it is asked how long somebody has for it."""
    soon = asks("words-due-soon", said, "words-mine", "words-list-filler")
    return soon or asks(
        "words-until-when", said, "words-until-when-fill", "words-polite"
    )
