"""A device that opens a chat of the web page, and a link for one more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Login:
    """A device that opens a chat. `seen_at` is when it last said something; `instead_of` names
    the login that ends as soon as this one is used.
    """

    hash: str
    chat: str
    made_at: datetime
    seen_at: datetime | None
    device: str
    ended_at: datetime | None
    instead_of: str

    @property
    def name(self) -> str:
        """By which its owner may name it; it opens nothing."""
        return self.hash[:16]


@dataclass(frozen=True, slots=True)
class Link:
    """Whose chat it leads into, and to which case there. One that was used or is too old `opens`
    it to nobody any more.
    """

    chat: str
    case_id: int | None = None
    opens: bool = True


def login_of(row: Any) -> Login:
    return Login(**{name: getattr(row, name) for name in Login.__slots__})
