"""Each of several matters that one message tells goes into a draft of its own."""

from __future__ import annotations

from dataclasses import replace

from domain.answers import Attached
from domain.draft import Draft
from domain.messages import Event
from domain.privacy import STRICTNESS, Privacy
from handlers.casework import whereabouts
from handlers.dialog import conversation, filling
from handlers.dialog.coming import keep_media
from handlers.dialog.fields import A_MATTER
from handlers.dialog.fits import Heard
from handlers.dialog.form import Form
from handlers.dialog.turn import Turn
from handlers.filing.discreet import wishes
from handlers.filing.draft import with_about
from handlers.filing.hearing import read_text
from handlers.filing.where.spots import Spot, spot_of


async def apart(
    turn: Turn,
    form: Form,
    first: Draft,
    texts: tuple[str, ...],
) -> None:
    """The first text, with what came beside it, goes into that draft, each other into one of its
    own; one press makes them one. What was asked of who may know of it holds for each.
    """
    wished = wishes(read_text(turn, turn.event.text).asked)
    there = _there(turn, texts)
    first = with_about(first, first.about | wished | there.get(texts[0], {}))
    came = keep_media(turn, form, first, turn.event)
    events = _events(turn, texts)
    came = [replace(part, message=events[0].message_id) for part in came]
    kept = await _kept(turn, form, first, events[0], came)
    join = turn.choice("button-together", f"f:{first.id}:together")
    many = len(texts)
    told = (
        turn.say("several-at-once", count=many) if many > 2 else turn.say("two-at-once")
    )
    turn.reply(told, [[join]])
    for event in events[1:]:
        about = {"beside": first.id} | wished | there.get(event.text, {})
        draft = await conversation.begin(turn, form, about, show=False)
        bare = replace(event, media=(), place=None)
        kept = await _kept(turn, form, draft, bare, [])
    if kept is not None:
        conversation.show(turn, form, kept)


def _there(
    turn: Turn,
    texts: tuple[str, ...],
) -> dict[str, dict[str, Spot]]:
    """By text, the place of another one, where that is the only one named: 5号网格路灯坏了，还有
    垃圾没人收. What is private goes to others by its place, so it has to be said with it.
    """
    found = {text: whereabouts.find(turn.scene, text, turn.person) for text in texts}
    known = [one.sure for one in found.values() if one.sure]
    if len(known) != 1 or turn.event.place:
        return {}
    spot = spot_of(known[0]) | {"said": ""}
    nowhere = [text for text, one in found.items() if not (one.sure or one.likely)]
    return {text: {"spot": spot} for text in nowhere if _open(turn, text)}


def _open(turn: Turn, text: str) -> bool:
    return read_text(turn, text).privacy is Privacy.OPEN


def _events(turn: Turn, texts: tuple[str, ...]) -> list[Event]:
    """The message as each text alone. Its number goes with the most private one: an edit brings
    all the words.
    """
    found = [read_text(turn, text).privacy for text in texts]
    most = max(range(len(texts)), key=lambda at: STRICTNESS.index(found[at]))
    return [
        replace(
            turn.event,
            text=text,
            message_id=turn.event.message_id if at == most else "",
        )
        for at, text in enumerate(texts)
    ]


async def _kept(
    turn: Turn, form: Form, draft: Draft, event: Event, came: list[Attached]
) -> Draft | None:
    heard = Heard(event, report=A_MATTER)
    taken = filling.take(form, draft, heard, came)
    return await conversation.keep(turn, form, taken)
