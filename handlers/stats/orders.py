"""What takes long to count is put down as an order in the turn that asks, and answered later."""

from __future__ import annotations

from domain.draft import Draft
from domain.messages import Event, EventKind
from handlers.dialog.marks import PREFIX, mark
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Turn

KIND = "figures"
"""The timer's kind, and the mark's name."""


async def put(turn: Turn, what: str, words: str) -> None:
    """Whoever asks hears that it is being counted; what they asked before is asked no more."""
    event, unit = turn.event, turn.unit
    for one in await unit.forms.of(turn.private):
        if one.name == PREFIX + KIND and one.about["message"] == event.message_id:
            await over(turn.scene, one)
    pressed = event.kind is EventKind.PRESS
    about = {"what": what, "words": words, "press": pressed}
    await mark(turn, KIND, about | {"message": event.message_id})
    made = (await unit.forms.of(turn.private))[-1]
    unit.timers.set(KIND, made.id, unit.now)
    turn.toast("stats-soon")
    if not pressed:
        turn.reply(turn.say("stats-soon"))


async def over(scene: Scene, order: Draft) -> None:
    await scene.unit.forms.drop(order)
    scene.unit.timers.set("draft", order.id, None)
    scene.unit.timers.set(KIND, order.id, None)


async def asking(scene: Scene, order: Draft) -> Turn | None:
    """The turn in which it was asked, as of now; None where they are gone."""
    person = await scene.unit.people.get(order.person_id)
    if person is None:
        return None
    kind = EventKind.PRESS if order.about["press"] else EventKind.MESSAGE
    event = Event(
        f"order-{order.id}",
        order.chat,
        order.chat,
        kind,
        message_id=order.about["message"],
    )
    return Turn(event, scene.unit, scene.setup, person)
