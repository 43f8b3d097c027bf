"""The sections of config.toml for casework: categories, deadlines, policies, calendars, posts,
rules and the cap.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel, Field, field_validator, model_validator

from bot.config import categories as own
from bot.config import policies as hours
from bot.config.calendars import CalendarConfig, build
from bot.config.categories import CategoryConfig
from bot.config.plainly import HOUR_OR_NONE
from bot.config.policies import DEFAULT_POLICIES, DeadlinesConfig, PolicyConfig
from bot.config.posts import DEFAULT_POSTS, PostConfig
from bot.config.rules import DEFAULT_RULES, RuleConfig, agree, rules_of
from bot.config.section import Section
from domain.policies import Row
from domain.reading.vocabulary import Vocabulary
from domain.rules import Rule
from domain.working_hours import WorkingHours


class CaseworkConfig(Section):
    """`shops_at` is a time of day as 08:30, '' for none."""

    cap: int = Field(default=30, ge=1)
    shops_at: str = Field(default="", pattern=HOUR_OR_NONE)

    @property
    def shops_minute(self) -> int | None:
        """Minutes after midnight."""
        hours, _, minutes = self.shops_at.partition(":")
        return int(hours) * 60 + int(minutes) if self.shops_at else None


class CaseworkSections(Section):
    """What `Config` takes over from here. A list that is given stands in place of its default,
    but for the rules and the categories.
    """

    deadlines: DeadlinesConfig = DeadlinesConfig()
    casework: CaseworkConfig = CaseworkConfig()
    categories: tuple[CategoryConfig, ...] = ()
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
        catalogue = self.vocabulary.catalogue
        if wrong := "; ".join(hours.mistakes(self.policies, catalogue)):
            raise ValueError(wrong)
        agree(self.posts, self.rules, catalogue)
        build(self.calendars, ZoneInfo("UTC"))
        return self

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """All that is known of what riders say, with the office's own categories."""
        return own.extended(self.categories)

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
