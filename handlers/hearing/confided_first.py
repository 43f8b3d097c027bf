"""Secrecy that is asked before the matter is told, or while it is: 别让别人看见 我想说个事. It is
no matter and no place; what is told next is kept as it was asked.
"""

from __future__ import annotations

from domain.draft import Draft
from domain.reading.model import Intent, Reading
from handlers.dialog import conversation
from handlers.dialog.turn import Turn
from handlers.filing import discreet
from handlers.filing.draft import needs, with_about
from handlers.filing.form import FILING
from handlers.hearing.begun import alone
from handlers.texts.words import only, questioned, unasked

BESIDE = ("words-beside-secret", "words-tells-something", "words-polite")
"""What may stand beside it where nothing else is said."""
NO_MATTER = (Intent.CHAT, Intent.CONFIRM)


async def asked(turn: Turn, drafts: list[Draft], reading: Reading) -> bool:
    """Whether that was all that was said; a report that is open is kept so, else what comes next.
    Who only asks whether that is possible is told how.
    """
    if not (alone(turn) and says_only(turn, reading)):
        return False
    if drafts and drafts[-1].name != FILING.name:
        return False
    draft = drafts[-1] if drafts else None
    if questioned(turn.event.text):
        turn.reply(turn.say("secret-asked"))
    elif draft is None:
        await discreet.remember(turn, reading.asked)
        secret = reading.asked.secret
        turn.reply(turn.say("secret-first" if secret else "unnamed-first"))
    else:
        return await _kept_so(turn, draft, reading)
    if draft is not None:
        conversation.show(turn, FILING, draft)
    return True


async def _kept_so(turn: Turn, draft: Draft, reading: Reading) -> bool:
    about = draft.about | discreet.wishes(reading.asked)
    kept = await conversation.keep(turn, FILING, with_about(draft, about))
    if kept is not None:
        # the summary says so itself
        waits = kept.asking or needs(kept)
        first = "secret-too" if reading.asked.secret else "unnamed-too"
        conversation.show(turn, FILING, kept, first=turn.say(first) if waits else "")
    return True


def says_only(turn: Turn, reading: Reading) -> bool:
    """Whether it asks for that and tells nothing, nor any matter beside it."""
    wished = reading.asked
    if not (wished.secret or wished.unnamed):
        return False
    rest = unasked(wished.beside)
    if not any(map(str.isalnum, rest)) or only(BESIDE[0], rest, *BESIDE[1:]):
        return True
    return reading.intent in NO_MATTER and not questioned(turn.event.text)
