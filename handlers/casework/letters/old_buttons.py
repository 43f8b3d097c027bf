"""Buttons below notices that no longer count: they go where the channel can change a message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.acts import Act
from domain.case import Case
from domain.messages import Address, Reply
from domain.moves import MOVES
from handlers.casework.happened import Happened, Order
from handlers.casework.letters.notice_buttons import (
    BELOW,
    FOR_WHO_WAITS,
    acts_below,
    below_in,
    chosen,
    number_button,
)
from handlers.dialog.scene import Scene
from storage.outbox.letters import NOTICE
from storage.sent_messages import SentMessage

OFFERED = frozenset(act for name in BELOW for act in acts_below(name))
WORDS = (Act.ADD, Act.ANSWER)
"""They can always be said, but nobody is waiting for them once it is over."""


async def hear(scene: Scene, happened: Happened) -> Sequence[Order]:
    """Whatever changes what can be done takes away what cannot be done any more."""
    case, before = happened.case, happened.before
    moved = (case.state, case.assignee_id) != (before.state, before.assignee_id)
    if moved or happened.act in OFFERED:
        own = await _own_chats(scene)
        for sent in await scene.unit.sent_messages.notices(case.id):
            await _look(scene, happened, sent, sent.chat in own)
    return ()


async def _own_chats(scene: Scene) -> Sequence[Address]:
    actor = scene.actor.id
    return await scene.unit.people.addresses(actor) if actor is not None else ()


async def _look(
    scene: Scene, happened: Happened, sent: SentMessage, theirs: bool
) -> None:
    name = below_in(sent.slot)
    left = _left(name, happened, theirs)
    if left == _possible(name, happened.before):
        return
    case, kept = happened.case, sent.slot if left else ""
    mine = name in FOR_WHO_WAITS
    language = await _language(scene, sent) if left else ""
    rows = (*chosen(language, case, name, left), (number_button(case, mine),))
    reply = Reply(choices=rows, edits=sent.message_id, slot=kept, silent=True)
    scene.unit.outbox.add(sent.chat, reply, NOTICE, case_id=case.id, about=case.number)
    scene.unit.sent_messages.add(replace(sent, slot=kept))


def _left(name: str, happened: Happened, theirs: bool) -> list[Act]:
    """What still counts: nothing once one of it was done, or once it is somebody else's.

    Everybody who waits has a word of their own; of theirs only what they said themselves is done.
    """
    case, before = happened.case, happened.before
    waits = name in FOR_WHO_WAITS
    done = happened.act in acts_below(name) and (theirs or not waits)
    passed_on = case.assignee_id != before.assignee_id and not waits
    too_late = happened.act is Act.CLOSE
    return [] if done or passed_on or too_late else _possible(name, case)


def _possible(name: str, case: Case) -> list[Act]:
    return [act for act in acts_below(name) if possible(case, act)]


def possible(case: Case, act: Act) -> bool:
    return (case.state, act) in MOVES and (case.open or act not in WORDS)


async def _language(scene: Scene, sent: SentMessage) -> str:
    await scene.unit.people.load([sent.chat])
    return scene.language_of(scene.unit.people.at(sent.chat))
