"""A card is one living message a chat: sent once, then edited when the case moves."""

from __future__ import annotations

from collections.abc import Sequence

from domain.case import Case
from domain.kinds import Urgency
from domain.messages import Address, Reply
from domain.people import Person
from domain.permissions import may
from domain.privacy import Aspect
from domain.quiet import NIGHT, quiet_until
from domain.viewers import reads
from handlers.casework import boards, card
from handlers.casework.card_buttons import act_of, buttons
from handlers.casework.card_files import shown_files, shown_photos
from handlers.casework.happened import Happened, Order
from handlers.casework.notice_buttons import Rows
from handlers.casework.reach import watchers
from handlers.dialog.scene import Scene
from storage.memory.directory import Directory
from storage.outbox.letters import ANSWER, NOTICE
from storage.unit import Unit

NO_CARD = "card"
"""In an act's `hush`: who looks after the case hears of it in a list."""
MOVES_THE_CARD = ("area", "assignee_id", "office", "post", "privacy")


def slot(case: Case) -> str:
    return f"card:{case.id}"


async def hear(scene: Scene, happened: Happened) -> Sequence[Order]:
    spared = NO_CARD in happened.hush
    await refresh(scene, happened.case, happened.before, spared)
    return ()


def readers(unit: Unit, case: Case) -> list[Address]:
    """The chats in which the card stands now."""
    assignee = unit.directory.staff.get(case.assignee_id or 0)
    return watchers(unit.directory, case, assignee)


def language_at(scene: Scene, chat: Address) -> str:
    """A group speaks the service's language, a person their own."""
    directory = scene.unit.directory
    for person_id, addresses in directory.addresses.items():
        if chat in addresses:
            return scene.language_of(directory.staff[person_id])
    return scene.setup.language


# --- sending ---


async def send_new(
    scene: Scene, case: Case, photos: tuple[int, ...], files: tuple[int, ...] = ()
) -> None:
    """The first appearance: with its pictures, files and pin."""
    for chat in readers(scene.unit, case):
        await _send(scene, case, chat, photos, files)
    boards.appear(scene, case)


async def _send(
    scene: Scene,
    case: Case,
    chat: Address,
    photos: tuple[int, ...],
    files: tuple[int, ...] = (),
) -> None:
    urgent = case.urgency is Urgency.URGENT
    lane = ANSWER if urgent else NOTICE
    night = quiet_until(scene.unit.now, NIGHT, scene.setup.zone) is not None
    language = language_at(scene, chat)
    shown = Reply(
        text=await card.text(scene, case, language),
        choices=_buttons(scene, language, case, chat),
        photos=photos,
        files=files,
        place=case.place,
        slot=slot(case),
        silent=night and not urgent,
    )
    _out(scene, case, chat, shown, lane)


def _buttons(
    scene: Scene,
    language: str,
    case: Case,
    chat: Address,
) -> Rows:
    """In a group all of them, since anybody may read it there; alone what counts for them."""
    directory = scene.unit.directory
    people, reach = _people(directory, chat), directory.reach(case)

    def able(name: str) -> bool:
        act = act_of(name)
        return not people or any(may(one, act, case, reach) for one in people)

    return buttons(language, case, scene.setup.wishes is not None, able)


def _out(
    scene: Scene,
    case: Case,
    chat: Address,
    reply: Reply,
    lane: int,
    replaces: str = "",
) -> None:
    scene.unit.outbox.add(
        chat, reply, lane, case_id=case.id, about=case.number, replaces=replaces
    )


# --- editing ---


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
    _out(scene, case, chat, reply, NOTICE, replaces=slot(case))


async def as_it_is(scene: Scene, case: Case, chat: Address, here: bool) -> Reply:
    """The card for this chat now; with its buttons where it belongs `here`."""
    language = language_at(scene, chat)
    may_read = card.shown_to_all(case) or _reads(scene.unit, case, chat)
    return Reply(
        text=await card.text(scene, case, language, may_read),
        choices=_buttons(scene, language, case, chat) if here else (),
        slot=slot(case),
        silent=True,
    )


async def _send_to(scene: Scene, case: Case, chats: list[Address]) -> None:
    if chats:
        photos = await shown_photos(scene.unit, case)
        files = await shown_files(scene.unit, case)
        for chat in chats:
            await _send(scene, case, chat, photos, files)


def _reads(unit: Unit, case: Case, chat: Address) -> bool:
    """Whether whoever stands behind this chat may read the case; a group reads no confidential
    one.
    """
    directory = unit.directory
    path = directory.reach(case)
    people = _people(directory, chat)
    return any(reads(person, case, path, Aspect.WORDS) for person in people)


def _people(directory: Directory, chat: Address) -> list[Person]:
    """Whose chat it is; nobody's for a group."""
    return [
        directory.staff[person_id]
        for person_id, addresses in directory.addresses.items()
        if chat in addresses
    ]
