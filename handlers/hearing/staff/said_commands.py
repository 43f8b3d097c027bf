"""What staff ask for in words in place of a command: 统计, 导出上个月的台账, "routing rules". It is
sent as that command with what else was said; where that takes none of it, it was not meant.
"""

from __future__ import annotations

import re
from datetime import date

from domain.reading.model import Reading
from domain.values import past_spans
from domain.values.no_day import no_day
from domain.values.text import letters
from handlers.admin import limits
from handlers.admin.plain_roles import admins_of
from handlers.casework.called import called, cut
from handlers.contents import COMMANDS
from handlers.dialog.alone import alone
from handlers.dialog.command import may_send
from handlers.dialog.turn import Refused, Turn
from handlers.hearing.staff import own_figures, to_an_area
from handlers.stats import queries
from handlers.stats.own_work import SPANS
from handlers.stats.periods import period
from handlers.stats.vocabulary import spoken
from handlers.texts.words import anywhere, words

COUNT = "words-say-count"
"""It needs when: 今天多少件."""
SAID = {
    COUNT: "stats",
    "words-say-daily": "stats",
    "words-say-weekly": "stats",
    "words-say-monthly": "stats",
    "words-say-register": "register",
    "words-say-stats": "stats",
    "words-say-similar": "similar",
    "words-say-templates": "templates",
    "words-say-audit": "audit",
    "words-say-policy": "policy",
    "words-say-route": "route",
    "words-say-areas": "areas",
    "words-say-people": "people",
    "words-say-health": "health",
    "words-say-poster": "poster",
    "words-say-members": "members",
    "words-say-needs": "needs",
    "words-say-resources": "resources",
    "words-say-projects": "projects",
    "words-say-screen": "screen",
    "words-say-invite": "invite",
    "words-say-announce": "announce",
    "words-say-digest": "digest",
}
"""The command that each means; the first that fits counts."""

MORE = frozenset(
    {
        "register",
        "stats",
        "audit",
        "invite",
        "announce",
        "digest",
        "poster",
    },
)
"""Commands that take what else is said."""
OF_HEADS = frozenset({"register", "audit", "route", "people"})
"""What nobody would report, and most may not ask for."""
OF_DAYS = {"stats": "refuse-stats", "register": "refuse-register"}
"""What each says to a day that no calendar has."""
VERBATIM = frozenset({"announce"})
"""What goes to others is what was written."""
LONGEST = 40
"""Letters: whoever says more tells something (ours)."""
LONGEST_TO_ALL = 400
"""The same of what goes to others, which is shown before it goes."""
LONGEST_HOLIDAY = 12
LISTED = ("today", "yesterday")
"""Alone these are a list: what came in then."""
NUMBERS = re.compile(r"[0-9\s.,/、，-]+")
"""Rather places of a list."""
SIGNS = " \t,，。.！!?？、：:～~"


async def asked(turn: Turn, reading: Reading) -> bool:
    """Whether one was meant, and was answered. Raises Refused."""
    return await _sent(turn, more=True) or await _of_days(turn)


async def bare(turn: Turn, reading: Reading) -> bool:
    """The same where nothing else is said but days and areas: beside a form that is open."""
    return await _sent(turn, more=False)


async def _of_days(turn: Turn) -> bool:
    """最近100天, 从上周一到昨天: whether nothing but days that are over are named, and are answered
    with the figures of these to whoever may read them.
    """
    said = turn.event.text.strip(SIGNS)
    told = not NUMBERS.fullmatch(said) and letters(said) <= LONGEST
    if not (told and alone(turn) and may_send(turn.person, COMMANDS["stats"])):
        return False
    days = _in_one(turn, said).strip()
    if any(days in spoken(name) for name in LISTED):
        return False
    plainly = _names_days(turn, days) or queries.of_areas(turn, days)
    return plainly and await _answered(turn, "stats", days)


def named(turn: Turn) -> bool:
    """Whether one is named with nothing but days beside, be it one that they may not send."""
    said = turn.event.text.strip()
    for key in SAID if letters(said) <= LONGEST else ():
        rest = _beside(key, said)
        if rest is None:
            continue
        if (not rest and key != COUNT) or _names_days(turn, rest):
            return True
    return False


