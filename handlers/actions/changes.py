"""What an act makes of a case, beside its state and its clock: the fields that change."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from domain.case import Case
from domain.kinds import Supervision, Urgency
from domain.privacy import Privacy
from handlers.casework.carers.carers import candidates, carer
from handlers.casework.carers.routing import team_of
from handlers.casework.complaints import kept_from
from handlers.casework.happened import Given
from handlers.casework.reach import heads_above
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Refused

E = TypeVar("E", bound=StrEnum)
Fields = dict[str, Any]
STILL = "!"


def _known(kind: type[E], value: str) -> E:
    """The member of an enumeration that a press names. Raises Refused: anybody can send any
    data.
    """
    try:
        return kind(value)
    except ValueError:
        raise Refused("refuse-old-button") from None


def _moment(scene: Scene, value: str) -> datetime:
    """A moment ahead of us. Raises Refused."""
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        raise Refused("refuse-old-button") from None
    if at.tzinfo is None or at <= scene.unit.now:
        raise Refused("refuse-old-button")
    return at


# --- whose it is ---


def taken(
    scene: Scene,
    case: Case,
    value: str,
    given: Given,
) -> Fields:
    return {"assignee_id": scene.actor.id}


def handed_back(
    scene: Scene,
    case: Case,
    value: str,
    given: Given,
) -> Fields:
    """Whoever sorts out what was handed back has it now."""
    heads = heads_above(scene.unit, case, scene.actor.person)
    to = heads[0].id if heads else case.assignee_id
    return {"assignee_id": to, "post": "", "office": ""}


def handed_on(
    scene: Scene,
    case: Case,
    value: str,
    given: Given,
) -> Fields:
    """`value` is a person's number, `post:CODE` or `office:CODE`; STILL after it changes nothing
    here: who gets it is on leave, and meant all the same.
    """
    value = value.removesuffix(STILL)
    if ":" not in value:
        return _to_person(scene, case, value)
    team = team_of(scene.unit.directory, scene.setup, case.area, value)
    if team is None:
        raise Refused("refuse-old-button")
    to = carer(scene, team, case.id, kept_from(scene.unit.directory, case))
    whose = to.id if to else case.assignee_id
    return {"assignee_id": whose, "post": team.post, "office": team.office}


def _to_person(
    scene: Scene,
    case: Case,
    value: str,
) -> Fields:
    """Somebody below the case's area takes it into theirs; a lead above sees it where it is."""
    directory = scene.unit.directory
    options = candidates(directory, case, case.assignee_id)
    chosen = next((one for one in options if str(one[0].id) == value), None)
    if chosen is None:
        raise Refused("refuse-old-button")
    person, area = chosen
    if area in directory.path(case.area):
        area = case.area
    return {"assignee_id": person.id, "area": area, "post": "", "office": ""}


# --- how it stands ---


def answered(
    scene: Scene,
    case: Case,
    value: str,
    given: Given,
) -> Fields:
    """The words are the answer. Who solves what nobody carries has carried it."""
    return {"answer": given.words, "assignee_id": case.assignee_id or scene.actor.id}


def woken_at(
    scene: Scene,
    case: Case,
    value: str,
    given: Given,
) -> Fields:
    return {"due_at": _moment(scene, value)}


def asked_until(
    scene: Scene,
    case: Case,
    value: str,
    given: Given,
) -> Fields:
    return {"extension_to": _moment(scene, value)}


def not_extended(
    scene: Scene,
    case: Case,
    value: str,
    given: Given,
) -> Fields:
    return {"extension_to": None}


def a_level_up(
    scene: Scene,
    case: Case,
    value: str,
    given: Given,
) -> Fields:
    top = max(len(scene.unit.directory.ladder(case)) - 1, 0)
    if case.raised >= top:
        raise Refused("refuse-top", number=case.number)
    return {"raised": case.raised + 1}


def supervised(
    scene: Scene,
    case: Case,
    value: str,
    given: Given,
) -> Fields:
    return {"supervision": _known(Supervision, value)}


# --- what it is ---


def category(
    scene: Scene,
    case: Case,
    value: str,
    given: Given,
) -> Fields:
    """What is urgent stays so; else the new category's own urgency counts."""
    found = scene.setup.catalogue.get(value)
    if found is None or found.hidden:
        raise Refused("refuse-old-button")
    urgent = case.urgency is Urgency.URGENT
    private = found.privacy is not Privacy.OPEN
    return {
        "category": value,
        "kind": found.kind,
        "urgency": case.urgency if urgent else found.urgency,
        "privacy": found.privacy if private else case.privacy,
    }


def urgency(
    scene: Scene,
    case: Case,
    value: str,
    given: Given,
) -> Fields:
    return {"urgency": _known(Urgency, value)}


def privacy(
    scene: Scene,
    case: Case,
    value: str,
    given: Given,
) -> Fields:
    """Never less private than the category is. STILL after it changes nothing here."""
    wanted = _known(Privacy, value.removesuffix(STILL))
    known = scene.setup.catalogue.get(case.category)
    least = known.privacy if known else Privacy.OPEN
    if least is not Privacy.OPEN and wanted is not least:
        raise Refused("refuse-privacy-least")
    return {"privacy": wanted}
