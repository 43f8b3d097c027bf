"""A card that stands in a chat is edited when the case moves, and sent to where it belongs now."""

from __future__ import annotations

from collections.abc import Sequence

from domain.case import Case
from domain.messages import Address, Reply
from domain.privacy import Aspect
from domain.viewers import reads
from handlers.casework.cards import card
from handlers.casework.cards.card_files import shown_files, shown_photos
from handlers.casework.cards.card_sending import (
    buttons_at,
    language_at,
    put_out,
    readers,
    send,
    slot,
)
from handlers.casework.happened import Happened, Order
from handlers.dialog.scene import Scene
from storage.outbox.letters import NOTICE
from storage.unit import Unit

NO_CARD = "card"
"""In an act's `hush`: who looks after the case hears of it in a list."""
MOVES_THE_CARD = ("area", "assignee_id", "office", "post", "privacy")


async def hear(scene: Scene, happened: Happened) -> Sequence[Order]:
    spared = NO_CARD in happened.hush
    await refresh(scene, happened.case, happened.before, spared)
    return ()


async def refresh(
    scene: Scene,
    case: Case,
    before: Case,
    spared: bool = False,
) -> None:
    """Edits the card wherever it stands, and sends it to those who should see it from now on.

    Where they are `spared`, nothing new comes to who looks after the case or did so before.
    """
    unit = scene.unit
    standing = {sent.chat for sent in await unit.sent_messages.cards(case.id)}
    own = _own_chats(unit, case, before) - standing if spared else set()
    here = readers(unit, case)
    if case.filed_at < unit.now:
        # A card on its way to a chat may not be written down yet; what follows it there becomes
        # an edit.
        standing.update(readers(unit, before))
    for chat in standing - own:
        await _edit(scene, case, chat, chat in here)
    if case.open and _moved(case, before):
        met = standing | own
        await _send_to(scene, case, [chat for chat in here if chat not in met])


def _own_chats(unit: Unit, *cases: Case) -> set[Address]:
    """The private chats of who looks after these."""
    addresses = unit.directory.addresses
    return {chat for case in cases for chat in addresses.get(case.assignee_id or 0, ())}


async def redraw(scene: Scene, case: Case) -> None:
    """Edits the card where it stands: time alone has changed what it says."""
    here = readers(scene.unit, case)
    for sent in await scene.unit.sent_messages.cards(case.id):
        await _edit(scene, case, sent.chat, sent.chat in here)


def _moved(case: Case, before: Case) -> bool:
    return any(getattr(case, name) != getattr(before, name) for name in MOVES_THE_CARD)


async def _edit(scene: Scene, case: Case, chat: Address, here: bool) -> None:
    reply = await as_it_is(scene, case, chat, here)
    put_out(scene, case, chat, reply, NOTICE, replaces=slot(case))


async def as_it_is(
    scene: Scene,
    case: Case,
    chat: Address,
    here: bool,
) -> Reply:
    """The card for this chat now; with its buttons where it belongs `here`."""
    language = language_at(scene, chat)
    may_read = card.shown_to_all(case) or _reads(scene.unit, case, chat)
    return Reply(
        text=await card.text(scene, case, language, may_read),
        choices=buttons_at(scene, language, case, chat) if here else (),
        slot=slot(case),
        silent=True,
    )


async def _send_to(scene: Scene, case: Case, chats: list[Address]) -> None:
    if chats:
        photos = await shown_photos(scene.unit, case)
        files = await shown_files(scene.unit, case)
        for chat in chats:
            await send(scene, case, chat, photos, files)


def _reads(unit: Unit, case: Case, chat: Address) -> bool:
    """Whether whoever stands behind this chat may read the case; a group reads no confidential
    one.
    """
    directory = unit.directory
    path = directory.reach(case)
    people = directory.people_at(chat)
    return any(reads(person, case, path, Aspect.WORDS) for person in people)
