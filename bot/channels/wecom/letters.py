"""What becomes of a letter in the app and in the robot's chats alike: which card it changes, and of
which files it consists.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.channels.wecom.api import Kind
from bot.channels.wecom.buttons import Labels
from bot.channels.wecom.card import draw, with_choices
from bot.channels.wecom.drawn import Drawn
from bot.channels.wecom.uploads import Uploads
from domain.messages import Reply
from handlers.texts.sentences import say
from storage.memory.media import Kept
from storage.outbox.letters import Letter
from storage.sent_messages import OPENED

OVER = ("failed", "refused")


async def edited(
    cards: Drawn,
    labels: Labels,
    letter: Letter,
    task_id: str,
) -> bool:
    """Whether no new message is needed: what nobody is to hear of waits for a press."""
    at, reply = (letter.to, task_id), letter.reply
    if reply.text:
        drawn = draw(reply, task_id, labels)
        if drawn.text and not reply.silent:
            return False  # the card alone would not say it all
        return await cards.change(at, drawn.card) or reply.silent
    if reply.slot.startswith(OPENED):
        return True  # its words are old too: a press brings the card as it is
    known = cards.last(at)
    if known is not None:
        await cards.change(at, with_choices(known, reply, labels))
    elif not reply.choices:
        await cards.stamp(at, labels.closed)
    return True


def files(
    uploads: Uploads, letter: Letter, media: Sequence[Kept], language: str
) -> tuple[list[tuple[Kept, Kind]], Reply]:
    """Those that go, each as a message; and what is said, with how many go in no form: of what is
    gone, or was no picture, the case itself tells. Raises SendError.
    """
    forms = [(kept, uploads.form_of(kept, letter.tries)) for kept in media]
    going = [(kept, form) for kept, form in forms if form]
    reply = letter.reply
    withheld = sum(not form and kept.status not in OVER for kept, form in forms)
    if withheld:
        line = say(language, "media-withheld", count=withheld)
        text = "\n\n".join(one for one in (reply.text, line) if one)
        reply = replace(reply, text=text)
    return going, reply
