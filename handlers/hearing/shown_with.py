"""What is said with the pictures of an open filing: the wrong ones, for another case, 你看."""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from handlers.actions.corrections.misshown import wrong_photo
from handlers.dialog import conversation
from handlers.dialog.alone import alone
from handlers.dialog.fields import attachments, words
from handlers.dialog.moving_about import ask_again
from handlers.dialog.turn import Turn
from handlers.filing.form import FILING
from handlers.hearing.own import meant_case
from handlers.hearing.own.meant_for import attached, instead
from handlers.texts.words import only


async def heard(turn: Turn, draft: Draft) -> bool:
    """Whether the words say that they are the wrong ones, or for a case that is open, pictures or
    none. Words below a picture that only point at it are taken off: they are no place.
    """
    event = turn.event
    if await meant_case.shown(turn):
        return True
    if event.media and words(draft) and _only_point(event.text):
        turn.event = replace(event, text="")
    if not alone(turn):
        return False
    if not attachments(draft):
        return await instead(turn, draft)
    if not wrong_photo(event.text):
        return await meant_case.attached(turn, draft) or await attached(turn, draft)
    draft = ask_again(FILING, draft, "photos")
    await conversation.proceed(turn, FILING, draft)
    return True


def _only_point(said: str) -> bool:
    """Whether they say that it is to be looked at: 你看, "see photo"."""
    return only("words-look", said, "words-that-one", "words-polite")
