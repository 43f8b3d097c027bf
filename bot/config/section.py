"""What every section of config.toml is: a model that refuses a key it does not know."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator

MOST = 2**31 - 1  # of what has no bound of its own: every database and clock takes it
NO_PATH = "must be a path; leave it out where there is none"


class Section(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        ignored_types=(cached_property,),
        allow_inf_nan=False,
    )

    @field_validator("*", mode="before")
    @classmethod
    def _of_its_kind(cls, value: Any, info: ValidationInfo) -> Any:
        """Raises ValueError for true as a number, and for no path at all, which would be here."""
        kinds = _kinds(cls, info)
        if isinstance(value, bool) and not {int, float}.isdisjoint(kinds):
            whole = "whole " if int in kinds else ""
            raise ValueError(f"must be a {whole}number")
        if Path in kinds and isinstance(value, str) and not value.strip():
            raise ValueError(NO_PATH)
        return value

    @field_validator("*")
    @classmethod
    def _within_bounds(cls, value: Any) -> Any:
        if isinstance(value, int | float) and value > MOST:
            raise ValueError(f"must be less than or equal to {MOST}")
        return value


def _kinds(model: type[BaseModel], info: ValidationInfo) -> tuple[Any, ...]:
    """What a field may be: int of `int`, int and None of `int | None`."""
    wanted = model.model_fields[info.field_name or ""].annotation
    return get_args(wanted) or (wanted,)
