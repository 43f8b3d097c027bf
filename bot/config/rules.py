"""[[posts]] and [[rules]] of config.toml: which posts there are, and which rule sends a case to
whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ModelWrapValidatorHandler,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)

from domain.categories import BY_CODE
from domain.kinds import Kind, Urgency
from domain.people import MEDIATOR
from domain.privacy import Privacy
from domain.rules import Rule

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ALLOWED: dict[str, tuple[str, ...]] = {
    "kind": tuple(kind.value for kind in Kind),
    "category": tuple(BY_CODE),
    "days": DAYS,
    "urgency": tuple(urgency.value for urgency in Urgency),
    "privacy": tuple(privacy.value for privacy in Privacy),
}
TIME = r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9]"
SPAN = re.compile(rf"({TIME})\s*-\s*({TIME}|24:00)")


def _listed(value: Any) -> Any:
    """One text stands for a list of one. Raises ValueError for what would be a condition without
    content.
    """
    values = [value] if isinstance(value, str) else value
    if isinstance(values, list | tuple) and not all(
        one.strip() if isinstance(one, str) else True for one in values
    ):
        raise ValueError("must not hold an empty text")
    if values == []:
        raise ValueError("must not be empty; leave it out where it does not matter")
    return values


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_listed)]


class _Row(BaseModel):
    """One of several tables in a list: its mistakes are told by its name, as a number would help
    nobody.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    what: ClassVar[str]
    key: ClassVar[str]

    @model_validator(mode="wrap")
    @classmethod
    def named(cls, values: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        try:
            return handler(values)
        except ValidationError as error:
            name = values.get(cls.key) if isinstance(values, dict) else None
            head = (
                f"{cls.what} '{name}'" if name else f"a {cls.what} without a {cls.key}"
            )
            raise ValueError(
                "; ".join(
                    f"{head}: {cls._sentence(detail)}" for detail in error.errors()
                )
            ) from None

    @classmethod
    def _sentence(cls, detail: Any) -> str:
        where = ".".join(str(step) for step in detail["loc"])
        if detail["type"] == "extra_forbidden":
            return f"{where}: no such key; allowed are {', '.join(cls.model_fields)}"
        message = (
            "is missing"
            if detail["type"] == "missing"
            else detail["msg"].removeprefix("Value error, ")
        )
        return f"{where}: {message}" if where else message


class PostConfig(_Row):
    """A post that people hold in areas; the nearest area on the way up wins."""

    what = "post"
    key = "code"

    code: str
    zh: Text
    en: Text

    @field_validator("code")
    @classmethod
    def plain(cls, code: str) -> str:
        if not re.fullmatch(r"[a-z][a-z0-9_]*", code):
            raise ValueError(
                "must be of small letters, digits and _, like building_head"
            )
        return code


class RuleConfig(_Row):
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
            return {
                "office" if key == "unit" else key: value
                for key, value in values.items()
            }
        return values

    @field_validator("kind", "category", "days", "urgency", "privacy")
    @classmethod
    def known(
        cls, value: str | tuple[str, ...], info: ValidationInfo
    ) -> str | tuple[str, ...]:
        allowed = ALLOWED[info.field_name or ""]
        for one in (value,) if isinstance(value, str) else value:
            if one not in allowed:
                raise ValueError(
                    f"'{one}' is unknown; allowed are {', '.join(allowed)}"
                )
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
            raise ValueError(
                f"a rule has a post or an office, never both; this one has the post '{post}' already"
            )
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


def minutes(span: str) -> tuple[int, int]:
    """'18:00-08:00' as minutes after midnight; 24:00 is an end only. Raises ValueError for
    anything else.
    """
    found = SPAN.fullmatch(span)
    if not found:
        raise ValueError(f"'{span}' is no span of time; an example is 18:00-08:00")
    start, end = (
        int(hour) * 60 + int(minute)
        for hour, minute in (time.split(":") for time in found.groups())
    )
    if start == end:
        raise ValueError(
            f"'{span}' is no time at all; for the whole day leave it out or write 00:00-24:00"
        )
    return start, end


def rules_of(configs: Iterable[RuleConfig]) -> tuple[Rule, ...]:
    return tuple(config.rule() for config in configs)


def agree(posts: Iterable[PostConfig], rules: Iterable[RuleConfig]) -> None:
    """Whether the two lists fit together. Raises ValueError with a sentence for each mistake."""
    codes, rules = [post.code for post in posts], list(rules)
    names = [rule.name for rule in rules]
    found = [f"post '{code}': there are two of that code" for code in _twice(codes)]
    found += [f"rule '{name}': there are two of that name" for name in _twice(names)]
    if MEDIATOR not in codes:
        found.append(f"post '{MEDIATOR}' is missing; confidential cases need it")
    found += [
        f"rule '{rule.name}': post: '{rule.post}' is unknown; allowed are {', '.join(codes)}"
        for rule in rules
        if rule.post and rule.post not in codes
    ]
    if found:
        raise ValueError("; ".join(found))


def _twice(names: list[str]) -> list[str]:
    return list(dict.fromkeys(name for name in names if names.count(name) > 1))


DEFAULT_POSTS: tuple[PostConfig, ...] = (
    PostConfig(code="building_head", zh="楼长", en="building head"),
    PostConfig(code="party_guide", zh="党群指导员", en="party guide"),
    PostConfig(code="property_staff", zh="物业服务员", en="property staff"),
    PostConfig(code="police", zh="片警", en="community police officer"),
    PostConfig(code="fire_officer", zh="消防员", en="fire officer"),
    PostConfig(code=MEDIATOR, zh="调解员", en="mediator"),
    PostConfig(code="city_management", zh="城管队员", en="city management officer"),
    PostConfig(code="volunteer", zh="志愿者", en="volunteer"),
)

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
