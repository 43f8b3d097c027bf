"""What is said of an area or an office, in areas.geojson and in offices.csv."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from bot.config.plainly import AREA_CODE
from domain.area import OFFICE, Area
from domain.start_codes import Begins, fits


class Properties(BaseModel):
    """A feature's properties, or a row; others may stand beside these."""

    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)
    code: str = Field(min_length=1, max_length=32, pattern=AREA_CODE)
    name: str = Field(min_length=1, max_length=60)
    level: str = Field(min_length=1, max_length=30)
    parent: str | None = ""
    tags: tuple[str, ...] = ()

    @field_validator("level")
    @classmethod
    def renamed(cls, level: str) -> str:
        """Files of before 0.3 say `unit` where an office is meant."""
        return OFFICE if level == "unit" else level

    @field_validator("tags", mode="before")
    @classmethod
    def listed(cls, tags: Any) -> Any:
        """A list of texts, or one text with commas."""
        if isinstance(tags, str):
            tags = re.split("[,，、]", tags)
        if not isinstance(tags, list | tuple | None) or not all(
            isinstance(tag, str) for tag in tags or ()
        ):
            raise ValueError("must be a list of texts, or one text with commas")
        return tuple(dict.fromkeys(tag.strip() for tag in tags or () if tag.strip()))

    @model_validator(mode="after")
    def printed(self) -> Properties:
        """A grid has a QR code; an office has none."""
        if self.level != OFFICE and not fits(Begins.GRID + self.code):
            raise ValueError(f"code {self.code} fits no link: use A-Z a-z 0-9 - _")
        return self

    def area(self) -> Area:
        parent = self.parent or ""
        return Area(self.code, self.name, self.level, parent, tags=self.tags)
