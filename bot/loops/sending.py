"""What goes as one message to its channel, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import structlog

from bot.channels.channel import Channel, SendError, Sent
from bot.logs import told
from bot.loops.afterwards import Outcome
from bot.loops.errors import storage_is_down
from bot.loops.needed import needed
from bot.loops.over import find_over
from domain.fitting import Shown, fit, lacks
from domain.messages import ALL, Can, Reply
from domain.one_message import merge
from domain.quota import weight
from domain.same_labels import told_apart
from handlers.people import hello
from storage.database import Database
from storage.outbox.letters import ANSWER, Letter
from storage.sent_messages import SentMessage

log = structlog.get_logger()
UNDERSTOOD = (f"{hello.MENU}:", "x:")
"""What the choices bring whose labels are understood as words: the big buttons, and whether to
leave, which is asked anew each time.
"""
MOST_BROKEN = 5  # tries of a letter at which the channel breaks
SHORTLY = timedelta(seconds=1)  # where the database, and not the letter, is at fault


async def outcome_of(
    database: Database, channels: Mapping[str, Channel], letter: Letter
) -> Outcome:
    """That of the letter; those that go along have the same. Never raises but for a
    cancellation.
    """
    outcome = Outcome(letter)
    try:
        channel = channels[letter.to.channel]
        outcome.private = channel.is_private(letter.to.chat)
        await find_over(database, letter.whole)
        shown = await _shown(channel, letter)
        if shown is None:
            return outcome
        letter, outcome.shown = shown
        standing, media = await needed(database, letter)
    except Exception as error:
        outcome.error = await _before(database, letter, error)
        return outcome
    try:
        outcome.sent = await channel.send(letter, standing, media)
        if _in_its_place(letter, standing, outcome.sent):
            outcome.shown = None
    except SendError as error:
        outcome.error = error
        if error.elsewhere and outcome.shown is not None:
            outcome.shown = Shown(letter.reply)  # no choice of it can be typed
    except OSError as error:
        # a file of ours: it is there, or can be read, some other time
        outcome.error = _broken(letter, error)
    except Exception as error:
        lasting = letter.tries >= MOST_BROKEN
        outcome.error = _broken(letter, error, permanent=lasting, uncertain=True)
    return outcome


def _in_its_place(
    letter: Letter, standing: SentMessage | None, sent: list[Sent]
) -> bool:
    """Whether a message further up has changed: a number is for what stands last."""
    reply = letter.reply
    buttons_alone = bool(reply.edits) and not reply.text
    return buttons_alone or (standing is not None and not any(one.new for one in sent))


async def _shown(
    channel: Channel, letter: Letter
) -> tuple[Letter, Shown | None] | None:
    """The letter as its chat shows it, and what can be typed there then; None for nothing."""
    whole = [one for one in letter.whole if not one.over]
    if not whole:
        return None
    can, replies = channel.can(letter.to.chat), [letter.reply]
    if can is not ALL:
        replies = await _fitted(channel, can, whole)
    shown = merge(replies, can)
    if shown is None:
        return None
    on_case = letter.case_id is not None and letter.form_id is None
    typed = can is not ALL or on_case
    same = shown.reply is letter.reply
    made = letter
    if not same:
        made = replace(letter, reply=shown.reply, parts=whole)
    if not shown.offered or (letter.form_id is not None and not typed):
        return made, None
    if typed:
        return made, shown
    # a list: its numbers are lines of its own; the menu is understood wherever it is typed
    menu = all(choice.data.startswith(UNDERSTOOD) for choice in shown.offered)
    return made, Shown(shown.reply, () if menu else shown.offered, listed=True)


async def _fitted(channel: Channel, can: Can, whole: list[Letter]) -> list[Reply]:
    """What was pressed is answered first; where each message counts, the most important notice
    goes before the others. Answers stay as they were said.
    """

    def place(one: Letter) -> tuple[bool, int]:
        notice = can.quota and one.lane != ANSWER
        return not one.reply.press_ref, 1 + weight(one.reply) if notice else 0

    said = []
    for one in sorted(whole, key=place):
        link = await channel.page(one) if lacks(one.reply, can) else ""
        again = bool(one.replaces and one.reply.slot)
        reply = fit(one.reply, can, link, again)
        said += [] if reply is None else [(reply, one.about)]
    return told_apart(said)


async def _before(database: Database, letter: Letter, error: Exception) -> SendError:
    """Nothing has left the house yet."""
    if await storage_is_down(database, error):
        log.warning("delivery.waits", letter=letter.id, error=type(error).__name__)
        return SendError(type(error).__name__, after=SHORTLY, busy=True)
    return _broken(letter, error, permanent=letter.tries >= MOST_BROKEN)


def _broken(
    letter: Letter, error: Exception, permanent: bool = False, uncertain: bool = False
) -> SendError:
    log.error("delivery.broken", letter=letter.id, **told(error))
    return SendError(type(error).__name__, permanent=permanent, uncertain=uncertain)
