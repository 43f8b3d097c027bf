"""What is handed in, and how urgent, private and due the case of it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain import deadlines
from domain.kinds import Kind, Urgency
from domain.messages import Place
from domain.privacy import Privacy
from domain.rules import Rule
from handlers.casework.deadlines import calendar as calendar_of
from handlers.casework.deadlines import limit as limit_of
from handlers.dialog.scene import Scene


@dataclass(frozen=True, slots=True)
class Filing:
    """What a rider, or a coordinator on the spot, hands in. `media` are media ids; `scanned` a QR
    code's area.

    `area` settles where it belongs, `assumed` where nothing says so; without it the place, the code
    or the filer's last grid do.
    `privacy` is the filer's own wish; a routing rule may make an open case private, never the other
    way round. `alike` are the numbers of open cases that may be the same.
    """

    kind: Kind
    category: str
    urgency: Urgency
    words: str
    place: Place | None = None
    place_words: str = ""
    media: tuple[int, ...] = ()
    scanned: str = ""
    area: str = ""
    assumed: bool = False
    privacy: Privacy = Privacy.OPEN
    alike: tuple[str, ...] = ()


def due_of(
    scene: Scene,
    filing: Filing,
    urgency: Urgency,
    area: str,
    start: datetime,
) -> tuple[datetime, datetime | None, datetime]:
    """Until when it has to be taken, answered for the first time (None: not asked for), solved."""
    limit = limit_of(scene, filing.kind, filing.category, urgency, area)
    calendar = calendar_of(scene, limit, area)
    first = deadlines.reach(start, limit.first, calendar) if limit.first else None
    accept = deadlines.reach(start, limit.accept, calendar)
    return accept, first, deadlines.reach(start, limit.resolve, calendar)


def urgency_of(filing: Filing, rule: Rule) -> Urgency:
    """What is urgent stays so, whatever a rule says."""
    if filing.urgency is Urgency.URGENT:
        return filing.urgency
    return rule.urgency or filing.urgency


def privacy_of(scene: Scene, filing: Filing, rule: Rule) -> Privacy:
    """Confidential where anybody says so, else anonymous where anybody does."""
    known = scene.setup.catalogue.get(filing.category)
    least = known.privacy if known else Privacy.OPEN
    said = {filing.privacy, least, Privacy(rule.privacy or Privacy.OPEN)}
    for privacy in (Privacy.CONFIDENTIAL, Privacy.ANONYMOUS):
        if privacy in said:
            return privacy
    return Privacy.OPEN
