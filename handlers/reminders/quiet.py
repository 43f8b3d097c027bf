"""What quiet hours held back: told at their end, as one message per chat."""

from __future__ import annotations

from collections.abc import Sequence

from domain.messages import Address, Choice, Event, Reply
from domain.promises import broken
from domain.quiet import AWAKE
from domain.states import WAITING, State
from handlers.casework.sending import quiet_for
from handlers.dialog.clock import Skips, at_fault
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Turn
from handlers.reminders.alarms import ALARM, remind
from handlers.reminders.promises import LATE, NOT_TAKEN
from handlers.texts.sentences import Safe, say
from storage.outbox.letters import NOTICE, Letter
from storage.people.people import SEEN_EVERY
from storage.unit import Unit

LONGEST = 3500
"""Characters of one message (Telegram: 4096)."""

MOST_ROWS = 30
"""Rows of buttons below one message."""

Rows = tuple[tuple[Choice, ...], ...]


async def held(scene: Scene, skips: Skips) -> None:
    """All that waits for a chat goes out as one; a single letter as it was."""
    by_chat: dict[Address, list[Letter]] = {}
    for letter in await scene.unit.outbox.held():
        if not skips(letter.to):
            by_chat.setdefault(letter.to, []).append(letter)
    for chat, waiting in by_chat.items():
        with at_fault(chat):
            true = await _still_said(scene, waiting)
            if true:
                await _send(scene, chat, true)


def may_wait(event: Event, unit: Unit) -> bool:
    """Whether quiet hours may have held something back from whoever writes: nothing waits for
    somebody who wrote a moment ago. To be asked before they are met.
    """
    person = unit.people.at(event.sender) if event.private else None
    seen = person.seen_at if person is not None else None
    return seen is not None and unit.now - seen >= AWAKE - SEEN_EVERY


async def fetched(turn: Turn) -> None:
    """Whoever writes looks: what quiet hours held back from this chat is told now."""
    scene = turn.scene
    chat = turn.event.chat
    if quiet_for(scene, turn.person, turn.unit.now) is None:
        return
    held = await turn.unit.outbox.held_for(chat)
    true = await _still_said(scene, held)
    if true:
        await _send(
            scene,
            chat,
            true,
        )


async def _still_said(scene: Scene, waiting: Sequence[Letter]) -> list[Letter]:
    """Without what says that something is late and is not any more."""
    true = []
    for letter in waiting:
        says_late = letter.replaces.startswith((ALARM, LATE, NOT_TAKEN))
        if says_late and not await _still_true(scene, letter):
            await scene.unit.outbox.drop([letter.id])
        else:
            true.append(letter)
    return true


async def _still_true(scene: Scene, letter: Letter) -> bool:
    """Whether it still is late: nothing is that was solved, put on hold or merged.

    Where time has run out meanwhile, another one says so.
    """
    case = (
        await scene.unit.cases.get(letter.case_id)
        if letter.case_id is not None
        else None
    )
    if case is None or not case.open or case.state is State.HELD:
        return False
    if letter.replaces.startswith(NOT_TAKEN):
        return case.state in WAITING
    if letter.replaces.startswith(LATE):
        return broken(case, scene.unit.now)
    over = case.due_at is not None and case.due_at <= scene.unit.now
    if over and letter.replaces.startswith(f"{ALARM}alarm-yellow"):
        await remind(scene, case)
        return False
    return True


async def _send(
    scene: Scene,
    chat: Address,
    waiting: Sequence[Letter],
) -> None:
    await scene.unit.outbox.drop([letter.id for letter in waiting])
    if len(waiting) == 1:
        return _as_it_was(scene, waiting[0])
    await scene.unit.people.load([chat])
    person = scene.unit.people.at(chat)
    language = scene.language_of(person)
    title = say(language, "digest-held", count=len(waiting))
    parts = [
        title,
        *(Safe(letter.reply.text) for letter in waiting),
    ]
    for text, rows in fitting(parts, _buttons(waiting)):
        scene.unit.outbox.add(
            chat,
            Reply(text=text, choices=rows),
            NOTICE,
        )


def _as_it_was(scene: Scene, letter: Letter) -> None:
    scene.unit.outbox.add(
        letter.to,
        letter.reply,
        letter.lane,
        case_id=letter.case_id,
        about=letter.about,
    )


def _buttons(waiting: Sequence[Letter]) -> Rows:
    """All buttons, each with the number of the case that it is for."""
    return tuple(
        tuple(Choice(_label(letter.about, choice), choice.data) for choice in row)
        for letter in waiting
        for row in letter.reply.choices
    )


def _label(number: str, choice: Choice) -> str:
    named = number in choice.label
    return choice.label if named else f"{number} {choice.label}"


def fitting(parts: Sequence[Safe], rows: Rows) -> list[tuple[str, Rows]]:
    """The parts in as few messages as it takes; the buttons below the last."""
    chunks = [""]
    for part in parts:
        if chunks[-1] and len(chunks[-1]) + len(part) > LONGEST:
            chunks.append("")
        chunks[-1] = f"{chunks[-1]}\n\n{part}" if chunks[-1] else str(part)
    *before, last = chunks
    none: Rows = ()
    return [
        *((chunk, none) for chunk in before),
        (last, rows[:MOST_ROWS]),
    ]
