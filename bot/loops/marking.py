"""What became of letters, written down: being sent, sent, again at, or given up. One Unit for all
outcomes that came together; one that breaks it is written alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import structlog

from bot.channels.channel import SendError, Sent
from bot.logs import told
from bot.loops.isolating import apart
from bot.loops.offering import offer
from domain import retry
from domain.fitting import Shown
from domain.messages import Address, tidy
from handlers.dialog.setup import Setup
from handlers.people import membership
from storage.database import Database
from storage.outbox.due import FAR
from storage.outbox.letters import ANNOUNCEMENT, Letter
from storage.sent_messages import SentMessage
from storage.unit import Unit

log = structlog.get_logger()
LONGEST_WHY = 500  # letters of an error that are kept


@dataclass(slots=True)
class Outcome:
    """One letter after its send: the messages that now stand there, or why not. With `begins` it
    is still to be sent: an announcement, of which nobody may have two.

    `private` says whether one person alone reads in that chat, `shown` what can be chosen there
    by typing.
    """

    letter: Letter
    sent: list[Sent] = field(default_factory=list)
    error: SendError | None = None
    private: bool = True
    begins: bool = False
    shown: Shown | None = None

    @property
    def shown_to_one(self) -> Shown | None:
        """What arrived, if it did; in a group nobody answers for all by typing."""
        arrived = self.private and self.error is None and not self.begins
        return self.shown if arrived else None

    def of(self, letter: Letter) -> Outcome:
        """The same of a letter that went along; what it looked like is told of the first."""
        return Outcome(letter, error=self.error, private=self.private)


@dataclass(slots=True)
class Marked:
    """What delivery has to do next: letters to send, and to try again (in so many seconds, tried
    so often by now), chats with a new id, chats that are gone, what the marking itself had to say,
    and outcomes that could not be written.
    """

    begins: list[Letter] = field(default_factory=list)
    again: list[tuple[Letter, float, int]] = field(default_factory=list)
    moved: list[tuple[Address, Address]] = field(default_factory=list)
    lost: set[Address] = field(default_factory=set)
    letters: list[Letter] = field(default_factory=list)
    unwritten: list[Outcome] = field(default_factory=list)

    def add(self, other: Marked) -> None:
        self.begins += other.begins
        self.again += other.again
        self.moved += other.moved
        self.lost |= other.lost
        self.letters += other.letters


async def mark(database: Database, setup: Setup, outcomes: list[Outcome]) -> Marked:
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
            rows += _rows(unit, outcome, marked)
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


def _rows(unit: Unit, outcome: Outcome, marked: Marked) -> list[dict[str, Any]]:
    """What the rows become: all that goes together begins together."""
    if not outcome.begins:
        return [_judge(unit, outcome, marked)]
    marked.begins.append(outcome.letter)
    begun = {"to_state": "sending", "sent": None}
    return [
        _sent(unit, letter) | begun | {"tried": letter.tries}
        for letter in outcome.letter.whole
        if letter.durable
    ]


def _sent(unit: Unit, letter: Letter) -> dict[str, Any]:
    return {
        "of": letter.id,
        "to_state": "sent",
        "again_at": unit.now,
        "tried": letter.tries + 1,
        "sent": unit.now,
        "why": "",
    }


def _judge(unit: Unit, outcome: Outcome, marked: Marked) -> dict[str, Any]:
    """What the row becomes: sent, waiting for another try, or given up."""
    letter, error = outcome.letter, outcome.error
    row = _sent(unit, letter)
    if error is None:
        return row
    log.info(
        "delivery.failed",
        letter=letter.id,
        channel=letter.to.channel,
        why=error.log,
        permanent=error.permanent,
    )
    row |= {"sent": None, "why": tidy(error.log[:LONGEST_WHY])}
    if _given_up(unit, letter, error):
        return row | {"to_state": "gave_up"}
    tries = letter.tries + (0 if error.busy else 1)
    after = _pause(unit, letter, error)
    if after > FAR:
        letter.due_at = unit.now + after  # nobody waits for it until then
    marked.again.append((letter, after.total_seconds(), tries))
    return row | {"to_state": "waiting", "again_at": unit.now + after, "tried": tries}


def _given_up(unit: Unit, letter: Letter, error: SendError) -> bool:
    """Twice is worse than never for an announcement, and never worse than twice for all else."""
    unsafe = error.uncertain and letter.lane == ANNOUNCEMENT
    lasting = error.gone or error.permanent
    return lasting or unsafe or retry.hopeless(unit.now, letter.made_at, letter.tries)


def _pause(unit: Unit, letter: Letter, error: SendError) -> timedelta:
    """How long to wait before the next try."""
    if error.moved_to:
        return timedelta(0)
    if error.after is not None:
        return error.after
    return retry.again_at(unit.now, letter.tries) - unit.now


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
    """Remembers which message shows the case or the form, so that a reply finds it and a card
    can be edited.
    """
    letter = outcome.letter
    if letter.case_id is None and letter.form_id is None:
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
