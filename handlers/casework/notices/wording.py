"""Which sentence tells what happened: a notice in the words that fit it, or none at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial

from domain.acts import Act
from domain.people import Person
from domain.promises import broken
from domain.states import ASIDE, State
from handlers.casework import phrases
from handlers.casework.deadlines import expectation
from handlers.casework.happened import Happened
from handlers.casework.letters.dated import when
from handlers.casework.notices.notices import Notice
from handlers.dialog.fixed import closes, tells_fixed
from handlers.dialog.scene import Scene
from handlers.texts.sentences import Safe, label, say

WAITING = ("filer", "asked")
"""Who waits for the case, among the receivers of notices."""

ABOUT_A_PART = (Act.ASK, Act.TELL)
"""What the filer hears of a part of their case; of everything else the whole case tells them."""

BY_COLLEAGUES = {
    "notice-told": "notice-told-colleague",
    "notice-question": "notice-question-colleague",
}
"""Who says it is not in charge of it."""


def fitting(
    scene: Scene,
    notice: Notice,
    happened: Happened,
) -> Notice | None:
    """The notice as it fits; None where it is not for now."""
    act, case = happened.act, happened.case
    if notice.to in happened.hush:
        return None
    if notice.to == "alarmed" and not _told_more(happened):
        return None
    waits = notice.to in WAITING
    if waits and case.parent_id is not None and act not in ABOUT_A_PART:
        return None
    return worded(scene, notice, happened)


def _told_more(happened: Happened) -> bool:
    """Whether it tells more than where it is: whoever is called there hears that anyhow."""
    given, moved = happened.given, happened.before.area != happened.case.area
    return not moved and (bool(given.media) or given.place is None)


def worded(
    scene: Scene,
    notice: Notice,
    happened: Happened,
) -> Notice | None:
    """The notice in the sentence that is true; None where there is nothing new to say."""
    key = _key(scene, notice, happened)
    return replace(notice, key=key) if key else None


def _key(scene: Scene, notice: Notice, happened: Happened) -> str:
    case, key = happened.case, notice.key
    if key in BY_COLLEAGUES and scene.actor.id != case.assignee_id:
        return BY_COLLEAGUES[key]
    late = broken(case, scene.unit.now)
    if key == "notice-yours-now" and case.state in ASIDE:
        return "notice-yours-aside"
    if key == "notice-reopened" and happened.before.state is State.REJECTED:
        return "notice-not-rejected"
    if key == "notice-withdrawn" and happened.given.words:
        return _closed_by(happened.given.words)
    if key == "notice-accepted" and late:
        return "notice-accepted-late"
    if key == "notice-reclassified":
        return _reclassified(happened, late or case.resolve_due <= scene.unit.now)
    if key == "notice-goes-on" and not _due_moved(happened):
        return "" if late else "notice-goes-on-same"
    if key == "notice-extended" and not _due_moved(happened):
        return ""
    return key


def _closed_by(words: str) -> str:
    """不用管了 tells that nobody has to come, and not that anything is all right."""
    unwanted = closes(words) and not tells_fixed(words)
    return "notice-not-needed" if unwanted else "notice-all-right-again"


def _reclassified(happened: Happened, late: bool) -> str:
    """A date is told where it is another one; nobody is promised what is over already."""
    case = happened.case
    moved = _due_moved(happened) and not late and case.state is not State.HELD
    if case.category != happened.before.category:
        return "notice-reclassified-due" if moved else "notice-reclassified"
    return "notice-new-due" if moved else ""


def _due_moved(happened: Happened) -> bool:
    """As people read it, to the minute."""
    due, was = happened.case.resolve_due, happened.before.resolve_due
    return _minute(due) != _minute(was)


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)


async def text_of(
    scene: Scene,
    notice: Notice,
    happened: Happened,
    person: Person,
    may_hear: bool,
    may_read: bool,
) -> Safe:
    """Everything that a notice may mention; each sentence picks what it needs."""
    unit, setup, case = scene.unit, scene.setup, happened.case
    before, language = happened.before, scene.language_of(person)
    shown = partial(when, scene, person, case)
    mine = notice.to in WAITING
    other = await unit.cases.get(case.merged_into) if case.merged_into else None
    by = scene.actor.person
    asked = None if case.state is State.HELD else case.extension_to
    until = asked or case.due_at or case.resolve_due
    said = happened.given.said(language) or label(language, "words-none")
    return say(
        language,
        notice.key,
        title=phrases.title(setup, language, case, mine),
        number=phrases.number(case, mine),
        words=said if may_hear else label(language, "words-confidential"),
        due=shown(case.resolve_due),
        was_due=shown(before.resolve_due),
        was_category=phrases.category(setup, language, before.category),
        expected=shown(expectation(scene, case)),
        until=shown(until),
        name=await phrases.carer(unit, language, case),
        what=phrases.what(language, case, 60, may_read),
        category=phrases.category(setup, language, case.category),
        urgency=label(language, f"urgency-{case.urgency}"),
        by=by.name if by else label(language, "who-desk"),
        other=other.number if other else "",
        card=label(language, f"supervision-{case.supervision or 'none'}"),
        area=phrases.area(unit, case.area, language),
        state=phrases.state(language, case),
    )
