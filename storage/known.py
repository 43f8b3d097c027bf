"""What one Unit has read and made so far: its identity maps, for all its stores."""

from __future__ import annotations

from domain.case import Case
from domain.people import Person


class Known:
    """Cases and people by id, as they are from now on; `touched` are the cases made or changed."""

    def __init__(self) -> None:
        self.cases: dict[int, Case] = {}
        self.touched: set[int] = set()
        self.people: dict[int, Person] = {}
