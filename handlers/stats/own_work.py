"""我今天办了几件, "how many did I close this week": what somebody of the staff has done, and who
did most; of what whoever asks may see.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import cache

from domain.case import Case
from domain.people import Person
from domain.present import present
from domain.reading.model import Reading
from domain.values import past_spans
from domain.values.no_day import no_day
from domain.values.text import NUMERALS, letters
from handlers.casework import phrases
from handlers.casework.permission import visible
from handlers.dialog.alone import alone
from handlers.dialog.turn import Refused, Turn
from handlers.people.scope import (
    HEADS,
    staff_in,
)
from handlers.stats.headings import period_line
from handlers.stats.periods import (
    NAMED,
    Period,
    period,
)
from handlers.stats.vocabulary import counting, spoken
from handlers.texts.sentences import Safe
from handlers.texts.words import (
    any_of,
    anywhere,
    asks,
    one_of,
    plain,
)
from storage.figures.scope import DAY

LONGEST = 40
"""Letters: whoever says more tells something (ours)."""
MOST = 500
MOST_SHOWN = 10
LONGEST_SEEN = 20
SPANS = {
    "words-say-daily": "today",
    "words-say-weekly": "week",
    "words-say-monthly": "month",
}
"""Which days a report of that name is of, where no other are named."""


async def asked(turn: Turn, reading: Reading) -> bool:
    """Whether it was asked, and is answered: of themselves, where nobody else is named.
    Raises Refused for a day that no calendar has.
    """
    said = plain(turn.event.text)
    if not alone(turn) or letters(said) > LONGEST:
        return False
    colleagues = _colleagues(turn)
    named = [one for one in colleagues if one.name.lower() in said]
    bare = _without(said, named)
    counts = anywhere("words-how-many-done").search(bare) or _span(bare)
    each = counts and anywhere("words-by-whom").search(bare)
    most = bool(each or anywhere("words-did-most").search(bare))
    if not (most or counts or _done_ones(bare)):
        return False
    if not (most or named or _own_asked(turn, bare)):
        return False
    others = turn.unit.directory.staff_names.within(said) if not named else ()
    if others:
        turn.reply(turn.say("own-work-elsewhere", name=next(iter(others))))
        return True
    if unknown := no_day(said):
        raise Refused("refuse-stats", word=unknown)
    when = _when(said, _today(turn))
    done = await _done(turn, when)
    if most:
        _tell_all(turn, when, colleagues, done)
    else:
        for one in named or [turn.person]:
            _tell(turn, when, one, done)
    return True


async def of_days(turn: Turn, said: str, *below: Safe) -> None:
    """What they have done in the days that are named, else today, and what stands below."""
    when = _when(plain(said), _today(turn))
    _tell(turn, when, turn.person, await _done(turn, when), below)


def _own_asked(turn: Turn, said: str) -> bool:
    """Whether it is of themselves: a lead who says no more asks for the figures of the grid."""
    heads = any(grant.role in HEADS for grant in turn.person.grants)
    asks = anywhere("words-say-fill").sub(" ", said)  # 帮我写个月报
    return not heads or anywhere("words-myself").search(asks) is not None


def _done_ones(said: str) -> bool:
    """昨天办好的, 查一下上周办结的: nothing else is said."""
    for name in NAMED:
        said = any_of(spoken(name)).sub(" ", said)
    return asks("words-done-ones", said, "words-done-ones-fill", "words-say-fill")


def _without(
    said: str,
    named: Sequence[Person],
) -> str:
    """The line without the names: how many did Li do."""
    for one in named:
        said = said.replace(one.name.lower(), " ")
    return " ".join(said.split())


def _today(turn: Turn) -> date:
    return turn.unit.now.astimezone(turn.setup.zone).date()


def _when(said: str, today: date) -> Period:
    """The days that are named or counted, else today."""
    if days := past_spans.within(said, today):
        return Period(f"{days[0]}..{days[1]}", *days)
    for name in sorted(NAMED, key=len, reverse=True):
        words = any_of(spoken(name))
        found = words.search(said) or words.search(said.replace(" ", ""))
        whole = period(name, today) if found else None
        if whole:
            return whole
    hit = _counted().search(said)
    counted = period(hit[0], today) if hit else None
    usual = period(_span(said) or NAMED[0], today)
    return counted or present(usual, "it is a named one")


def _span(said: str) -> str:
    """The days of a report that is named: 周报 is of the week."""
    named = (span for key, span in SPANS.items() if _report(key).search(said))
    return next(named, "")


@cache
def _report(key: str) -> re.Pattern[str]:
    """周报, and not 上周报的."""
    return re.compile(rf"{anywhere(key).pattern}(?!{one_of('words-behind-filed')})")


@cache
def _counted() -> re.Pattern[str]:
    """2026-10, 7天, 近两周, "2 weeks"."""
    many, of = rf"(?:[0-9]{{1,4}}|[{NUMERALS}]{{1,3}})", any_of(counting()).pattern
    return re.compile(rf"20[0-9]{{2}}-[0-9]{{2}}|{many}\s*(?:{of})")


def _colleagues(turn: Turn) -> list[Person]:
    return staff_in(turn, set(_own(turn)))


def _own(turn: Turn) -> list[str]:
    """The areas where they work, and all below."""
    own = [grant.area for grant in turn.person.grants]
    return sorted(turn.unit.directory.below(own))


async def _done(turn: Turn, when: Period) -> list[Case]:
    """What was answered then, as far as they may see it."""
    zone, utc = turn.setup.zone, turn.unit.now.tzinfo
    first, last = (
        datetime.combine(day, time.min, zone).astimezone(utc)
        for day in (when.first, when.last + DAY)
    )
    found = await turn.unit.cases.solved(_own(turn), (first, last), MOST)
    return [one for one in found if await visible(turn.unit, turn.person, one)]


def _tell(
    turn: Turn,
    when: Period,
    whose: Person,
    done: Sequence[Case],
    below: Sequence[Safe] = (),
) -> None:
    theirs = [one for one in done if one.assignee_id == whose.id]
    mine = whose.id == turn.person.id
    about = {
        "when": period_line(turn, when),
        "count": len(theirs),
        "name": whose.name,
    }
    lines = [turn.say("did-own" if mine else "did-theirs", **about)]
    for one in theirs[:MOST_SHOWN]:
        seen = phrases.seen(
            turn.unit,
            turn.person,
            one,
            turn.language,
            LONGEST_SEEN,
        )
        lines.append(turn.say("did-line", number=one.number, what=seen))
    if len(theirs) > MOST_SHOWN:
        lines.append(turn.say("did-more", count=len(theirs) - MOST_SHOWN))
    turn.reply(Safe("\n".join((*lines, *below))))


def _tell_all(
    turn: Turn,
    when: Period,
    people: Sequence[Person],
    done: Sequence[Case],
) -> None:
    counts = Counter(one.assignee_id for one in done)
    ranked = sorted(people, key=lambda one: (-counts[one.id], one.id))
    lines = [turn.say("did-all", when=period_line(turn, when))]
    for one in ranked[:MOST_SHOWN]:
        lines.append(turn.say("did-each", name=one.name, count=counts[one.id]))
    turn.reply(Safe("\n".join(lines)))
