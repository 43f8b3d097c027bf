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
    """Somebody may be in danger now. `calls` are 119, 110 and 120, the likeliest first; `guessed`
    is what letters alone say, and `faint` what they say hardly.
    """

    topic: str
    calls: tuple[str, ...]
    guessed: bool = False
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the words: `kind` is what the rider chose before, `photos` whether any
    came, `where` whether it is asked where it is. Nothing else, so that the same words are read
    once however often they are asked about.
    """

    kind: Kind | None = None
    photos: bool = False
    where: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks of who may know: that few do, that their name stands nowhere. `beside` is
    what they say besides.
    """

    secret: bool = False
    unnamed: bool = False
    beside: str = ""


NOTHING = Asked()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a message means.

    `likely` are the codes of the three likeliest categories, the best first; `sure` from
    0 to 1 is the margin of the first, `report` from 0 to 1 how far there is a matter at all.
    `places` are exact parts of the text. `kind` is None where nothing is reported. Talk is `said`
    where a word of the vocabulary says so; else letters alone guess it. `asked` is what it asks of
    privacy in so many words, whatever else makes it private. `asks_of` is a danger that is not
    there, of which it is asked how it would be reported; `perhaps` is one that may be there: that
    is to be asked. Talk that `names` a matter does so in words, not by the sound of its letters.
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
    asked: Asked = NOTHING
    asks_of: Danger | None = None
    perhaps: Danger | None = None
    names: bool = False
