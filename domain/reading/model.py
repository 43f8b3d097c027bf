"""The values that go into a reading and come out of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.kinds import Kind, Urgency
from domain.privacy import Privacy


class Intent(StrEnum):
    """What somebody wants with a message."""

    EMERGENCY = "emergency"
    REPORT = "report"
    STATUS = "status"
    THANKS = "thanks"
    CHAT = "chat"
    HOW_TO = "how_to"
    HUMAN = "human"
    COMPLAINT_UNANSWERED = "complaint_unanswered"
    REOPEN = "reopen"
    CANCEL = "cancel"
    CONFIRM = "confirm"
    PLACE_ONLY = "place_only"
    ABUSE = "abuse"
    AD_SPAM = "ad_spam"


@dataclass(frozen=True, slots=True)
class Danger:
    """Somebody may be in danger now. `calls` are 119, 110 and 120, the likeliest first."""

    topic: str
    calls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What stands open while something is said.

    `asked` is the field that was asked for, `kind` what the rider chose before;
    the numbers count the rider's own cases.
    """

    asked: str = ""
    kind: Kind | None = None
    open_cases: int = 0
    closed_cases: int = 0
    draft_open: bool = False
    photos: bool = False
    language: str = "zh-CN"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a message means.

    `likely` are the codes of the three likeliest categories, the best first; `sure` from
    0 to 1 is the margin of the first, `report` from 0 to 1 how far there is a matter at all.
    `places` are exact parts of the text. `kind` is None where nothing is reported. Talk is `said`
    where a word of the vocabulary says so; else letters alone guess it.
    """

    intent: Intent
    danger: Danger | None
    kind: Kind | None
    category: str
    likely: tuple[str, ...]
    urgency: Urgency
    privacy: Privacy
    places: tuple[str, ...]
    sure: float
    report: float
    said: bool = False
