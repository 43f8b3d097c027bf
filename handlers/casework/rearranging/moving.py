"""A case that lies elsewhere than was thought: while nobody has taken it, it goes to whoever a
fresh case of that place would.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.acts import Act
from domain.case import Case
from domain.moves import MOVES
from domain.privacy import Privacy
from domain.rules import Rule
from handlers.casework.carers.carers import carer
from handlers.casework.carers.routing import Team, verdict
from handlers.casework.complaints import complained_of, kept_from
from handlers.casework.happened import NOTHING, TOLD_NOBODY
from handlers.casework.letters.alerts import rule_skipped
from handlers.casework.perform import perform
from handlers.dialog.scene import CLOCK, Scene

NO_RULE = Rule("")


async def _kept_secret(scene: Scene, case: Case, area: str) -> Case:
    """Where it complains of somebody who looks after that area it is confidential before it goes
    there: nobody was named to its filer as long as it lay elsewhere.
    """
    directory, filer = scene.unit.directory, case.filer_id or 0
    secret = case.privacy is Privacy.CONFIDENTIAL
    named = area != case.area and complained_of(directory, area, case.words, filer)
    if secret or not named or (case.state, Act.RECLASSIFY) not in MOVES:
        return case
    clock, private = replace(scene, actor=CLOCK), {"privacy": Privacy.CONFIDENTIAL}
    done = await perform(clock, case, Act.RECLASSIFY, NOTHING, private, TOLD_NOBODY)
    return done.case


async def to_another(
    scene: Scene,
    case: Case,
    changes: Mapping[str, Any],
) -> Case:
    """The case in the area that `changes` name, with whom it finds there; as it was where that is
    no other area, or where somebody has taken it already: then only they may hand it on.
    """
    area = changes.get("area", case.area)
    case = await _kept_secret(scene, case, area)
    taken = case.accepted_at is not None or (case.state, Act.ASSIGN) not in MOVES
    if area == case.area or taken:
        return case
    found = verdict(
        scene,
        case.kind,
        case.category,
        case.words,
        area,
    )
    for skipped in found.skipped:
        await rule_skipped(scene, skipped, area)
    without = kept_from(scene.unit.directory, replace(case, area=area))
    rule = NO_RULE if without or found.rule is None else found.rule
    to = carer(scene, Team(area, rule.post, rule.office), case.id, without)
    whose = {
        "assignee_id": to.id if to else case.assignee_id,
        "post": rule.post,
        "office": rule.office,
        "rule": rule.name,
        "verify": rule.verify,
    }
    clock = replace(scene, actor=CLOCK)
    done = await perform(
        clock,
        case,
        Act.ASSIGN,
        NOTHING,
        {**changes, **whose},
    )
    return done.case
