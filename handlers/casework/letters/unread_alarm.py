"""What somebody reads of a danger for which they are called, and whose words are not for them:
where it is, so that they can send help there, and who knows more (adr 56).
"""

from __future__ import annotations

from domain.case import Case
from domain.kinds import Urgency
from domain.people import Person
from domain.privacy import Aspect
from domain.viewers import reads
from handlers.casework import phrases
from handlers.dialog.scene import Scene
from handlers.texts.sentences import Safe, say

LONGEST = 80


def hidden(scene: Scene, person: Person, case: Case) -> bool:
    """Whether they may not read it, and may have to act all the same."""
    reach = scene.unit.directory.reach(case)
    readable = reads(person, case, reach, Aspect.WORDS)
    return case.urgency is Urgency.URGENT and not readable


def where(scene: Scene, case: Case, language: str) -> Safe:
    """The place as it was told, with its pin."""
    area = phrases.area(scene.unit, case.area, language)
    spot = phrases.spot(scene.unit, language, case)
    told = area if spot in area else phrases.cut(f"{area} · {spot}", LONGEST)
    return phrases.on_the_map(scene.setup, case, told)


def what(
    scene: Scene,
    person: Person,
    case: Case,
    language: str,
) -> str | Safe:
    """What was said, in short, or that it is confidential, and where it is."""
    if not hidden(scene, person, case):
        return phrases.seen(scene.unit, person, case, language, LONGEST)
    spot = phrases.cut(phrases.spot(scene.unit, language, case), LONGEST)
    pin = phrases.on_the_map(scene.setup, case, spot)
    return say(language, "place-confidential", place=pin)
