"""What every section of config.toml is: a model that refuses a key it does not know."""

from __future__ import annotations

from functools import cached_property

from pydantic import BaseModel, ConfigDict


class Section(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        ignored_types=(cached_property,),
        allow_inf_nan=False,
    )
