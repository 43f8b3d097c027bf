"""Who gets a case: rules in order, of which the first that matches wins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from domain.kinds import Urgency

NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Rule:
    """Conditions, of which an empty one always holds, and what follows from them.

    `post` or `office` says who gets the case; without both it stays with the grid's own
    coordinators. `hours` are (from, to) minutes after local midnight, the end excluded, and may
    cross midnight. `days` (0 = Monday) are days of the calendar: what is filed at two on a Sunday
    morning is filed on a Sunday. `privacy` is "" where the rule says nothing of it.
    """

    name: str
    kinds: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    areas: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    hours: tuple[tuple[int, int], ...] = ()
    days: frozenset[int] = frozenset()
    post: str = ""
    office: str = ""
    urgency: Urgency | None = None
    privacy: str = ""
    verify: bool = False


@dataclass(frozen=True, slots=True)
class Matter:
    """What a rule looks at. `areas` go from the case's own up to the root; `minute` is after
    local midnight.
    """

    kind: str
    category: str
    words: str
    areas: tuple[str, ...]
    tags: frozenset[str]
    minute: int
    weekday: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """The rule that won, or None.

    `skipped` are the rules that matched before it but whose post or office nobody holds. `trials`
    are all rules before it in their order, each with what `fails` says of it, or NOBODY where it
    was skipped.
    """

    rule: Rule | None
    skipped: tuple[Rule, ...]
    trials: tuple[tuple[Rule, str], ...]


@lru_cache(maxsize=4096)
def _searches(words: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str] | None], ...]:
    """Each word in lower case, an English one with the pattern that finds it as a whole word or
    its plural.
    """
    folded = dict.fromkeys(word.casefold() for word in words)
    return tuple(
        (
            word,
            re.compile(rf"(?<!\w){re.escape(word)}s?(?!\w)")
            if word.isascii()
            else None,
        )
        for word in folded
    )


@lru_cache(maxsize=256)
def _folded(text: str) -> str:
    return text.casefold()


def says(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of the words stands in the text: Chinese ones anywhere, English ones as whole
    words or their plural.

    A plain search comes before the pattern: 50 rules look through each filing, and hardly any of
    their words occur.
    """
    lower = _folded(text)
    for word, pattern in _searches(words):
        if word in lower and (pattern is None or pattern.search(lower)):
            return True
    return False


def within(windows: Iterable[tuple[int, int]], minute: int) -> bool:
    """Whether a minute lies in one of the (from, to) windows; where `from` is the later one it
    crosses midnight.
    """
    return any(
        start <= minute < end if start <= end else minute >= start or minute < end
        for start, end in windows
    )


def fails(rule: Rule, matter: Matter) -> str:
    """'' where the rule matches, else the first condition that does not hold, by its key in the
    configuration.
    """
    if rule.kinds and matter.kind not in rule.kinds:
        return "kind"
    if rule.categories and matter.category not in rule.categories:
        return "category"
    if rule.words and not says(matter.words, rule.words):
        return "words"
    if rule.areas and rule.areas.isdisjoint(matter.areas):
        return "area"
    if rule.tags and rule.tags.isdisjoint(matter.tags):
        return "tag"
    if rule.hours and not within(rule.hours, matter.minute):
        return "hours"
    if rule.days and matter.weekday not in rule.days:
        return "days"
    return ""


def decide(
    rules: Iterable[Rule], matter: Matter, held: Callable[[Rule], bool]
) -> Verdict:
    """The first rule that matches and whose post or office somebody holds, which `held` tells.

    `held` is asked only about rules that match and name a post or office: it may look into a
    directory.
    """
    skipped: list[Rule] = []
    trials: list[tuple[Rule, str]] = []
    for rule in rules:
        why = fails(rule, matter)
        if not why:
            if not (rule.post or rule.office) or held(rule):
                return Verdict(rule, tuple(skipped), tuple(trials))
            skipped.append(rule)
        trials.append((rule, why or NOBODY))
    return Verdict(None, tuple(skipped), tuple(trials))
