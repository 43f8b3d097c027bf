"""What is offered in a chat as a row of its table, and back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from domain.messages import Choice
from domain.offers import Offered


def choices_of(kept: list[dict[str, str]]) -> tuple[Choice, ...]:
    return tuple(Choice(**choice) for choice in kept)


def plain(choices: tuple[Choice, ...]) -> list[dict[str, str]]:
    return [{"label": choice.label, "data": choice.data} for choice in choices]


def row_of(offered: Offered) -> dict[str, Any]:
    """One that was told earlier, in the row of the newest."""
    return {
        "choices": plain(offered.choices),
        "case_id": offered.case_id,
        "made_at": offered.made_at.isoformat(),
        "by_number": offered.by_number,
        "notice": offered.notice,
        "listed": offered.listed,
    }


def earlier_of(kept: dict[str, Any]) -> Offered:
    return Offered(
        choices_of(kept["choices"]),
        kept["case_id"],
        datetime.fromisoformat(kept["made_at"]),
        kept["by_number"],
        notice=kept.get("notice", True),
        listed=kept.get("listed", False),
    )
