"""A card as it first comes to a chat: to which chats, in whose words, with which buttons."""

from __future__ import annotations

from domain.case import Case
from domain.kinds import Urgency
from domain.messages import Address, Reply
from domain.permissions import may
from domain.quiet import NIGHT, quiet_until
from handlers.casework.cards import boards, card
from handlers.casework.cards.card_buttons import act_of, buttons
from handlers.casework.letters.notice_buttons import Rows
from handlers.casework.reach import watchers
from handlers.dialog.scene import Scene
from storage.outbox.letters import ANSWER, NOTICE
from storage.unit import Unit


def slot(case: Case) -> str:
    return f"card:{case.id}"


def readers(unit: Unit, case: Case) -> list[Address]:
    """The chats in which the card stands now."""
    assignee = unit.directory.staff.get(case.assignee_id or 0)
    return watchers(unit.directory, case, assignee)


def language_at(scene: Scene, chat: Address) -> str:
    """A group speaks the service's language, a person their own."""
    people = scene.unit.directory.people_at(chat)
    return scene.language_of(people[0]) if people else scene.setup.language


async def send_new(
    scene: Scene, case: Case, photos: tuple[int, ...], files: tuple[int, ...] = ()
) -> None:
    """The first appearance: with its pictures, files and pin."""
    for chat in readers(scene.unit, case):
        await send(scene, case, chat, photos, files)
    boards.appear(scene, case)


async def send(
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
        choices=buttons_at(scene, language, case, chat),
        photos=photos,
        files=files,
        place=case.place,
        slot=slot(case),
        silent=night and not urgent,
    )
    put_out(scene, case, chat, shown, lane)


def buttons_at(
    scene: Scene,
    language: str,
    case: Case,
    chat: Address,
) -> Rows:
    """In a group all of them, since anybody may read it there; alone what counts for them."""
    directory = scene.unit.directory
    people, reach = directory.people_at(chat), directory.reach(case)

    def able(name: str) -> bool:
        act = act_of(name)
        return not people or any(may(one, act, case, reach) for one in people)

    return buttons(language, case, scene.setup.wishes is not None, able)


def put_out(
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
