"""/route: which rule would take a case now and why, which came before it, and who would have it."""

from __future__ import annotations

from domain.case import Case
from domain.people import Person
from domain.privacy import Privacy
from domain.reading.catalogue import Category
from domain.reading.read import read
from domain.rules import Rule, Verdict
from domain.states import State
from handlers.casework import phrases
from handlers.casework.called import begins
from handlers.casework.carers.carers import carer
from handlers.casework.carers.routing import Team, verdict
from handlers.casework.complaints import complained_of, kept_from
from handlers.dialog.turn import Turn
from handlers.people.scope import no_area, own_area
from handlers.texts.sentences import Safe

NOBODY = 0
"""Who files it: anybody may."""


async def route(turn: Turn, words: str) -> None:
    """/route [AREA] WORDS, for the areas that the admin administers."""
    named, said = begins(turn.unit.directory, words)
    if not said:
        return turn.reply(turn.say("route-how"))
    if not named:
        no_area(turn, said)
    area = own_area(turn, named)
    reading = read(said, vocabulary=turn.setup.vocabulary)
    category = turn.setup.catalogue[reading.likely[0]]
    found = verdict(
        turn.scene,
        category.kind,
        category.code,
        said,
        area,
    )
    title = turn.say(
        "route-title",
        kind=turn.label(f"kind-{category.kind}"),
        category=category.name(turn.language),
        area=phrases.area(turn.unit, area, turn.language),
    )
    spoken = complained_of(turn.unit.directory, area, said, NOBODY)
    lines = _of_staff(turn, spoken) if spoken else _trials(turn, found)
    case = _as_filed(turn, category, said, area, private=bool(spoken))
    rule = None if spoken else found.rule
    who = turn.say("route-who", name=_carer(turn, rule, case))
    turn.reply(Safe("\n".join([title, *lines, who])))


def _trials(turn: Turn, found: Verdict) -> list[Safe]:
    """The rules in order: why each was passed over, and the one that fits."""
    lines = [
        turn.say(
            "route-not",
            rule=phrases.rule(turn.language, passed.name),
            why=turn.label(f"route-{why}"),
        )
        for passed, why in found.trials
    ]
    if found.rule is None:
        return [*lines, turn.say("route-none")]
    return [
        *lines,
        turn.say("route-rule", rule=phrases.rule(turn.language, found.rule.name)),
    ]


def _of_staff(turn: Turn, named: list[Person]) -> list[Safe]:
    """No rule is asked where somebody of the staff is complained of."""
    names = turn.label("names-and").join(one.name for one in named)
    return [turn.say("route-named", names=names)]


def _as_filed(
    turn: Turn, category: Category, words: str, area: str, *, private: bool
) -> Case:
    """The case that these words would be, as far as it decides who gets it."""
    now = turn.unit.now
    return Case(
        id=0,
        number="",
        kind=category.kind,
        category=category.code,
        urgency=category.urgency,
        state=State.FILED,
        words=words,
        area=area,
        place=None,
        place_words="",
        filer_id=None,
        assignee_id=None,
        channel="",
        filed_at=now,
        phase_at=now,
        due_at=None,
        accept_due=now,
        resolve_due=now,
        privacy=Privacy.CONFIDENTIAL if private else category.privacy,
    )


def _carer(
    turn: Turn,
    rule: Rule | None,
    case: Case,
) -> str:
    """Who would have it; of those who carry equally many another one each second."""
    team = Team(
        case.area,
        rule.post if rule else "",
        rule.office if rule else "",
    )
    without = kept_from(turn.unit.directory, case)
    person = carer(turn.scene, team, turn.unit.now.second, without)
    return person.name if person else turn.label("carer-desk")
