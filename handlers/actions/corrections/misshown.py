"""照片发错了: said after a report was filed, the next photo is the right one."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from domain.acts import Act
from handlers.actions.after import ANSWERED
from handlers.actions.corrections.misplaced import newest
from handlers.casework.happened import Given
from handlers.casework.perform import perform
from handlers.dialog.marks import mark
from handlers.dialog.turn import Turn
from handlers.texts.words import AFTER, MANY_ASKED, any_of, anywhere, asks, plain, words

WRONG = "words-wrong-photo"
PHOTO = "words-the-photo"
BESIDE = ("words-sorry", "words-polite", "words-fill", "words-puzzled")


def wrong_photo(text: str) -> bool:
    """Whether the words say that a picture was the wrong one."""
    if not _names(text):
        return False
    if _wrong(text):
        return True
    shows = _shows().search(plain(text))
    return shows is not None and _wrong(shows.group(1))


def _wrong(text: str) -> bool:
    if asks(WRONG, text, "words-sorry", "words-wrong"):
        return True
    return asks("words-misshown", text, PHOTO, *BESIDE)


def unsent(text: str) -> bool:
    """Whether the words say that a picture does not go through, or nothing but 信号不好."""
    if asks("words-bad-signal", text, "words-signal-fill", *BESIDE):
        return True
    return _names(text) and asks("words-unsent", text, PHOTO, *BESIDE)


@lru_cache(maxsize=MANY_ASKED)
def _names(text: str) -> bool:
    """Whether a picture is named at all, or that one is wrong: most say nothing of it."""
    return _named().search(plain(text)) is not None


@cache
def _named() -> re.Pattern[str]:
    return any_of(words(PHOTO) | words(WRONG))


@cache
def _shows() -> re.Pattern[str]:
    """What stands before what it shows: 发错图了 那是我的午饭, "wrong pic that is my lunch"."""
    return re.compile(rf"(.+?){AFTER}+(?:{anywhere('words-is').pattern})")


async def corrected(turn: Turn) -> bool:
    """Whether it was of the newest open report: its people hear so, and what is sent next goes
    there.
    """
    event = turn.event
    if event.media or event.place or not wrong_photo(event.text):
        return False
    case = await newest(turn)
    if case is None:
        return False
    await perform(turn.scene, case, Act.ADD, Given(event.text.strip()))
    await mark(turn, ANSWERED, {"case": case.id, "asked": False})
    text = turn.say("misshown", number=case.number)
    turn.reply(text, case_id=case.id)
    return True
