"""Minutes as they are written, to be read again."""

from __future__ import annotations


def show_minutes(minute: int) -> str:
    """'09:05' for 545; '24:00' for 1440."""
    return f"{minute // 60:02d}:{minute % 60:02d}"
