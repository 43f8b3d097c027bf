"""What sort of case it is: its kind and number, its urgency, and how firmly it is supervised."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    HAZARD = "hazard"
    HELP = "help"
    WISH = "wish"


class Urgency(StrEnum):
    URGENT = "urgent"
    UTILITY = "utility"
    GENERAL = "general"
    COMPLEX = "complex"


HASTE = (Urgency.COMPLEX, Urgency.GENERAL, Urgency.UTILITY, Urgency.URGENT)
"""The least urgent first."""


class Supervision(StrEnum):
    """How firmly a case is supervised (督办)."""

    NONE = ""
    NORMAL = "normal"
    YELLOW = "yellow"
    RED = "red"


NUMBER_PREFIX = {Kind.HAZARD: "YH", Kind.HELP: "QZ", Kind.WISH: "XY"}


def number(kind: Kind, year: int, serial: int) -> str:
    """The number people see: YH26-0042 for the 42nd hazard of 2026 (隐患 YH, 求助 QZ, 心愿 XY)."""
    return f"{NUMBER_PREFIX[kind]}{year % 100:02d}-{serial:04d}"
