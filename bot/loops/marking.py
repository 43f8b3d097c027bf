"""What became of letters, written down: being sent, sent, again at, or given up. One Unit for all
outcomes that came together; one that breaks it is written alone.
"""

from __future__ import annotations

import structlog

from bot.logs import told
from bot.loops.afterwards import Marked, Outcome
from bot.loops.isolating import apart
from bot.loops.offering import offer
from bot.loops.over import find_over_here
from bot.loops.verdicts import rows_of
from domain.messages import Address
from handlers.dialog.setup import Setup
from handlers.people import membership
from storage.database import Database
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage
from storage.unit import Unit

log = structlog.get_logger()


async def mark(
    database: Database,
    setup: Setup,
    outcomes: list[Outcome],
) -> Marked:
    """Raises the database's error where nothing can be written; the outcomes then have to be
    marked again. One that alone cannot be written keeps no other from it.
    """
    marked = Marked()

    async def whole(some: list[Outcome]) -> None:
        marked.add(await _write(database, setup, some))

    async def bare(outcome: Outcome, error: Exception) -> None:
        log.error("delivery.marking_broken", letter=outcome.letter.id, **told(error))
        await apart(database, [outcome], rows_only, given_back)

    async def rows_only(some: list[Outcome]) -> None:
        marked.add(await _write(database, None, some))

    async def given_back(outcome: Outcome, error: Exception) -> None:
        log.error("delivery.not_marked", letter=outcome.letter.id, **told(error))
        marked.unwritten.append(outcome)

    await apart(database, outcomes, whole, bare)
    return marked


async def _write(
    database: Database, setup: Setup | None, outcomes: list[Outcome]
) -> Marked:
    """Without a setup only the letters' own rows."""
    marked = Marked()
    async with database.unit() as unit:
        rows = []
        for outcome in outcomes:
            if outcome.begins:
                await find_over_here(unit, outcome.letter.whole)
            rows += rows_of(unit, outcome, marked)
            if setup is not None:
                await _post(unit, outcome)
                _say_the_rest(unit, outcome)
                shown = outcome.shown_to_one
                if shown is not None:
                    await offer(unit, outcome.letter, shown)
        await unit.outbox.mark(rows)
        for outcome in outcomes:
            if setup is not None:
                await _consequences(unit, setup, outcome, marked)
    marked.letters = unit.outbox.handover
    return marked


def _say_the_rest(unit: Unit, outcome: Outcome) -> None:
    """What could not go with the words goes by itself."""
    letter = outcome.letter
    for sent in outcome.sent:
        if sent.left is not None:
            unit.outbox.add(
                letter.to,
                sent.left,
                letter.lane,
                case_id=letter.case_id,
                form_id=letter.form_id,
                about=letter.about,
            )


async def _post(unit: Unit, outcome: Outcome) -> None:
    """Remembers which message shows the case or the form, so that a reply finds it, and which is
    a card, so that it can be edited.
    """
    letter = outcome.letter
    about = (letter.case_id, letter.form_id, letter.reply.slot or None)
    if about == (None, None, None):
        return
    for sent in outcome.sent:
        if sent.new:
            slot = letter.reply.slot if sent is outcome.sent[-1] else ""
            post = SentMessage(
                letter.to,
                sent.message_id,
                letter.case_id,
                letter.form_id,
                slot,
                sent.shape,
            )
            unit.sent_messages.add(post)
            if slot and letter.replaces:
                await unit.sent_messages.retire(post)


def _back(unit: Unit, letter: Letter) -> bool:
    """Whether whoever refused it has written since: what they are sent now arrives."""
    return unit.people.heard_since(letter.to, letter.made_at)


async def _consequences(
    unit: Unit, setup: Setup, outcome: Outcome, marked: Marked
) -> None:
    """An address that is gone is marked so; a chat with a new id takes everything along. Of what
    a group takes in no form its admins hear.
    """
    error, letter = outcome.error, outcome.letter
    if error is not None and error.gone and not _back(unit, letter):
        marked.lost.add(letter.to)
        await membership.lost(
            letter.to,
            outcome.private,
            unit,
            setup,
        )
    elif error is not None and error.permanent and not outcome.private:
        await membership.refused(letter.to, unit, setup)
    if error is not None and error.moved_to:
        new = Address(letter.to.channel, error.moved_to)
        await membership.moved(unit, letter.to, new)
        marked.moved.append((letter.to, new))
