"""Makes a case of what somebody hands in, and puts somebody in charge."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain import changes
from domain.acts import Act
from domain.case import Case
from domain.offices import blamed
from domain.people import Person
from domain.present import present
from domain.privacy import Privacy
from domain.rules import Rule
from domain.states import State
from handlers.casework.carers.carers import carer as chosen_carer
from handlers.casework.carers.routing import Team, area_for, verdict
from handlers.casework.carers.shops import TIMER, goes_on_at
from handlers.casework.complaints import complained_of, kept_from
from handlers.casework.handed_in import Filing, due_of, privacy_of, urgency_of
from handlers.casework.letters.alerts import rule_skipped
from handlers.casework.spoken_of import told as spoken
from handlers.casework.timers import plan
from handlers.dialog.scene import Scene

NO_RULE = Rule("")


async def file_case(
    scene: Scene,
    filing: Filing,
    carer: Person | None = None,
) -> Case:
    """The actor files it; `carer` is in charge, else whom the rules say. Sends no card."""
    filer = present(scene.actor.person, "the clock files nothing")
    directory = scene.unit.directory
    area = filing.area or area_for(
        directory, filing.place, filing.scanned, filer.last_area
    )
    filing = replace(filing, words=await spoken(scene, filing.words))
    found = verdict(scene, filing.kind, filing.category, filing.words, area)
    rule = found.rule or NO_RULE
    about = directory.root if filing.assumed else area
    meant = complained_of(directory, about, filing.words, filer.id)
    complaint = carer is None and bool(meant or blamed(filing.words))
    if complaint:
        filing, rule = replace(filing, privacy=Privacy.CONFIDENTIAL), NO_RULE
    later = None
    if carer is None and not complaint:
        later = goes_on_at(scene, filing.category, urgency_of(filing, rule))
    filed = await _filed(scene, filing, rule, area, later)
    assignee = carer
    if later is not None:
        scene.unit.timers.set(TIMER, filed.id, later)
    elif assignee is None:
        team = Team(area, rule.post, rule.office)
        without = kept_from(directory, filed)
        assignee = chosen_carer(scene, team, filed.id, without)
    case = filed
    if assignee:
        case = replace(filed, state=State.ASSIGNED, assignee_id=assignee.id)
    scene.unit.cases.add(case)
    line = _write_down(scene, filed, case)
    scene.unit.media.give_to(filing.media, case.id, line)
    plan(scene, case)
    for skipped in found.skipped:
        await rule_skipped(scene, skipped, area)
    return case


async def _filed(
    scene: Scene,
    filing: Filing,
    rule: Rule,
    area: str,
    later: datetime | None,
) -> Case:
    """The case as it comes in. Its deadlines count from when it is passed on."""
    unit, now = scene.unit, scene.unit.now
    urgency = urgency_of(filing, rule)
    year = now.astimezone(scene.setup.zone).year
    case_id, number = await unit.cases.next_number(filing.kind, year)
    start = later or now
    accept_due, first_due, resolve_due = due_of(scene, filing, urgency, area, start)
    return Case(
        id=case_id,
        number=number,
        kind=filing.kind,
        category=filing.category,
        urgency=urgency,
        state=State.FILED,
        words=filing.words,
        area=area,
        place=filing.place,
        place_words=filing.place_words,
        filer_id=scene.actor.id,
        assignee_id=None,
        channel=scene.actor.channel,
        filed_at=now,
        phase_at=start,
        due_at=accept_due,
        accept_due=accept_due,
        resolve_due=resolve_due,
        touched_at=now,
        counts_from=later,
        sealed=later is not None,
        first_due=first_due,
        post=rule.post,
        office=rule.office,
        rule=rule.name,
        verify=rule.verify,
        privacy=privacy_of(scene, filing, rule),
        alike=filing.alike,
    )


def _write_down(scene: Scene, filed: Case, case: Case) -> int:
    """The first lines of its history: as it came in, whose it became. Returns the first's id."""
    history, actor = scene.unit.history, scene.actor
    row = changes.whole(filed)
    line = history.add(filed, Act.FILE, actor.id, actor.channel, filed.words, row=row)
    if case.assignee_id is not None:
        told = changes.difference(filed, case)
        history.add(case, Act.ASSIGN, None, actor.channel, **told)
    return line
