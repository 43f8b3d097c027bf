"""The card that asks an admin to confirm points by hand: put once, and changed where it stands."""

from __future__ import annotations

from domain.messages import Choice, Reply
from domain.people import Person
from handlers.casework.letters.sending import waits_until
from handlers.dialog.scene import Scene
from handlers.points.awards import Award
from handlers.texts.sentences import Safe, label
from storage.outbox.letters import NOTICE

FIRST, AGAIN = "", ":again"
"""The two cards of an award that waits long: the second rings, where a change would not."""


async def put(
    scene: Scene,
    award: Award,
    person: Person,
    text: Safe,
    which: str = FIRST,
) -> None:
    """With two buttons. It is kept with the case, and no more urgent than that anybody gives."""
    until, case = waits_until(scene, person), award.case
    card = Reply(
        text,
        _buttons(scene.language_of(person), award),
        slot=_slot(award, which),
    )
    doors = await scene.unit.people.doors(person.id, all_of_them=False)
    for chat in doors:
        scene.unit.outbox.add(
            chat,
            card,
            NOTICE,
            at=until,
            held=until is not None,
            case_id=case.id if case else None,
            about=case.number if case else "",
        )


async def change(
    scene: Scene,
    award: Award,
    person: Person,
    text: Safe,
) -> None:
    """Wherever one stands; nobody hears of it. Where none is known, its buttons say it."""
    unit, case_id = scene.unit, award.case.id if award.case else None
    for chat in await unit.people.addresses(person.id):
        for which in (FIRST, AGAIN):
            card = await unit.sent_messages.living(
                chat,
                case_id,
                _slot(award, which),
            )
            if card is not None:
                shown = Reply(text, edits=card.message_id, silent=True)
                unit.outbox.add(chat, shown, NOTICE, case_id=case_id)


def _slot(award: Award, which: str) -> str:
    return f"award:{award.id}{which}"


def _buttons(language: str, award: Award) -> tuple[tuple[Choice, ...], ...]:
    yes = label(language, "button-award-yes")
    no = label(language, "button-award-no")
    return (
        (
            Choice(yes, f"pt:yes:{award.id}"),
            Choice(no, f"pt:no:{award.id}"),
        ),
    )
