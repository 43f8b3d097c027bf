"""Whether the configuration fits the district: categories, rules, deadlines, calendars, staff."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.config.category_check import lost, mute
from bot.config.counted import counted
from bot.config.rule_check import MOST_NAMED, Known, check, try_all
from bot.config.settings import Config
from domain.area import Area
from domain.reading.engine import engine
from storage.memory.directory import Directory

NEVER = "is never reached"  # in what `try_all` says


@dataclass(frozen=True, slots=True)
class Result:
    """A thing that was looked at, and what is to be said of it."""

    name: str
    fine: bool
    text: str


def _told(
    name: str, mistakes: Sequence[str], hints: Sequence[str], fine: str
) -> list[Result]:
    """A line for each mistake and each hint; `fine` comes first where there is no mistake."""
    good = [] if mistakes else [Result(name, True, fine)]
    return [
        *good,
        *(Result(name, False, said) for said in mistakes),
        *(Result(name, True, said) for said in hints),
    ]


def categories(config: Config) -> list[Result]:
    """Whether the office's own categories can be read with, and their words lead to them."""
    own, vocabulary = config.categories, config.vocabulary
    added = sum(not vocabulary.catalogue[one.code].hidden for one in own)
    try:
        engine(vocabulary)
    except ValueError as error:
        return [Result("categories", False, str(error))]
    silent = mute(own, vocabulary)
    hint = f"no words lead to {listed(silent)}: only a person chooses them"
    offered = sum(not one.hidden for one in vocabulary.catalogue)
    fine = f"{offered} are offered, {added} of them added or changed here"
    hidden = [one.code for one in vocabulary.catalogue if one.hidden]
    more = [f"hidden: {listed(hidden)}"] if hidden else []
    return _told(
        "categories",
        list(lost(own, vocabulary)),
        [*more, *([hint] if silent else [])],
        fine,
    )


def rules(config: Config, directory: Directory) -> list[Result]:
    """Whether the rules fit together and name what is there. That nobody holds a post yet is a
    hint.
    """
    found = config.routing_rules()
    if not directory.areas:
        later = f"{counted(len(found), 'rule')}, to be looked at when there are areas"
        return [Result("rules", True, later)]
    known = _known(config, directory)
    every_post = {post.code for post in config.posts}
    mistakes = check(found, config.posts, known, held=every_post)
    hints = check(found, config.posts, known, held=_held(directory))
    hints = [said for said in hints if said not in mistakes]
    hints += [
        f"rule '{rule.name}': nobody works in the office {rule.office}, "
        "so the rule is passed over"
        for rule in found
        if rule.office in known.offices and not directory.members(rule.office)
    ]
    named = {said.partition(": ")[0] for said in mistakes}
    for line in try_all(found, known):
        if NEVER in line and line.partition(": ")[0] not in named:
            mistakes.append(line)
    return _told(
        "rules", mistakes, hints, f"{counted(len(found), 'rule')}, all reachable"
    )


def _known(config: Config, directory: Directory) -> Known:
    areas = _areas(directory)
    return Known(
        catalogue=config.vocabulary.catalogue,
        areas={area.code for area in areas},
        tags={tag for area in areas for tag in area.tags},
        offices={office.code for office in directory.offices},
        paths={area.code: directory.path(area.code) for area in areas},
    )


def _held(directory: Directory) -> set[str]:
    """The posts that somebody holds anywhere."""
    staff = directory.staff.values()
    return {grant.post for person in staff for grant in person.grants}


def deadlines(config: Config, directory: Directory) -> list[Result]:
    """Whether the rows of the policy name levels that are there, and which of them do not count."""
    levels = list(dict.fromkeys(area.level for area in _areas(directory)))
    rows = list(enumerate(config.policies, 1))
    mistakes = [
        f"[[policies]] row {number}: there is no level '{row.level}'; "
        f"there are {', '.join(levels)}"
        for number, row in rows
        if row.level and levels and row.level not in levels
    ]
    idle = [str(number) for number, row in rows if row in config.idle_policies]
    hints = [
        f"[[policies]] rows {', '.join(idle)} are of working time "
        "and count only with [[calendars]]"
    ]
    fine = f"{counted(len(rows) - len(idle), 'row')} before the defaults"
    return _told("deadlines", mistakes, hints if idle else [], fine)


def calendars(config: Config, directory: Directory, year: int) -> list[Result]:
    """Whether the calendars name areas that are there and know the days of this year; of the
    next one it is a hint.
    """
    mistakes = [
        f"calendar '{one.name}': there is no area '{code}'"
        for one in config.calendars
        for code in one.areas
        if directory.areas and code not in directory.areas
    ]
    many = len(config.calendars)
    some = f"{many} calendar{'s' * (many > 1)}"
    return _told(
        "calendars",
        mistakes + _unannounced(config, year),
        _unannounced(config, year + 1),
        some if many else "none, every clock runs round the clock",
    )


def budgets(config: Config, directory: Directory) -> list[Result]:
    """Whether the honey bank's budgets name areas that are there: another would limit nothing."""
    if config.points is None or not directory.areas:
        return []
    given = config.points.budgets
    mistakes = [
        f"[points] budgets: there is no area '{code}', so nothing is limited by it"
        for code in given
        if code not in directory.areas
    ]
    without = "no budget, so there is no limit"
    fine = f"budgets of {counted(len(given), 'area')}" if given else without
    return _told("points", mistakes, [], fine)


def _unannounced(config: Config, year: int) -> list[str]:
    names = [one.name for one in config.calendars if one.unannounced(year)]
    if not names:
        return []
    which = f"(calendar {', '.join(names)})"
    return [f"days of {year} are not announced yet: give days_file {which}"]


def staff(directory: Directory) -> list[Result]:
    """Areas and offices in which nobody has a role of their own.

    It is no mistake: their cases go up.
    """
    if not directory.areas:
        return []
    people = directory.staff.values()
    used = {grant.area for one in people for grant in one.grants if not grant.post}
    alone = [area.code for area in _areas(directory) if area.code not in used]
    idle = [office.code for office in directory.offices if office.code not in used]
    hints = []
    if alone:
        hints.append(
            f"no coordinator and no head of their own in {listed(alone)}: "
            "cases go to the area above"
        )
    if idle:
        hints.append(f"nobody works in the offices {listed(idle)}")
    gone = sorted(used - directory.areas.keys() - {""})
    if gone:
        hints.append(
            f"roles in {listed(gone)}, which are no areas any more: who has nothing else sees "
            "nothing until such an area is loaded again or they get a role where the work is now"
        )
    return _told("staff", [], hints, f"{counted(len(people), 'person')} with a role")


def _areas(directory: Directory) -> list[Area]:
    return [area for area in directory.areas.values() if not area.is_office]


def listed(codes: Sequence[str]) -> str:
    """The first of them, and how many more there are."""
    rest = len(codes) - MOST_NAMED
    more = f" and {rest} more" if rest > 0 else ""
    return ", ".join(codes[:MOST_NAMED]) + more
