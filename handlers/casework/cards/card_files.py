"""The pictures and files that a card brings along: not those beside a complaint of the staff, which
colleagues would see there.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.case import Case
from domain.messages import MediaKind
from domain.people import Person
from handlers.casework.cards.card import shown_to_all
from handlers.casework.complaints import complaints_in
from handlers.casework.merged_in import merged_in
from storage.memory.media import Kept
from storage.unit import Unit

NOT_HERE = ("refused", "failed")


async def shown_photos(unit: Unit, case: Case) -> tuple[int, ...]:
    """The media ids of the case's photos, but for those that could not be taken."""
    return tuple(row.id for row in await _shown(unit, case) if _is_photo(row))


async def shown_files(unit: Unit, case: Case) -> tuple[int, ...]:
    """The same of voices, videos and papers."""
    return tuple(row.id for row in await _shown(unit, case) if not _is_photo(row))


async def files_of(
    unit: Unit,
    case: Case,
    taken_in: Sequence[Case] = (),
    who: Person | None = None,
) -> list[Kept]:
    """All that came with it, the lost ones too: of a part the whole's first, then its own, then
    that of the cases that go on in it. Without `who` they are for all of the staff.
    """
    whole = [case.parent_id] if case.parent_id is not None else []
    found: list[Kept] = []
    for one in (*whole, case.id, *(one.id for one in taken_in)):
        kept = await unit.media.of_case(one)
        hidden = await complaints_in(unit, one, case, who) if kept else set()
        found += [row for row in kept if row.history_id not in hidden]
    return found


async def _shown(unit: Unit, case: Case) -> list[Kept]:
    """What was merged into it goes along where everybody who gets a card may read it."""
    merged = case.linked and shown_to_all(case)
    taken_in = await merged_in(unit, case) if merged else []
    kept = await files_of(unit, case, taken_in)
    return [row for row in kept if row.status not in NOT_HERE]


def _is_photo(row: Kept) -> bool:
    return row.media.kind is MediaKind.PHOTO
