"""What is out of the ordinary about a case, a line each on its card: most cards have none."""

from __future__ import annotations

from domain.case import Case
from domain.privacy import Aspect, Privacy, Viewer, shows
from handlers.casework import phrases
from handlers.dialog.scene import Scene
from handlers.texts.sentences import Safe, label, say

WORDS = 80
"""Letters of each case that goes on in another: a card holds some 900."""


async def lines(scene: Scene, case: Case, language: str) -> list[Safe]:
    found = [*_held_to(scene, case, language)]
    if case.parts:
        parts = await scene.unit.cases.parts_of(case.id)
        done = sum(1 for part in parts if not part.open)
        found.append(say(language, "card-parts", done=done, count=case.parts))
    if case.joined:
        found.append(say(language, "card-joined", count=case.joined))
    if case.linked:
        found += await _linked(scene, case, language)
    if case.alike and case.open:
        found.append(say(language, "card-like", numbers=" ".join(case.alike)))
    if case.merged_into:
        other = await scene.unit.cases.get(case.merged_into)
        found.append(say(language, "card-merged", number=other.number if other else ""))
    return found


def _held_to(scene: Scene, case: Case, language: str) -> list[Safe]:
    """How private it is, whose it is, how firmly it is looked after."""
    found = []
    if case.privacy is not Privacy.OPEN:
        found.append(say(language, f"card-{case.privacy.value}-mark"))
    if case.post or case.office:
        unit, setup = scene.unit, scene.setup
        team = phrases.team(unit, setup, case.post, case.office, language)
        found.append(say(language, "card-team", team=team))
    if case.supervision:
        how = label(language, f"supervision-{case.supervision.value}")
        found.append(say(language, "card-supervised", card=how))
    if case.extension_to is not None and case.open:
        at = phrases.when(language, case.extension_to, scene.unit.now, scene.setup)
        found.append(say(language, "card-extension", at=at))
    return found


async def _linked(scene: Scene, case: Case, language: str) -> list[Safe]:
    """The linked cases that whoever reads this card may know of; those that go on in it with what
    was said there, where nobody is kept from that.
    """
    found = [await scene.unit.cases.get(case_id) for case_id in case.linked]
    others = [one for one in found if one is not None and _known(case, one)]
    numbers = " ".join(one.number for one in others if one.merged_into != case.id)
    lines = [say(language, "card-linked", numbers=numbers)] if numbers else []
    for one in others:
        if one.merged_into == case.id:
            lines.append(_taken_in(case, one, language))
    return lines


def _known(case: Case, other: Case) -> bool:
    return case.privacy is other.privacy or _open_to_all(other)


def _taken_in(case: Case, gone: Case, language: str) -> Safe:
    words = phrases.cut(gone.words, WORDS) if _open_to_all(case) else ""
    key = "card-taken-in" if words else "card-taken-in-bare"
    return say(language, key, number=gone.number, words=words)


def _open_to_all(case: Case) -> bool:
    return shows(case.privacy, Viewer.GROUP, Aspect.WORDS)
