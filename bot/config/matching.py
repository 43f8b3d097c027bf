"""`[matching]`: there are lists of needs, resources and projects where this section stands."""

from __future__ import annotations

from pydantic import Field, field_validator

from bot.config.categories import readable
from bot.config.plainly import SMALL_CODE
from bot.config.section import Section
from domain.matching.fields import Field as Subject
from domain.matching.fields import usual_fields, with_own
from domain.matching.terms import Terms

USUAL = Terms()


class FieldConfig(Section):
    """What listings can be about; one with a code of ours takes its place."""

    code: str = Field(pattern=SMALL_CODE)
    names: dict[str, str] = Field(min_length=1)
    words: tuple[str, ...] = ()
    confidential: bool = False

    @field_validator("names")
    @classmethod
    def in_our_languages(cls, names: dict[str, str]) -> dict[str, str]:
        return readable(names)

    def subject(self) -> Subject:
        return Subject(
            self.code,
            tuple(self.names.items()),
            self.words,
            self.confidential,
        )


class MatchingConfig(Section):
    days: int = Field(
        default=USUAL.days,
        ge=1,
        le=366,
    )
    most_days: int = Field(
        default=USUAL.most_days,
        ge=1,
        le=366,
    )
    project_days: int = Field(
        default=USUAL.project_days,
        ge=1,
        le=366,
    )
    order_days: int = Field(
        default=USUAL.order_days,
        ge=1,
        le=60,
    )
    orders: int = Field(
        default=USUAL.orders,
        ge=1,
        le=50,
    )
    fields: tuple[FieldConfig, ...] = ()

    @field_validator("fields")
    @classmethod
    def one_each(cls, fields: tuple[FieldConfig, ...]) -> tuple[FieldConfig, ...]:
        codes = [field.code for field in fields]
        for code in codes:
            if codes.count(code) > 1:
                raise ValueError(f"'{code}': there are two of that code")
        return fields

    def terms(self) -> Terms:
        own = [field.subject() for field in self.fields]
        return Terms(
            days=min(self.days, self.most_days),
            most_days=self.most_days,
            project_days=self.project_days,
            order_days=self.order_days,
            orders=self.orders,
            fields=with_own(usual_fields(), own),
        )
