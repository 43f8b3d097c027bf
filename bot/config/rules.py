"""[[rules]] of config.toml: which rule sends a case to whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import ValidationInfo, field_validator, model_validator

from bot.config.posts import PostConfig
from bot.config.rows import Row, Text, Texts
from domain.kinds import Kind, Urgency
from domain.people import MEDIATOR
from domain.privacy import Privacy
from domain.reading.catalogue import Catalogue
from domain.rules import Rule
from domain.values.hours import Span, hours

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ALLOWED: dict[str, tuple[str, ...]] = {
    "kind": tuple(kind.value for kind in Kind),
    "days": DAYS,
    "urgency": tuple(urgency.value for urgency in Urgency),
    "privacy": tuple(privacy.value for privacy in Privacy),
}


class RuleConfig(Row):
    """A rule as it is written. What is left out does not matter to it."""

    what = "rule"
    key = "name"

    name: Text
    kind: Texts = ()
    category: Texts = ()
    words: Texts = ()
    area: Texts = ()
    tag: Texts = ()
    hours: Texts = ()
    days: Texts = ()
    post: str = ""
    office: str = ""
    urgency: str = ""
    privacy: str = ""
    verify: bool = False

    @model_validator(mode="before")
    @classmethod
    def renamed(cls, values: Any) -> Any:
        """Files of before 0.3 say `unit` where an office is meant."""
        if isinstance(values, dict) and "unit" in values and "office" not in values:
            others = {key: values[key] for key in values if key != "unit"}
            return others | {"office": values["unit"]}
        return values

    @field_validator("kind", "days", "urgency", "privacy")
    @classmethod
    def known(
        cls, value: str | tuple[str, ...], info: ValidationInfo
    ) -> str | tuple[str, ...]:
        allowed = ALLOWED[info.field_name or ""]
        for one in (value,) if isinstance(value, str) else value:
            if one not in allowed:
                listed = ", ".join(allowed)
                raise ValueError(f"'{one}' is unknown; allowed are {listed}")
        return value

    @field_validator("hours")
    @classmethod
    def readable(cls, spans: tuple[str, ...]) -> tuple[str, ...]:
        for span in spans:
            minutes(span)
        return spans

    @field_validator("office")
    @classmethod
    def alone(cls, office: str, info: ValidationInfo) -> str:
        if office and (post := info.data.get("post")):
            both = "a rule has a post or an office, never both"
            raise ValueError(f"{both}; this one has the post '{post}' already")
        return office

    def rule(self) -> Rule:
        return Rule(
            name=self.name,
            kinds=frozenset(self.kind),
            categories=frozenset(self.category),
            words=self.words,
            areas=frozenset(self.area),
            tags=frozenset(self.tag),
            hours=tuple(minutes(span) for span in self.hours),
            days=frozenset(DAYS.index(day) for day in self.days),
            post=self.post,
            office=self.office,
            urgency=Urgency(self.urgency) if self.urgency else None,
            privacy=self.privacy,
            verify=self.verify,
        )


def minutes(span: str) -> Span:
    """'18:00-08:00' as minutes after midnight; 24:00 is an end only.

    Raises ValueError for what is no span, and for one that is empty.
    """
    found = hours(span, round_clock=True)
    if found is None:
        raise ValueError(f"'{span}' is no span of time; an example is 18:00-08:00")
    if found[0] == found[1]:
        whole_day = "for the whole day leave it out or write 00:00-24:00"
        raise ValueError(f"'{span}' is no time at all; {whole_day}")
    return found


def rules_of(configs: Iterable[RuleConfig]) -> tuple[Rule, ...]:
    return tuple(config.rule() for config in configs)


def agree(
    posts: Iterable[PostConfig], rules: Iterable[RuleConfig], catalogue: Catalogue
) -> None:
    """Whether the lists fit together. Raises ValueError with a sentence for each mistake."""
    codes, rules = [post.code for post in posts], list(rules)
    names = [rule.name for rule in rules]
    found = [f"post '{code}': there are two of that code" for code in _twice(codes)]
    found += [f"rule '{name}': there are two of that name" for name in _twice(names)]
    if MEDIATOR not in codes:
        found.append(f"post '{MEDIATOR}' is missing; confidential cases need it")
    listed = ", ".join(codes)
    found += [
        f"rule '{rule.name}': post: '{rule.post}' is unknown; allowed are {listed}"
        for rule in rules
        if rule.post and rule.post not in codes
    ]
    listed = ", ".join(one.code for one in catalogue)
    found += [
        f"rule '{rule.name}': category: '{code}' is unknown; allowed are {listed}"
        for rule in rules
        for code in rule.category
        if code not in catalogue
    ]
    if found:
        raise ValueError("; ".join(found))


def _twice(names: list[str]) -> list[str]:
    return list(dict.fromkeys(name for name in names if names.count(name) > 1))


# The second rule keeps a dispute confidential where there is no mediator to take it: a rule whose
# post nobody holds is passed over with all that it says.
DEFAULT_RULES: tuple[RuleConfig, ...] = (
    RuleConfig(
        name="labour disputes",
        category=("dispute",),
        post=MEDIATOR,
        privacy="confidential",
    ),
    RuleConfig(
        name="labour disputes without a mediator",
        category=("dispute",),
        privacy="confidential",
    ),
)
