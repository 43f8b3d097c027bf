"""Buttons on a case: what each press does. Acts that need a word open a one-step form in private."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.case import Act, Case
from domain.messages import Choice, Reply
from domain.people import may
from handlers import cards, casework, phrases, routing
from handlers.rider import my
from handlers.texts import Safe
from handlers.turn import Refused, Turn, whole
from handlers.word_forms import WORD_FORMS, open_word_form
from storage.outbox import ANSWER

Press = Callable[[Turn, Case, str], Awaitable[None]]
INSIDE = tuple(Act)


async def on_case(turn: Turn, data: str) -> None:
    """`c:<case id>:<act>[:<value>]`."""
    number, _, rest = data.partition(":")
    act, _, value = rest.partition(":")
    case_id = whole(number)
    if case_id is None:
        raise Refused("refuse-old-button")
    case = await casework.case_for(turn, case_id)
    if act in WORD_FORMS:
        return await open_word_form(turn, act, case.id)
    if act not in PRESSES:
        raise Refused("refuse-old-button")
    await PRESSES[act](turn, case, value)


async def accept(turn: Turn, case: Case, value: str) -> None:
    case = await casework.perform(turn.unit, turn.setup, casework.actor_of(turn), case, Act.ACCEPT)
    due = phrases.when(turn.language, case.resolve_due, turn.unit.now, turn.setup)
    turn.toast("toast-accepted", number=case.number, due=due)


async def hand_on(turn: Turn, case: Case, value: str) -> None:
    """Shows to whom it can go, the nearest first: one press each."""
    casework.allow(turn.unit, casework.actor_of(turn), case, Act.HAND_ON)
    if not case.open:
        raise await casework.refusal(turn.unit, casework.actor_of(turn), case, Act.HAND_ON)
    options = routing.candidates(turn.unit.directory, case.area, case.assignee_id)
    if not options:
        raise Refused("refuse-nobody")
    buttons = [
        Choice(f"{person.name} · {turn.unit.directory.areas[area].name}"[:40], f"c:{case.id}:to:{person.id}")
        for person, area in options
    ]
    turn.toast("" if turn.event.private else "toast-in-private")
    turn.reply(turn.say("hand-on-whom", number=case.number), [[button] for button in buttons], case_id=case.id)


async def hand_to(turn: Turn, case: Case, value: str) -> None:
    options = routing.candidates(turn.unit.directory, case.area, case.assignee_id)
    chosen = next(((person, area) for person, area in options if str(person.id) == value), None)
    if chosen is None:
        raise Refused("refuse-old-button")
    person, area = chosen
    # Somebody below the case's area takes it into theirs; a lead above sees it where it is.
    area = case.area if area in turn.unit.directory.path(case.area) else area
    actor = casework.actor_of(turn)
    case = await casework.perform(turn.unit, turn.setup, actor, case, Act.HAND_ON, to=person, area=area)
    turn.toast()
    turn.reply(turn.say("done-hand-on", number=case.number, name=person.name), edit=True, case_id=case.id)


async def open_case(turn: Turn, case: Case, value: str) -> None:
    """The whole case: its filer sees its story, the people who look after it the card and all that was said."""
    turn.toast()
    if not may(turn.person, Act.NOTE, case, turn.unit.directory.path(case.area)):
        return await my.open_mine(turn, case)
    await show_card(turn, case)


async def show_card(turn: Turn, case: Case) -> None:
    kept = await turn.unit.media.of_case(case.id)
    photos = tuple(row.id for row in kept if row.media.kind == "photo" and row.status != "refused")
    story = await my.story(turn, case, INSIDE, INSIDE, most=40)
    text = await cards.text(turn.unit, turn.setup, case, turn.language)
    missing = sum(1 for row in kept if row.status in ("failed", "refused"))
    parts = [text, Safe(""), *story, *([turn.say("card-missing", count=missing)] if missing else [])]
    if photos:
        turn.reply(Safe(""), photos=photos, case_id=case.id)
    if case.place is not None:
        turn.unit.outbox.add(turn.private, Reply(place=case.place), ANSWER, case_id=case.id)
    mine = turn.person.id == case.filer_id
    rows = [*cards.buttons(turn.language, case), *(my.filer_buttons(turn, case) if mine else ())]
    if case.open and may(turn.person, Act.REJECT, case, turn.unit.directory.path(case.area)):
        rows.append((turn.choice("button-reject", f"c:{case.id}:reject"),))
    turn.reply(Safe("\n".join(parts)), rows, case_id=case.id)


PRESSES: dict[str, Press] = {
    "accept": accept,
    "hand_on": hand_on,
    "to": hand_to,
    "open": open_case,
    "withdraw": my.withdraw,
    "confirm": my.confirm,
    "rate": my.rate,
}
