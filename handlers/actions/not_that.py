"""Why a word that is understood is no choice all the same: a day that is over, a team without
people.
"""

from __future__ import annotations

from domain.case import Case
from domain.values import moment as moments
from handlers.actions.typed import A_DAY
from handlers.casework.routing import teams
from handlers.dialog.turn import Turn


def day(turn: Turn, case: Case, word: str) -> str:
    """The key of what is said of it; '' where it is understood by nobody."""
    now = turn.unit.now
    found = moments.moment(word, now, turn.setup.zone, bare=A_DAY)
    return "refuse-day-over" if found is not None and found.at <= now else ""


def whom(turn: Turn, case: Case, word: str) -> str:
    """An office or a post that there is, and that nobody holds here."""
    unit, setup, wanted = turn.unit, turn.setup, word.strip().casefold()
    here = teams(unit.directory, setup.posts, case.area)
    held = {one.post or one.office for one in here}
    names = {one.code: one.name for one in unit.directory.offices}
    names |= {post: setup.post(post, turn.language) for post in setup.posts}
    called = [
        code
        for code, name in names.items()
        if len(wanted) > 1 and (wanted in name.casefold() or wanted == code.casefold())
    ]
    return "refuse-whom-nobody" if called and not held & set(called) else ""
