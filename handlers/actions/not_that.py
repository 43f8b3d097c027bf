"""Why a word that is understood is no choice all the same: a day that is over, too far away or no
later than the deadline; a team without people.
"""

from __future__ import annotations

from domain.case import Case
from domain.people import Person
from domain.values import moment as moments
from domain.values.span import span
from handlers.actions.typed import A_DAY, LONGEST, bare_day, called
from handlers.casework import phrases
from handlers.casework.carers.routing import teams
from handlers.dialog.turn import Refused, Turn

LONGEST_SHOWN = 30  # letters


def day(turn: Turn, case: Case, word: str) -> Refused | None:
    """What is said of it; None where it is understood by nobody."""
    now = turn.unit.now
    found = moments.moment(bare_day(word), now, turn.setup.zone, bare=A_DAY)
    if found is None:
        return None
    if found.at <= now:
        return Refused("refuse-day-over", word=word[:LONGEST_SHOWN])
    far = found.at > now + LONGEST
    return Refused("refuse-day-far", word=word[:LONGEST_SHOWN]) if far else None


def later(turn: Turn, case: Case, word: str) -> Refused | None:
    """The same of a new deadline, which has to come after the one that there is."""
    now, zone = turn.unit.now, turn.setup.zone
    refused, length = day(turn, case, word), span(bare_day(word), bare=A_DAY)
    if length is not None and length >= LONGEST:
        return Refused("refuse-day-far", word=word[:LONGEST_SHOWN])
    found = moments.moment(bare_day(word), now, zone, bare=A_DAY)
    if refused or found is None or length is not None:
        return refused
    due = phrases.when(turn.language, case.resolve_due, now, turn.setup)
    return Refused("refuse-not-later", word=word[:LONGEST_SHOWN], due=due)


def whom(turn: Turn, case: Case, word: str) -> Refused | None:
    """Two are called so, or they have it; an office or a post that nobody holds here."""
    alike = called(turn, case, word)
    if len(alike) > 1:
        who = phrases.listed(turn.language, [_told_apart(turn, one) for one in alike])
        return Refused("refuse-whom-alike", word=word[:LONGEST_SHOWN], who=who)
    if alike and alike[0].id == case.assignee_id:
        return Refused("refuse-whom-has-it", number=case.number, name=alike[0].name)
    several = turn.unit.directory.staff_names.within(word.lower())
    if len(several) > 1:
        who = phrases.listed(turn.language, list(several))
        return Refused("refuse-whom-one", who=who)
    unit, setup, wanted = turn.unit, turn.setup, word.strip().casefold()
    here = teams(unit.directory, setup.posts, case.area)
    held = {one.post or one.office for one in here}
    names = {one.code: one.name for one in unit.directory.offices}
    names |= {post: setup.post(post, turn.language) for post in setup.posts}
    meant = [
        code
        for code, name in names.items()
        if len(wanted) > 1 and (wanted in name.casefold() or wanted == code.casefold())
    ]
    nobody = meant and not held & set(meant)
    return Refused("refuse-whom-nobody", word=word[:LONGEST_SHOWN]) if nobody else None


def _told_apart(turn: Turn, person: Person) -> str:
    """By where they work, and by their number."""
    areas = dict.fromkeys(grant.area for grant in person.grants)
    where = [phrases.area(turn.unit, one, turn.language) for one in areas]
    shown = phrases.listed(turn.language, where)
    return f"#{person.id} {person.name} · {shown}"
