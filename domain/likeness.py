"""Whether two matters are the same thing twice: by category, place, words, pictures and age.

No single sign is enough. Character distances alone tell two potholes from a pothole and a manhole
hardly better than a coin (tests/domain/test_likeness.py holds the pairs), so words are first read
for the things that they name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.distance import distance
from domain.kinds import Kind
from domain.messages import Place
from domain.pictures import same_picture
from domain.things import WordsRatio, contradict, elsewhere, words_alike

ENOUGH = 0.5
"""From this likeness on a filer is asked whether it is the same."""


POINT, WIDE = 50, 250  # metres


@dataclass(frozen=True, slots=True)
class Window:
    """Within which radius, and for how many weeks, another case of the same category may be the
    same.
    """

    radius_metres: int
    weeks: int


DEFAULT_WINDOW = Window(WIDE, 12)
"""FixMyStreet's radius and Signalen's window."""
AT_A_POINT = Window(POINT, 12)
WINDOWS: dict[str, Window] = {
    "light": AT_A_POINT,
    "charging": AT_A_POINT,
    "building": AT_A_POINT,
    "fire": AT_A_POINT,
    "tree": AT_A_POINT,
    # a wish for something in the neighbourhood, and it takes longer
    "rest": Window(500, 26),
}
"""The categories whose window is not their kind's."""


def window(kind: Kind, category: str) -> Window | None:
    """None where it is one person's: whoever stands there with a flat tyre is not helped by
    "me too". Any hazard may be seen by others too, whatever categories an office has.
    """
    return WINDOWS.get(category) or (DEFAULT_WINDOW if kind is Kind.HAZARD else None)


@dataclass(frozen=True, slots=True)
class Matter:
    """What is compared. `at` is aware; `hashes` are 64-bit picture hashes, signed or not;
    `where` the place's words.
    """

    kind: Kind
    category: str
    place: Place | None
    area: str
    words: str
    at: datetime
    hashes: tuple[int, ...] = ()
    where: str = ""


def _by_place(metres: float) -> float:
    """How much nearness says, 0..1: within 50 m, where the phone's own error lies, enough alone;
    at 250 m nothing.
    """
    if metres <= POINT:
        return 0.75 - 0.15 * metres / POINT
    return max(0.0, 0.6 * (WIDE - metres) / (WIDE - POINT))


def _in_reach(new: Matter, old: Matter, within: Window) -> float | None:
    """What the place says, 0..1; None where the two cannot be the same at all."""
    if (new.kind, new.category) != (old.kind, old.category):
        return None
    if abs(new.at - old.at) > timedelta(weeks=within.weeks):
        return None
    if new.place is None or old.place is None:
        return 0.0 if new.area == old.area else None
    metres = distance(new.place, old.place)
    return _by_place(metres) if metres <= within.radius_metres else None


def likeness(new: Matter, old: Matter, words_ratio: WordsRatio) -> float:
    """How likely both are the same, 0..1: ENOUGH is enough to ask.

    Place and words add up as independent signs; the window's oldest weighs a tenth less than a
    fresh one. Without coordinates on a side the words, or a picture, have to carry it alone.
    """
    within = window(new.kind, new.category)
    near = _in_reach(new, old, within) if within else None
    if within is None or near is None:
        return 0.0
    if same_picture(new.hashes, old.hashes):
        return 0.95 + 0.05 * near
    placed = bool(new.where or old.where) and elsewhere(
        f"{new.words} {new.where}", f"{old.words} {old.where}"
    )
    if placed or contradict(new.words, old.words):
        return 0.0
    said = words_alike(new.words, old.words, words_ratio)
    telling = min(1.0, max(0.0, (said - 0.3) / 0.4))
    aged = abs(new.at - old.at) / timedelta(weeks=within.weeks)
    return (1 - (1 - near) * (1 - 0.9 * telling)) * (1 - 0.1 * aged)
