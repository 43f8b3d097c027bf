"""What became of a message's words, so that an edit of it goes where they went."""

from __future__ import annotations

from collections.abc import Iterable

from domain.case import Case
from domain.draft import Draft
from domain.messages import Address
from handlers.actions.table import ACTS
from handlers.dialog.fields import messages
from handlers.dialog.turn import Turn
from storage.sent_messages import SentMessage


def of_draft(
    turn: Turn,
    draft: Draft,
    case: Case,
    name: str,
) -> None:
    """Each of its messages went to the case by that act."""
    _went(turn, draft.chat, messages(draft), case, ACTS[name].act.value)


def of_event(turn: Turn, case: Case, shape: str) -> None:
    """The message that is being answered did; `shape` is the act."""
    number = turn.event.message_id
    _went(turn, turn.event.chat, [number] if number else [], case, shape)


def _went(
    turn: Turn,
    chat: Address,
    numbers: Iterable[str],
    case: Case,
    shape: str,
) -> None:
    for number in numbers:
        sent = SentMessage(chat, number, case.id, None, shape=shape)
        turn.unit.sent_messages.add(sent)
