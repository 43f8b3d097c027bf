"""What is said to somebody whose picture did not come through."""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from domain.messages import Choice, Reply
from handlers.casework.permission import refusal_for
from handlers.dialog.fields import without_media
from handlers.dialog.scene import Actor, Scene
from handlers.dialog.setup import Setup
from handlers.filing.on_its_way import settled
from handlers.texts.sentences import known, label, say
from storage.media.media import HOUSE
from storage.memory.media import Kept
from storage.unit import Unit


async def lost(unit: Unit, setup: Setup, kept: Kept) -> None:
    """Deleted or expired before it was here: whoever sent it to a case, or into a draft that is
    still open, hears that it is not there.
    """
    await settled(unit, setup, kept)
    if kept.chat == HOUSE:
        return
    case = await _case(unit, kept)
    if case is not None:
        await _tell(unit, setup, kept, "refuse-lost-file", case)
    elif await _let_go(unit, kept):
        await _tell(unit, setup, kept, "refuse-lost-here", None)


REFUSALS = {
    "format": "refuse-no-photo",
    "pixels": "refuse-too-many-pixels",
    "bytes": "refuse-too-big",
}
"""Why a file is not taken → what its sender hears; `-case` behind it where it belongs to one."""


async def refused(unit: Unit, setup: Setup, kept: Kept, reason: str) -> None:
    """No picture after all, or too large to be one: its sender hears it, kindly; a draft that
    still holds it lets it go.
    """
    await settled(unit, setup, kept)
    case = await _case(unit, kept)
    key = REFUSALS.get(reason, REFUSALS["format"])
    if case is None:
        await _let_go(unit, kept)
        return await _tell(unit, setup, kept, key, None)
    await _tell(unit, setup, kept, f"{key}-case", case)


async def _case(unit: Unit, kept: Kept) -> Case | None:
    """The case to which it belongs by now: since it was wanted, its draft may have been sent."""
    fresh = (await unit.media.get_many([kept.id]))[0]
    return await unit.cases.get(fresh.case_id) if fresh.case_id else None


async def _let_go(unit: Unit, kept: Kept) -> bool:
    """Whether a draft held it."""
    draft = await unit.forms.get(kept.form_id) if kept.form_id else None
    if draft is None:
        return False
    await unit.forms.put(without_media(draft, kept.id))
    return True


async def _tell(
    unit: Unit, setup: Setup, kept: Kept, key: str, case: Case | None
) -> None:
    if not kept.chat.chat:
        return  # they left
    await unit.people.load([kept.chat])
    person = unit.people.at(kept.chat)
    language = known((person.language if person else "") or setup.language)
    most = setup.most_bytes // 2**20
    text = say(language, key, number=case.number if case else "", most=most)
    if case is None or person is None:
        unit.outbox.add(kept.chat, Reply(text=text))
        return
    rows = await _again(Scene(unit, setup, Actor(person, kept.chat.channel)), case)
    unit.outbox.add(kept.chat, Reply(text=text, choices=rows), case_id=case.id)


async def _again(scene: Scene, case: Case) -> tuple[tuple[Choice, ...], ...]:
    """What takes another one where it belongs, also in a chat that cannot reply to this."""
    language = scene.language_of(scene.actor.person)
    for act in (Act.ADD, Act.NOTE):
        if await refusal_for(scene, case, act) is None:
            name = act.value
            choice = Choice(label(language, f"button-{name}"), f"c:{case.id}:{name}")
            return ((choice,),)
    return ()
