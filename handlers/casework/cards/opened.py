"""A case that somebody has opened: what can be pressed below it, and that this goes along with what
happens, as long as it is the newest copy in their chat.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain import proofs
from domain.acts import Act
from domain.case import Case
from domain.messages import Address, Choice, Reply
from domain.moves import MOVES
from domain.people import Person
from domain.permissions import may
from domain.standing import Standing
from domain.states import State
from handlers.casework import phrases
from handlers.casework.cards import card_buttons
from handlers.casework.happened import Happened, Order
from handlers.casework.letters.notice_buttons import Rows, buttons, number_button
from handlers.casework.permission import standing_of, visible
from handlers.dialog.scene import Scene
from handlers.texts.sentences import label
from storage.outbox.letters import NOTICE
from storage.sent_messages import OPENED, SentMessage

CARD, STORY = f"{OPENED}card:", f"{OPENED}story:"
"""What a slot begins with: as who looks after it reads it, and as who waits for it."""

OFFERED = {
    State.RESOLVED: "feedback",
    State.CLOSED: "closed",
    State.REJECTED: "rejected",
}
"""What can still be said of a case that is over: the same as below the notice of it."""

SHOWN_BY = (
    "area",
    "assignee_id",
    "kind",
    "merged_into",
    "office",
    "parent_id",
    "parts",
    "post",
    "privacy",
    "state",
)
"""What the buttons follow from."""


async def shown(scene: Scene, chat: Address, case: Case, kind: str) -> str:
    """The slot of a copy that comes now: the ones before stay as they are from here on."""
    slot = f"{kind}{case.id}"
    await scene.unit.sent_messages.let_go([chat], slot, case.id)
    return slot


async def hear(scene: Scene, happened: Happened) -> Sequence[Order]:
    case, before = happened.case, happened.before
    if any(getattr(case, name) != getattr(before, name) for name in SHOWN_BY):
        for sent in await scene.unit.sent_messages.opened(case.id):
            await _change(scene, before, case, sent)
    return ()


async def _change(
    scene: Scene,
    before: Case,
    case: Case,
    sent: SentMessage,
) -> None:
    unit = scene.unit
    await unit.people.load([sent.chat])
    person = unit.people.at(sent.chat)
    if person is None or not await visible(unit, person, case):
        return
    below = of_card if sent.slot.startswith(CARD) else of_story
    rows = await below(scene, person, case)
    if rows == await below(scene, person, before):
        return
    rows = rows or ((number_button(case, person.id == case.filer_id),),)
    reply = Reply(choices=rows, edits=sent.message_id, slot=sent.slot, silent=True)
    unit.outbox.add(sent.chat, reply, NOTICE, case_id=case.id, about=case.number)


async def of_card(scene: Scene, person: Person, case: Case) -> Rows:
    """The card's own buttons, the filer's where it is theirs, and the parts."""
    unit, language = scene.unit, scene.language_of(person)
    reach = unit.directory.reach(case)

    def able(name: str) -> bool:
        return may(person, card_buttons.act_of(name), case, reach)

    wishes = scene.setup.wishes is not None
    rows = [*card_buttons.buttons(language, case, wishes, able)]
    if person.id == case.filer_id:
        rows += await of_story(scene, person, case)
    if case.open and may(person, Act.REJECT, case, reach):
        rows.append((_button(language, case, "reject"),))
    apart = (case.state, Act.UNMERGE) in MOVES
    if apart and await visible(unit, person, case, Act.UNMERGE):
        rows.append((_button(language, case, "unmerge"),))
    for part in await unit.cases.parts_of(case.id) if case.parts else ():
        named = f"{part.number} · {phrases.state(language, part)}"
        rows.append((Choice(named, f"c:{part.id}:open"),))
    return tuple(rows)


async def of_story(scene: Scene, person: Person, case: Case) -> Rows:
    """What who waits for the case can do with it, and the slip of one's own report."""
    standing = await standing_of(scene.unit, person, case)
    language = scene.language_of(person)
    rows = of_filer(language, person, case, standing)
    on = scene.setup.proofs
    mine = case.filer_id == person.id
    if on is None or not mine or proofs.refusal(case, case, on.kinds):
        return rows
    return (*rows, (Choice(label(language, "button-proof"), f"proof:{case.id}"),))


def of_filer(
    language: str, person: Person, case: Case, standing: Standing = Standing.NONE
) -> Rows:
    """Who said "me too" decides nothing."""
    mine = case.filer_id == person.id
    joined = standing is Standing.FOLLOWER and not mine
    if joined and not case.open:
        return ()
    if case.state in OFFERED:
        return buttons(language, case, OFFERED[case.state])
    if case.open:
        last = "withdraw" if mine else "leave"
        row = (_button(language, case, "add"), _button(language, case, last))
        return (row,)
    return ()


def _button(language: str, case: Case, name: str) -> Choice:
    return Choice(label(language, f"button-{name}"), f"c:{case.id}:{name}")
