"""A line of a file of needs, resources and services, and what is known that it may name."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from bot.config.plainly import CODE
from domain.matching.listing import (
    LONGEST,
    MOST_CAPACITY,
)
from domain.matching.terms import Terms
from domain.matching.times import ANY, TIMES
from handlers.texts.sentences import LANGUAGES, label

APART = re.compile(r"[,，、;；/|+\s]+")


@dataclass(frozen=True, slots=True)
class Known:
    """What a file may name, and when it is read."""

    areas: Set[str]
    now: datetime
    zone: tzinfo
    terms: Terms


def _areas(said: Any) -> tuple[str, ...]:
    found = APART.split(str(said or "").strip())
    return tuple(dict.fromkeys(one for one in found if one))


def _times(said: Any) -> str:
    """A code of `TIMES`, or its name in any language."""
    word = str(said or "").strip().lower()
    if word not in _names():
        raise ValueError(f"'{said}' is none of {' '.join(TIMES)}")
    return _names()[word]


@cache
def _names() -> dict[str, str]:
    """Each code by itself and by its names; nothing said is any time."""
    known = {code: code for code in TIMES} | {"": ANY}
    for code in TIMES:
        for language in LANGUAGES:
            name = label(language, f"times-{code.replace('_', '-')}")
            known[name.lower()] = code
    return known


class Row(BaseModel):
    """Others may stand beside these."""

    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)
    code: str = Field(
        min_length=1,
        max_length=24,
        pattern=CODE,
    )
    words: str = Field(min_length=1, max_length=LONGEST)
    areas: Annotated[tuple[str, ...], BeforeValidator(_areas)] = Field(min_length=1)
    field: str = ""
    times: Annotated[str, BeforeValidator(_times)] = ANY
    capacity: Annotated[int | None, BeforeValidator(lambda said: said or None)] = Field(
        None, ge=1, le=MOST_CAPACITY
    )
    until: Annotated[date | None, BeforeValidator(lambda said: said or None)] = None
    whose: str = Field("", max_length=40)
