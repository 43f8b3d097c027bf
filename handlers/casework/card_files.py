"""The pictures and files that a card brings along."""

from __future__ import annotations

from domain.case import Case
from domain.messages import MediaKind
from storage.memory.media import Kept
from storage.unit import Unit


async def shown_photos(unit: Unit, case: Case) -> tuple[int, ...]:
    """The media ids of the case's photos, but for those that could not be taken."""
    return tuple(row.id for row in await _shown(unit, case) if _is_photo(row))


async def shown_files(unit: Unit, case: Case) -> tuple[int, ...]:
    """The same of voices, videos and papers."""
    return tuple(row.id for row in await _shown(unit, case) if not _is_photo(row))


async def _shown(unit: Unit, case: Case) -> list[Kept]:
    kept = await unit.media.of_case(case.id)
    return [row for row in kept if row.status not in ("refused", "failed")]


def _is_photo(row: Kept) -> bool:
    return row.media.kind is MediaKind.PHOTO
