"""A case's claims: whom it may pay, and why somebody gets nothing for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from domain.acts import Act
from domain.case import Case
from domain.points.ledger import OPEN_BANK, Transfer, Why
from domain.points.refusals import Claim, Report, refusal
from handlers.dialog import traces
from handlers.dialog.scene import Scene
from handlers.points.budgets import funded
from storage.points.rows import Booked

CARRIED = frozenset({Act.RESOLVE, Act.SUBMIT, Act.VERIFY})
"""Whoever did these to a case answers for it."""


async def due(scene: Scene, case: Case) -> dict[int, Why]:
    """Who may be paid for what: the first filer, then those who joined with a picture and whose
    own case was merged.
    """
    points = scene.unit.points
    filers = await points.filers(case.id)
    found = dict.fromkeys(filers[:1], Why.SOLVED)
    for person in (*filers[1:], *await points.joined_with_photo(case.id)):
        found.setdefault(person, Why.ME_TOO)
    return found


async def refused(scene: Scene, case: Case, person_id: int, why: Why) -> str:
    """The key of the reason why this person is not paid for it, '' where they are."""
    rates = scene.setup.points
    if rates is None:
        return ""
    in_charge = await _in_charge(scene, case)
    earlier = []
    if why is Why.SOLVED:
        earlier = await scene.unit.points.paid_cases(person_id)
    paid = [one for one in earlier if one.id != case.id]
    before = await traces.had(scene.unit, scene.setup, person_id, share(scene, case))
    hashes = await scene.unit.media.hashes_of([case.id, *(one.id for one in paid)])
    claim = Claim(
        person_id,
        _report(scene, case, hashes),
        in_charge,
        [_report(scene, one, hashes) for one in paid],
        before,
    )
    return refusal(claim, rates)


def share(scene: Scene, case: Case) -> str:
    """What of the paid hazards of its day a case is."""
    return f"paid:{_filed_on(scene, case).isoformat()}"


def _filed_on(scene: Scene, case: Case) -> date:
    return case.filed_at.astimezone(scene.setup.zone).date()


async def _in_charge(scene: Scene, case: Case) -> frozenset[int | None]:
    lines = await scene.unit.history.of(case.id)
    did = {line.actor_id for line in lines if line.act in CARRIED}
    return frozenset({case.assignee_id, *did})


def _report(
    scene: Scene,
    case: Case,
    hashes: dict[int, tuple[int, ...]],
) -> Report:
    return Report(
        case.category,
        case.place,
        case.place_words,
        case.filed_at,
        _filed_on(scene, case),
        hashes.get(case.id, ()),
    )


def key_of(
    case: Case,
    person_id: int,
    why: Why,
    before: list[Booked],
) -> str:
    """The business key: a filer's names nobody, so that no two doors of one person are both
    paid. What was taken back may be paid once more, by the next number.
    """
    whom = "filer" if why is Why.SOLVED else f"me_too:{person_id}"
    base = f"case:{case.number}:{whom}"
    taken = sum(one.transfer.key.startswith(f"back:{base}:") for one in before)
    return f"{base}:{taken + 1}"


def standing(found: Iterable[Booked]) -> list[Transfer]:
    """What was not taken back, without what takes back."""
    all_ = [one.transfer for one in found]
    undone = {one.reverses for one in all_}
    return [one for one in all_ if not one.reverses and one.key not in undone]


async def will_pay(scene: Scene, case: Case, person_id: int) -> bool:
    """Whether its filer is paid when its loop closes, as far as one can see now: not where they
    were paid already, nor where the area's bank is dry.
    """
    rates, points = scene.setup.points, scene.unit.points
    if rates is None or await refused(scene, case, person_id, Why.SOLVED):
        return False
    before = await points.of_case(case.id)
    key = key_of(case, person_id, Why.SOLVED, before)
    if key in {one.key for one in standing(before)}:
        return False
    source = await funded(scene, case.area, rates)
    return source == OPEN_BANK or await points.balance(source) >= rates.solved
