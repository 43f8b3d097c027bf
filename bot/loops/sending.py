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
from bot.loops.order import Said, as_chosen, as_told, by_weight, too_long
from bot.loops.over import find_over
from domain.fitting import Shown, fit, lacks, with_text
from domain.lengths import joined
from domain.messages import AS_THEY_ARE, Can
from domain.one_message import merge
from domain.same_labels import told_apart
from handlers.people import hello
from storage.database import Database
from storage.outbox.letters import Letter
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
    can = channel.can(letter.to.chat)
    as_it_is = can in AS_THEY_ARE
    if as_it_is:
        reply = fit(letter.reply, can)
        shown = merge([reply] if reply else [], can)
    else:
        shown = _merged(await _fitted(channel, can, whole), can)
    if shown is None:
        return None
    on_case = letter.case_id is not None and letter.form_id is None
    typed = not as_it_is or on_case
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


def _merged(said: list[Said], can: Can) -> Shown | None:
    """Where there is no room for all, the less important is cut."""
    whole = [reply for _, reply in said]
    replies = whole if too_long(said, can) else as_told(said)
    return merge(replies, can, as_chosen(said))


async def _fitted(channel: Channel, can: Can, whole: list[Letter]) -> list[Said]:
    """What is shown of each, the most important first; where that is too much, the last line leads
    to the whole.
    """
    said: list[Said] = []
    for one in by_weight(whole, can):
        link = await channel.page(one) if lacks(one.reply, can) else ""
        again = bool(one.replaces and one.reply.slot)
        reply = fit(one.reply, can, link, again)
        said += [] if reply is None else [(one, reply)]
    shown = told_apart([(reply, one.about) for one, reply in said])
    made = [(one, reply) for (one, _), reply in zip(said, shown, strict=True)]
    if not too_long(made, can):
        return made
    first, last = whole[0], made[-1][1]
    link = await channel.page(replace(first, parts=[one for one, _ in made]))
    return [*made[:-1], (made[-1][0], with_text(last, joined([last.text, link], "\n")))]


async def _before(
    database: Database,
    letter: Letter,
    error: Exception,
) -> SendError:
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
