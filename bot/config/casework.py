"""The sections of config.toml for casework: deadlines, policies, calendars, posts, rules and the
cap.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from functools import cached_property
from typing import Any, Literal
from zoneinfo import ZoneInfo

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)

from bot.config.calendars import CalendarConfig, build
from bot.config.posts import DEFAULT_POSTS, PostConfig
from bot.config.rules import ALLOWED, DEFAULT_RULES, RuleConfig, agree, rules_of
from domain.area import OFFICE
from domain.categories import BY_CODE
from domain.kinds import Urgency
from domain.policies import DEFAULT_POLICY, Limit, Policy, Row
from domain.rules import Rule
from domain.working_hours import WorkingHours

Clock = Literal["around", "working"]
HOUR = timedelta(hours=1)
WORKING = (Urgency.GENERAL, Urgency.COMPLEX)


class Section(BaseModel):
    model_config = ConfigDict(extra="forbid", ignored_types=(cached_property,))


class DeadlineConfig(Section):
    """Hours until a case has to be taken, answered for the first time (0: no such limit) and
    answered.
    """

    accept_hours: float = Field(gt=0)
    first_answer_hours: float = Field(default=0, ge=0)
    answer_hours: float = Field(gt=0)
    clock: Clock = "around"

    def limit(self) -> Limit:
        first = (
            timedelta(hours=self.first_answer_hours)
            if self.first_answer_hours
            else None
        )
        accept, answer = (
            timedelta(hours=self.accept_hours),
            timedelta(hours=self.answer_hours),
        )
        return Limit(accept, answer, first, self.clock == "working")


def _default_deadline(urgency: Urgency) -> DeadlineConfig:
    limit, clock = (
        DEFAULT_POLICY[urgency],
        "working" if urgency in WORKING else "around",
    )
    return DeadlineConfig.model_validate(
        {
            "accept_hours": limit.accept / HOUR,
            "answer_hours": limit.resolve / HOUR,
            "clock": clock,
        }
    )


class DeadlinesConfig(Section):
    """Whatever is left out of a row keeps its default."""

    urgent: DeadlineConfig = _default_deadline(Urgency.URGENT)
    utility: DeadlineConfig = _default_deadline(Urgency.UTILITY)
    general: DeadlineConfig = _default_deadline(Urgency.GENERAL)
    complex: DeadlineConfig = _default_deadline(Urgency.COMPLEX)

    @model_validator(mode="before")
    @classmethod
    def filled_up(cls, values: Any) -> Any:
        if not isinstance(values, dict):
            return values
        known = {
            urgency.value: _default_deadline(urgency).model_dump()
            for urgency in Urgency
        }
        return {
            k: known[k] | row if k in known and isinstance(row, dict) else row
            for k, row in values.items()
        }

    def policy(self) -> Policy:
        return {urgency: getattr(self, urgency.value).limit() for urgency in Urgency}


class PolicyConfig(DeadlineConfig):
    """Other hours for some of the cases. A condition that is left out fits everything."""

    kind: str = ""
    category: str = ""
    urgency: str = ""
    level: str = ""

    @field_validator("level")
    @classmethod
    def renamed(cls, level: str) -> str:
        """Files of before 0.3 say `unit` where an office is meant."""
        return OFFICE if level == "unit" else level

    @field_validator("kind", "category", "urgency")
    @classmethod
    def known(cls, value: str, info: ValidationInfo) -> str:
        allowed = ALLOWED[info.field_name or ""]
        if value and value not in allowed:
            raise ValueError(f"'{value}' is unknown; allowed are {', '.join(allowed)}")
        return value

    @model_validator(mode="after")
    def possible(self) -> PolicyConfig:
        if not self.kind or not self.category:
            return self
        kind = BY_CODE[self.category].kind
        if kind != self.kind:
            which = f"category '{self.category}' is a {kind}"
            raise ValueError(f"{which}, so kind must not differ")
        return self

    def row(self) -> Row:
        return Row(self.limit(), self.kind, self.category, self.urgency, self.level)


# City limits for typical hazards, as working time (facts/rules.md): exposed rubbish 4 h, standing
# water 4 h, a dirty road 2-5 h. One category holds the roads and their water, so it has the longest
# of these. The hour to accept is ours. Rubble counts as rubbish; greenery and illegal building have
# no category of their own.
DEFAULT_POLICIES: tuple[PolicyConfig, ...] = (
    PolicyConfig(
        kind="hazard",
        category="rubbish",
        accept_hours=1,
        answer_hours=4,
        clock="working",
    ),
    PolicyConfig(
        kind="hazard", category="road", accept_hours=1, answer_hours=5, clock="working"
    ),
)


class CaseworkConfig(Section):
    cap: int = Field(default=30, ge=1)


class CaseworkSections(Section):
    """What `Config` takes over from here. A list that is given stands in place of its default,
    but for the rules.
    """

    deadlines: DeadlinesConfig = DeadlinesConfig()
    casework: CaseworkConfig = CaseworkConfig()
    policies: tuple[PolicyConfig, ...] = DEFAULT_POLICIES
    calendars: tuple[CalendarConfig, ...] = ()
    posts: tuple[PostConfig, ...] = DEFAULT_POSTS
    rules: tuple[RuleConfig, ...] = DEFAULT_RULES

    @field_validator("rules")
    @classmethod
    def with_the_default_ones(
        cls, rules: tuple[RuleConfig, ...]
    ) -> tuple[RuleConfig, ...]:
        """A default rule comes after the operator's own, unless one of these has its name."""
        names = {rule.name for rule in rules}
        return (*rules, *(rule for rule in DEFAULT_RULES if rule.name not in names))

    @model_validator(mode="after")
    def fitting(self) -> CaseworkSections:
        agree(self.posts, self.rules)
        build(self.calendars, ZoneInfo("UTC"))
        return self

    @property
    def idle_policies(self) -> tuple[PolicyConfig, ...]:
        """The rows of working time while there is no calendar: four hours are not meant to run
        through the night.
        """
        return (
            ()
            if self.calendars
            else tuple(row for row in self.policies if row.clock == "working")
        )

    def policy_rows(self) -> tuple[Row, ...]:
        idle = self.idle_policies
        return tuple(row.row() for row in self.policies if row not in idle)

    def routing_rules(self) -> tuple[Rule, ...]:
        return rules_of(self.rules)

    def post_names(self) -> dict[str, dict[str, str]]:
        """Each post's name by language."""
        return {post.code: {"zh-CN": post.zh, "en": post.en} for post in self.posts}

    def service_hours(self, zone: ZoneInfo) -> dict[str, WorkingHours]:
        """The calendar of each area code, '' for everywhere; without any every clock runs round
        the clock.
        """
        return build(self.calendars, zone)


def rows_of(model: type[BaseModel], step: str) -> type[BaseModel] | None:
    """The model behind a section, or behind each table of a list; None where there is none."""
    field = model.model_fields.get(step)
    kind = field.annotation if field is not None else None
    arguments: Iterable[Any] = getattr(kind, "__args__", ())
    found = next(
        (
            one
            for one in (kind, *arguments)
            if isinstance(one, type) and issubclass(one, BaseModel)
        ),
        None,
    )
    return found
