"""What the codes in figures are called."""

from __future__ import annotations

from domain.kinds import Kind
from handlers.casework import phrases
from handlers.dialog.turn import Turn


def kind(turn: Turn, code: str) -> str:
    return turn.label(f"kind-{code}") if code in list(Kind) else code


def category(turn: Turn, code: str) -> str:
    return phrases.category(turn.setup, turn.language, code)


def team(turn: Turn, code: str) -> str:
    if not code:
        return turn.label("stats-no-office")
    return phrases.team(turn.unit, turn.setup, "", code, turn.language)


def place(turn: Turn, code: str) -> str:
    area = turn.unit.directory.areas.get(code)
    return area.name if area else code or turn.label("area-none")
