"""What the order of the rules does: which rule stands behind another, and whether privacy holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.config.made_up import PARTS, Paths, made_up, matters
from domain.privacy import Privacy
from domain.reading.catalogue import Catalogue
from domain.rules import Rule, decide


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


def conditions(rule: Rule) -> tuple[Any, ...]:
    return tuple(getattr(rule, field) for part in PARTS for field in part)


def target(rule: Rule) -> tuple[str, str]:
    return rule.post, rule.office


def private(rules: Sequence[Rule], index: int, catalogue: Catalogue) -> bool:
    """Whether a rule's privacy holds also where it is passed over: by a rule after it that needs
    nobody.
    """
    rule = rules[index]
    if not any(target(rule)) or rule.privacy in ("", Privacy.OPEN):
        return True
    for after in rules[index + 1 :]:
        # an anonymous case is no confidential one: its words are for everybody
        if after.privacy != rule.privacy:
            if not _apart(rule, after, catalogue):
                return False
        elif not any(target(after)) and _covers(after, rule):
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


def _apart(one: Rule, two: Rule, catalogue: Catalogue) -> bool:
    """Whether surely no case matches both: no category in common, or no day."""
    what = {choice["category"] for choice in matters(one, catalogue)} & {
        choice["category"] for choice in matters(two, catalogue)
    }
    return not what or bool(one.days and two.days and not one.days & two.days)


def find(
    rules: Sequence[Rule], index: int, paths: Paths, catalogue: Catalogue
) -> Finding:
    """How the rule at `index` stands among those before it."""
    rule = rules[index]
    matter = made_up(rule, rules[:index], paths, catalogue)
    if matter is None:
        return Finding(Standing.IMPOSSIBLE)
    first = decide(rules, matter, lambda _: True).rule
    if first is rule:
        return Finding(Standing.REACHED)
    sure = [
        other for other in rules[:index] if target(other) in (("", ""), target(rule))
    ]
    matter = made_up(rule, sure, paths, catalogue) or matter
    winner = decide(rules, matter, lambda other: target(other) == target(rule)).rule
    return (
        Finding(Standing.BEHIND, first)
        if winner is rule
        else Finding(Standing.NEVER, winner)
    )
