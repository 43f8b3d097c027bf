"""[deadlines] and [[policies]] of config.toml: how long a case may take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator

from bot.config.rules import ALLOWED
from bot.config.section import Section
from domain.area import OFFICE
from domain.kinds import Urgency
from domain.policies import DEFAULT_POLICY, DEFAULT_ROWS, Limit, Policy, Row
from domain.reading.catalogue import Catalogue

Clock = Literal["around", "working"]
HOUR = timedelta(hours=1)
LONGEST = 10 * 366 * 24  # hours
WORKING = (Urgency.GENERAL, Urgency.COMPLEX)


class DeadlineConfig(Section):
    """Hours until a case has to be taken, answered for the first time (0: no such limit) and
    answered.
    """

    accept_hours: float = Field(gt=0, le=LONGEST)
    first_answer_hours: float = Field(default=0, ge=0, le=LONGEST)
    answer_hours: float = Field(gt=0, le=LONGEST)
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


def _hours(limit: Limit) -> dict[str, Any]:
    """Of a limit without a first answer."""
    return {
        "accept_hours": limit.accept / HOUR,
        "answer_hours": limit.resolve / HOUR,
        "clock": "working" if limit.working else "around",
    }


def _default_deadline(urgency: Urgency) -> DeadlineConfig:
    clock = "working" if urgency in WORKING else "around"
    values = _hours(DEFAULT_POLICY[urgency]) | {"clock": clock}
    return DeadlineConfig.model_validate(values)


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

    @field_validator("kind", "urgency")
    @classmethod
    def known(cls, value: str, info: ValidationInfo) -> str:
        allowed = ALLOWED[info.field_name or ""]
        if value and value not in allowed:
            raise ValueError(f"'{value}' is unknown; allowed are {', '.join(allowed)}")
        return value

    def row(self) -> Row:
        return Row(self.limit(), self.kind, self.category, self.urgency, self.level)


def _written(row: Row) -> PolicyConfig:
    conditions = {
        "kind": row.kind,
        "category": row.category,
        "urgency": row.urgency,
        "level": row.level,
    }
    return PolicyConfig.model_validate(conditions | _hours(row.limit))


DEFAULT_POLICIES: tuple[PolicyConfig, ...] = tuple(map(_written, DEFAULT_ROWS))


def mistakes(
    policies: Iterable[PolicyConfig],
    catalogue: Catalogue,
) -> Iterator[str]:
    """A sentence for each category that a row names and that is not there, or of another kind."""
    for number, row in enumerate(policies, 1):
        where, found = f"[[policies]] row {number}", catalogue.get(row.category)
        if row.category and found is None:
            listed = ", ".join(one.code for one in catalogue)
            yield f"{where} category: '{row.category}' is unknown; allowed are {listed}"
        elif found is not None and row.kind not in ("", found.kind):
            which = f"category '{row.category}' is a {found.kind}"
            yield f"{where}: {which}, so kind must not differ"
