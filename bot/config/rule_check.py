"""What `gridbee check` says of the rules: names that nobody knows, and rules that no case can
reach.

Whether a rule can be reached is tried with a made-up matter: of all that the rule would take, the
one that the fewest rules before it would take too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, product
from typing import Any

from bot.config.rules import PostConfig
from domain.categories import BY_CODE, CATEGORIES
from domain.privacy import Privacy
from domain.rules import Matter, Rule, decide, fails

MOST_NAMED = 12
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


class Standing(StrEnum):
    REACHED = "reached"
    BEHIND = "behind"  # only where nobody holds what an earlier rule asks for
    NEVER = "never"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class Finding:
    """How a rule stands, and the rule that takes its cases where another one does."""

    standing: Standing
    other: Rule | None = None


def check(
    rules: Sequence[Rule],
    posts: Iterable[PostConfig],
    *,
    areas: AbstractSet[str],
    tags: AbstractSet[str],
    offices: AbstractSet[str],
    held: AbstractSet[str],
    paths: Paths | None = None,
) -> list[str]:
    """A sentence for each mistake; none where all is well.

    `held` are the posts that somebody holds anywhere. `paths` leads from an area's code to the
    codes from itself up to the root; without it a rule for a street is not known to cover the grids
    in it.
    """
    names = {post.code: f"{post.code} ({post.zh}, {post.en})" for post in posts}
    known = {"area": areas, "tag": tags, "office": offices}
    found: list[str] = []
    for index, rule in enumerate(rules):
        mistakes = [
            *_unknown(rule, known),
            *_post(rule, names, held),
            *_swallows(rules, index),
            *_late(rules, index, paths or {}),
            *_exposed(rules, index),
        ]
        found += [f"rule '{rule.name}': {text}" for text in mistakes]
    return found


def try_all(rules: Sequence[Rule], paths: Paths | None = None) -> list[str]:
    """A line for each rule: what becomes of a made-up matter that it should take, if all posts
    are held.
    """
    return [
        _tried(rule, find(rules, index, paths or {}))
        for index, rule in enumerate(rules)
    ]


def _tried(rule: Rule, finding: Finding) -> str:
    other = finding.other.name if finding.other else ""
    return (
        f"rule '{rule.name}': "
        + {
            Standing.REACHED: "takes what it should",
            Standing.BEHIND: f"takes what it should where nobody holds what rule '{other}' asks for",
            Standing.NEVER: f"is never reached, rule '{other}' takes it",
            Standing.IMPOSSIBLE: "is never reached, no category that it names is of a kind that it names",
        }[finding.standing]
    )


# --- names ---


def _unknown(rule: Rule, known: Mapping[str, AbstractSet[str]]) -> Iterator[str]:
    """Areas, tags and offices that are not there."""
    asked = {"area": rule.areas, "tag": rule.tags, "office": {rule.office} - {""}}
    for what, codes in asked.items():
        there = sorted(known[what])
        listed = ", ".join(there[:MOST_NAMED]) + (
            ", …" if len(there) > MOST_NAMED else ""
        )
        for code in sorted(codes - known[what]):
            yield f"there is no {what} '{code}'; " + (
                f"there are {listed}" if there else f"there is no {what} at all"
            )


def _post(
    rule: Rule, names: Mapping[str, str], held: AbstractSet[str]
) -> Iterator[str]:
    if rule.post and rule.post not in names:
        yield f"there is no post '{rule.post}'; there are {', '.join(names)}"
    elif rule.post and rule.post not in held:
        yield f"nobody holds the post {names[rule.post]}, so the rule is passed over"


# --- order ---


def _swallows(rules: Sequence[Rule], index: int) -> Iterator[str]:
    rule, later = rules[index], len(rules) - index - 1
    if later and not any(conditions(rule)):
        where = (
            " wherever somebody holds its post or office" if any(_target(rule)) else ""
        )
        yield f"has no conditions, so it takes everything{where}, and nothing is left for the {later} after it"


def _late(rules: Sequence[Rule], index: int, paths: Paths) -> Iterator[str]:
    """What an earlier rule leaves to this one. A swallowing rule is told once, and a fallback is
    no mistake.
    """
    rule, finding = rules[index], find(rules, index, paths)
    other, never = finding.other, finding.standing is Standing.NEVER
    if finding.standing is Standing.IMPOSSIBLE:
        kinds = ", ".join(
            f"{code} is a {BY_CODE[code].kind}"
            for code in sorted(rule.categories)
            if code in BY_CODE
        )
        yield f"can never match, no category that it names is of a kind that it names ({kinds})"
    elif other is None or not any(conditions(other)):
        return
    elif conditions(other) == conditions(rule):
        if never:
            yield f"can never match, rule '{other.name}' before it has the same conditions"
    elif never:
        yield f"can never match, rule '{other.name}' before it takes all of it"
    else:
        yield f"matches only where nobody holds the post or office of rule '{other.name}' before it"


def _exposed(rules: Sequence[Rule], index: int) -> Iterator[str]:
    if not _private(rules, index):
        yield (
            f"where nobody holds its post or office it is passed over, and a case would not be {rules[index].privacy}; "
            "put a rule with the same conditions and privacy, but no post or office, right after it"
        )


def conditions(rule: Rule) -> tuple[Any, ...]:
    return tuple(getattr(rule, field) for part in PARTS for field in part)


def _target(rule: Rule) -> tuple[str, str]:
    return rule.post, rule.office


def _private(rules: Sequence[Rule], index: int) -> bool:
    """Whether a rule's privacy holds also where it is passed over: by a rule after it that needs
    nobody.
    """
    rule = rules[index]
    if not any(_target(rule)) or rule.privacy in ("", Privacy.OPEN):
        return True
    for after in rules[index + 1 :]:
        # an anonymous case is no confidential one: its words are for everybody
        if after.privacy != rule.privacy:
            if not _apart(rule, after):
                return False
        elif not any(_target(after)) and _covers(after, rule):
            return True
    return False


def _covers(wide: Rule, narrow: Rule) -> bool:
    """Whether each condition of `wide` is missing or lets through all that `narrow` lets
    through.
    """
    pairs = zip(conditions(wide), conditions(narrow), strict=True)
    return all(
        not mine or (theirs and set(theirs) <= set(mine)) for mine, theirs in pairs
    )


def _apart(one: Rule, two: Rule) -> bool:
    """Whether surely no case matches both: no category in common, or no day."""
    what = {choice["category"] for choice in _matters(one)} & {
        choice["category"] for choice in _matters(two)
    }
    return not what or bool(one.days and two.days and not one.days & two.days)


# --- made-up matters ---


def find(rules: Sequence[Rule], index: int, paths: Paths) -> Finding:
    """How the rule at `index` stands among those before it."""
    rule = rules[index]
    matter = made_up(rule, rules[:index], paths)
    if matter is None:
        return Finding(Standing.IMPOSSIBLE)
    first = decide(rules, matter, lambda _: True).rule
    if first is rule:
        return Finding(Standing.REACHED)
    sure = [
        other for other in rules[:index] if _target(other) in (("", ""), _target(rule))
    ]
    matter = made_up(rule, sure, paths) or matter
    winner = decide(rules, matter, lambda other: _target(other) == _target(rule)).rule
    return (
        Finding(Standing.BEHIND, first)
        if winner is rule
        else Finding(Standing.NEVER, winner)
    )


def made_up(rule: Rule, rivals: Sequence[Rule], paths: Paths) -> Matter | None:
    """A matter that the rule takes and, if there is one, none of its rivals. None if there can be
    none at all.

    A rival takes a matter if all parts of it suit the rival. So of each part only those choices are
    tried that suit no more rivals than another choice does; that leaves a handful to combine.
    """
    parts = []
    for part, choices in zip(PARTS, _choices(rule, rivals, paths), strict=True):
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
    rule: Rule, rivals: Sequence[Rule], paths: Paths
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
        _matters(rule),
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


def _matters(rule: Rule) -> list[Choice]:
    suiting = [
        c for c in CATEGORIES if not rule.categories or c.code in rule.categories
    ]
    return [
        {"kind": c.kind, "category": c.code}
        for c in suiting
        if not rule.kinds or c.kind in rule.kinds
    ]
