"""An answer that says a photo is still on its way is changed as soon as that is no longer so."""

from __future__ import annotations

from collections.abc import Sequence

from domain.acts import Act
from domain.case import Case
from domain.draft import Draft
from domain.messages import Address, Choice, Reply
from handlers.dialog.marks import mark_in, marks_in
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Turn
from handlers.texts.sentences import Safe, known, say
from storage.memory.media import Kept
from storage.unit import Unit

MARK = "on-its-way"
Rows = Sequence[Sequence[Choice]]


async def kept(
    turn: Turn,
    case: Case,
    media: Sequence[int],
    text: str,
    choices: Rows,
) -> str:
    """Remembers the answer as it will read without that line; returns the slot that it needs."""
    line = turn.unit.history.last
    slot = f"said:{line}"
    about = {
        "to": turn.private.chat,
        "case": case.id,
        "line": line,
        "media": list(media),
        "language": turn.language,
        "text": text,
        "choices": [[[one.label, one.data] for one in row] for row in choices],
    }
    await mark_in(
        turn.unit,
        turn.event.chat,
        turn.person.id,
        MARK,
        about,
    )
    return slot


async def settled(unit: Unit, setup: Setup, photo: Kept) -> None:
    """A photo has come, or never will: the answer that was waiting for it says so."""
    for one in await marks_in(unit, photo.chat, MARK):
        media = one.about["media"]
        if photo.id in media and not await unit.media.on_the_way(media):
            await unit.forms.drop(one)
            await _change(unit, setup, one)


async def _change(unit: Unit, setup: Setup, waiting: Draft) -> None:
    about = waiting.about
    last = await unit.history.last_of(about["case"])
    fresh = last is not None and last.id == about["line"]
    if last is not None and not fresh and last.act is Act.UNDO:
        return
    text = Safe(about["text"])
    if await _here(unit, about["media"]):
        language = known(about["language"] or setup.language)
        text = Safe(f"{text}\n{say(language, 'done-photo-here')}")
    slot = f"said:{about['line']}"
    unit.outbox.add(
        Address(waiting.chat.channel, about["to"]),
        Reply(
            text=text,
            choices=_choices(about["choices"]) if fresh else (),
            slot=slot,
        ),
        case_id=about["case"],
        replaces=slot,
    )


async def _here(unit: Unit, media: Sequence[int]) -> bool:
    found = await unit.media.get_many(media)
    return all(one.status == "stored" for one in found)


def _choices(rows: Sequence[Sequence[Sequence[str]]]) -> tuple[tuple[Choice, ...], ...]:
    return tuple(tuple(Choice(*one) for one in row) for row in rows)
