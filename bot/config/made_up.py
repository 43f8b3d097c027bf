"""Made-up matters, by which it is tried whether a rule can be reached.

Of all that a rule would take, the one that the fewest rules before it would take too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain, product
from typing import Any

from domain.reading.catalogue import Catalogue
from domain.rules import Matter, Rule, fails

# A case always has kind and category together, so these two are looked at as one.
PARTS = (
    ("kinds", "categories"),
    ("words",),
    ("areas",),
    ("tags",),
    ("hours",),
    ("days",),
)


NOTHING = Matter("", "", "", (), frozenset(), 0, 0)


Paths = Mapping[str, Sequence[str]]


Choice = dict[str, Any]  # some of a Matter's fields


def made_up(
    rule: Rule, rivals: Sequence[Rule], paths: Paths, catalogue: Catalogue
) -> Matter | None:
    """A matter that the rule takes and, if there is one, none of its rivals. None if there can be
    none at all.

    A rival takes a matter if all parts of it suit the rival. So of each part only those choices are
    tried that suit no more rivals than another choice does; that leaves a handful to combine.
    """
    parts = []
    for part, choices in zip(
        PARTS, _choices(rule, rivals, paths, catalogue), strict=True
    ):
        narrowed = [_only(rival, part) for rival in rivals]
        parts.append(_least(choices, narrowed))
    if not all(parts):
        return None
    combined = product(*parts)
    first = next(combined)
    free = (
        some
        for some in chain([first], combined)
        if not frozenset.intersection(*(suits for suits, _ in some))
    )
    fields: Choice = {}
    for _, choice in next(free, first):
        fields |= choice
    return replace(NOTHING, **fields)


def _least(
    choices: Sequence[Choice], rivals: Sequence[Rule]
) -> list[tuple[frozenset[int], Choice]]:
    """Choices with the rivals that they suit, without those that suit more rivals than another."""
    suits: dict[frozenset[int], Choice] = {}
    for choice in choices:
        matter = replace(NOTHING, **choice)
        suits.setdefault(
            frozenset(i for i, rival in enumerate(rivals) if not fails(rival, matter)),
            choice,
        )
    return [
        (mine, choice)
        for mine, choice in suits.items()
        if not any(other < mine for other in suits)
    ]


def _only(rule: Rule, part: Sequence[str]) -> Rule:
    """The rule with the conditions of one part and no others."""
    return Rule(rule.name, **{field: getattr(rule, field) for field in part})


def _choices(
    rule: Rule, rivals: Sequence[Rule], paths: Paths, catalogue: Catalogue
) -> tuple[list[Choice], ...]:
    """For each part all that may make a difference and suits the rule."""
    areas = [tuple(paths.get(code, (code,))) for code in sorted(rule.areas)]
    spans = [
        minute % 1440
        for one in (rule, *rivals)
        for span in one.hours
        for minute in span
    ]
    hours = _only(rule, ("hours",))
    times: list[Choice] = [{"minute": minute} for minute in sorted({0, *spans})]
    return (
        matters(rule, catalogue),
        [{"words": word} for word in rule.words or ("",)],
        [
            {"areas": path}
            for path in areas or [tuple(path) for path in paths.values()] or [()]
        ],
        [{"tags": frozenset({tag})} for tag in sorted(rule.tags)]
        or [{"tags": frozenset()}],
        [time for time in times if not fails(hours, replace(NOTHING, **time))],
        [{"weekday": day} for day in sorted(rule.days) or range(7)],
    )


def matters(rule: Rule, catalogue: Catalogue) -> list[Choice]:
    suiting = [c for c in catalogue if not rule.categories or c.code in rule.categories]
    return [
        {"kind": c.kind, "category": c.code}
        for c in suiting
        if not rule.kinds or c.kind in rule.kinds
    ]
