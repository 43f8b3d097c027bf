"""A draft as a row of its table, and back."""

from __future__ import annotations

from typing import Any

from domain import answers
from domain.draft import Draft
from domain.messages import Address


def row_of(draft: Draft) -> dict[str, Any]:
    return {
        "id": draft.id,
        "channel": draft.chat.channel,
        "chat": draft.chat.chat,
        "person_id": draft.person_id,
        "name": draft.name,
        "answers": answers.plain(draft.answers),
        "about": draft.about,
        "asking": draft.asking,
        "message_id": draft.message_id,
        "nudged": draft.nudged,
        "started_at": draft.started_at,
        "touched_at": draft.touched_at,
    }


def draft_of(row: Any) -> Draft:
    return Draft(
        id=row.id,
        chat=Address(row.channel, row.chat),
        person_id=row.person_id,
        name=row.name,
        answers=answers.typed(row.answers),
        started_at=row.started_at,
        touched_at=row.touched_at,
        about=row.about,
        asking=row.asking,
        message_id=row.message_id,
        nudged=row.nudged,
    )
