"""What `gridbee check` says of the rules: names that nobody knows, and rules that no case can
reach.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from bot.config.made_up import Paths
from bot.config.posts import PostConfig
from bot.config.rule_order import Finding, Standing, conditions, find, private, target
from domain.reading.catalogue import Catalogue
from domain.rules import Rule

MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class Known:
    """What is there for a rule to name.

    `paths` leads from an area's code to the codes from itself up to the root; without it a rule for
    a street is not known to cover the grids in it.
    """

    catalogue: Catalogue
    areas: AbstractSet[str]
    tags: AbstractSet[str]
    offices: AbstractSet[str]
    paths: Paths = field(default_factory=dict)


def check(
    rules: Sequence[Rule],
    posts: Iterable[PostConfig],
    known: Known,
    *,
    held: AbstractSet[str],
) -> list[str]:
    """A sentence for each mistake; none where all is well.

    `held` are the posts that somebody holds anywhere.
    """
    names = {post.code: f"{post.code} ({post.zh}, {post.en})" for post in posts}
    found: list[str] = []
    for index, rule in enumerate(rules):
        mistakes = [
            *_unknown(rule, known),
            *_post(rule, names, held),
            *_swallows(rules, index),
            *_late(rules, index, known),
            *_exposed(rules, index, known.catalogue),
        ]
        found += [f"rule '{rule.name}': {text}" for text in mistakes]
    return found


def try_all(rules: Sequence[Rule], known: Known) -> list[str]:
    """A line for each rule: what becomes of a made-up matter that it should take, if all posts
    are held.
    """
    return [
        f"rule '{rule.name}': {_tried(find(rules, index, known.paths, known.catalogue))}"
        for index, rule in enumerate(rules)
    ]


def _tried(finding: Finding) -> str:
    other = finding.other.name if finding.other else ""
    if finding.standing is Standing.REACHED:
        return "takes what it should"
    if finding.standing is Standing.BEHIND:
        return f"takes what it should where nobody holds what rule '{other}' asks for"
    if finding.standing is Standing.NEVER:
        return f"is never reached, rule '{other}' takes it"
    return "is never reached, no category that it names is of a kind that it names"


def _unknown(rule: Rule, known: Known) -> Iterator[str]:
    """Areas, tags and offices that are not there."""
    asked = (
        ("area", rule.areas, known.areas),
        ("tag", rule.tags, known.tags),
        ("office", {rule.office} - {""}, known.offices),
    )
    for what, codes, there in asked:
        for code in sorted(codes - there):
            yield f"there is no {what} '{code}'; {_instead(what, sorted(there))}"


def _instead(what: str, there: Sequence[str]) -> str:
    if not there:
        return f"there is no {what} at all"
    more = ", …" if len(there) > MOST_NAMED else ""
    return f"there are {', '.join(there[:MOST_NAMED])}{more}"


def _post(
    rule: Rule, names: Mapping[str, str], held: AbstractSet[str]
) -> Iterator[str]:
    if rule.post and rule.post not in names:
        yield f"there is no post '{rule.post}'; there are {', '.join(names)}"
    elif rule.post and rule.post not in held:
        yield f"nobody holds the post {names[rule.post]}, so the rule is passed over"


def _swallows(rules: Sequence[Rule], index: int) -> Iterator[str]:
    rule, later = rules[index], len(rules) - index - 1
    if later and not any(conditions(rule)):
        held = " wherever somebody holds its post or office"
        where = held if any(target(rule)) else ""
        yield (
            f"has no conditions, so it takes everything{where}, "
            f"and nothing is left for the {later} after it"
        )


def _late(rules: Sequence[Rule], index: int, known: Known) -> Iterator[str]:
    """What an earlier rule leaves to this one. A swallowing rule is told once, and a fallback is
    no mistake.
    """
    rule, finding = rules[index], find(rules, index, known.paths, known.catalogue)
    other, never = finding.other, finding.standing is Standing.NEVER
    if finding.standing is Standing.IMPOSSIBLE:
        kinds = ", ".join(
            f"{one.code} is a {one.kind}"
            for one in sorted(known.catalogue, key=lambda one: one.code)
            if one.code in rule.categories
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


def _exposed(
    rules: Sequence[Rule],
    index: int,
    catalogue: Catalogue,
) -> Iterator[str]:
    if not private(rules, index, catalogue):
        yield (
            "where nobody holds its post or office it is passed over, "
            f"and a case would not be {rules[index].privacy}; "
            "put a rule with the same conditions and privacy, but no post or office, right after it"
        )