async def _sent(turn: Turn, *, more: bool) -> bool:
    said = turn.event.text.strip()
    if not alone(turn) or len(said) > LONGEST_TO_ALL:
        return False
    for key, name in SAID.items():
        if letters(said) > LONGEST and name not in VERBATIM:
            continue
        verbatim = name in VERBATIM
        rest = (
            _to_all(turn, key, said) if verbatim else _beside(key, _in_one(turn, said))
        )
        if rest is None:
            continue
        if not may_send(turn.person, COMMANDS[name]):
            if _not_theirs(turn, name, rest):
                return True
            came = anywhere("words-came-in").search(_plain(said))
            if name == "stats" and rest and _names_days(turn, rest) and not came:
                await own_figures.told(turn, rest)
                return True
            continue
        unknown = no_day(rest) or _unknown_days(rest)
        if name in OF_DAYS and unknown:
            raise Refused(OF_DAYS[name], word=unknown)
        if key == COUNT and not (
            _names_days(turn, rest) or queries.of_areas(turn, rest)
        ):
            continue
        days = not verbatim and _names_days(turn, rest)
        takes = _takes(turn, name, rest) if more else _of_areas(turn, name, rest)
        if rest and not (days or takes):
            continue
        span = "" if _names_days(turn, rest) else SPANS.get(key, "")
        if await _answered(turn, name, f"{rest} {span}".strip()):
            return True
    return False


def _unknown_days(rest: str) -> str:
    """春节期间: its days are others each year."""
    hit = anywhere("words-holiday-moves").match(rest)
    return rest if hit and letters(rest) <= LONGEST_HOLIDAY else ""


def _takes(turn: Turn, name: str, rest: str) -> bool:
    """Whether what else is said may belong to it: of a deadline, what it is for."""
    if name == "policy":
        return any(limits.meant(turn, rest))
    return name in MORE or (
        name == "people" and bool(called(turn.unit.directory, rest))
    )


def _of_areas(turn: Turn, name: str, rest: str) -> bool:
    """Whether nothing but areas and days stand beside it: 打印G01的二维码."""
    area, left = cut(turn.unit.directory, rest)
    days = not left.strip() or _names_days(turn, left)
    return name in MORE - VERBATIM and bool(area) and days


def _not_theirs(turn: Turn, name: str, rest: str) -> bool:
    """Whether they hear who does that: of a table, and of what would go to everybody."""
    admins = admins_of(turn, turn.person)
    if rest and name in VERBATIM:
        turn.reply(turn.say("refuse-to-all", admins=admins))
        return True
    plainly = name in OF_HEADS and (not rest or _names_days(turn, rest))
    if plainly:
        turn.reply(turn.say("how-for-admin", admins=admins))
    return plainly


def _names_days(turn: Turn, rest: str) -> bool:
    return period(rest, _today(turn)) is not None


def _in_one(turn: Turn, said: str) -> str:
    """With the first and the last day in one piece: what stands between them fills nothing."""
    return past_spans.coded(said, _today(turn))


def _today(turn: Turn) -> date:
    return turn.unit.now.astimezone(turn.setup.zone).date()


def _plain(said: str) -> str:
    return said.lower().replace("’", "'")


def _to_all(turn: Turn, key: str, said: str) -> str | None:
    rest = to_an_area.behind(turn, said)
    if rest is None and (words := _behind(key, said)):
        return to_an_area.at_the_end(turn, words)
    if rest is None:
        rest = _behind(key, said)
    return _before(said) if rest is None else rest


def _before(said: str) -> str | None:
    """明天全员开会，通知一下大家: what stands before that; None where it does not end so."""
    bare = said.rstrip(SIGNS)
    ends = [one for one in words("words-announce-last") if _plain(bare).endswith(one)]
    left = bare[: -len(max(ends, key=len))].strip(SIGNS) if ends else ""
    return left or None


def _behind(key: str, said: str) -> str | None:
    """What stands behind the words of this key, as it was written; None where it does not begin
    with them.
    """
    hit = anywhere(key).match(_plain(said))
    return said[hit.end() :].strip(SIGNS) if hit else None


def _beside(key: str, said: str) -> str | None:
    """What is said beside the words of this key and what only asks; None where they are not."""
    left, count = anywhere(key).subn(" ", _plain(said))
    if not count:
        return None
    if SAID[key] == "stats":
        left = anywhere("words-part-of-day").sub(" ", left)
    left = anywhere("words-say-fill").sub(" ", left.replace("'s ", " "))
    return " ".join(left.strip(SIGNS).split())


async def _answered(turn: Turn, name: str, rest: str) -> bool:
    row = COMMANDS[name]
    try:
        await row.handler(turn, rest)
    except Refused:
        if rest and not _of_areas(turn, name, rest):
            return False
        raise
    if row.audited:
        turn.unit.history.audit(turn.person.id, f"/{name}")
    return True
