"""What quiet hours held back: told at their end, as one message per chat."""

from __future__ import annotations

from collections.abc import Sequence

from domain.messages import Address, Choice, Event, Reply
from domain.quiet import AWAKE
from handlers.casework.letters.said_late import as_it_stands
from handlers.casework.letters.sending import quiet_for
from handlers.dialog.clock import Skips, at_fault
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Turn
from handlers.reminders.alarms import YELLOW, remind
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
    """Without what is true no more. Where time has run out meanwhile, another one says so."""
    true = await as_it_stands(scene.unit, waiting)
    over = [letter for letter in true if await _reminded_anew(scene, letter)]
    await scene.unit.outbox.drop([letter.id for letter in over])
    return [letter for letter in true if letter not in over]


async def _reminded_anew(scene: Scene, letter: Letter) -> bool:
    if letter.case_id is None or not letter.replaces.startswith(YELLOW):
        return False
    case = await scene.unit.cases.get(letter.case_id)
    if case is None or case.due_at is None or case.due_at > scene.unit.now:
        return False
    await remind(scene, case)
    return True


async def _send(
    scene: Scene,
    chat: Address,
    waiting: Sequence[Letter],
) -> None:
    await scene.unit.outbox.drop([letter.id for letter in waiting])
    if len(waiting) == 1 or chat.channel in scene.setup.counted:
        # a channel that counts makes one message of them, and each may wait on
        return _as_they_were(scene, waiting)
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


def _as_they_were(scene: Scene, waiting: Sequence[Letter]) -> None:
    for letter in waiting:
        counted = letter.to.channel in scene.setup.counted
        scene.unit.outbox.add(
            letter.to,
            letter.reply,
            letter.lane,
            case_id=letter.case_id,
            about=letter.about,
            replaces=letter.replaces if counted else "",
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
