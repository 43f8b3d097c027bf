"""Hours of a day as they are written in config.toml."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from domain.periods import Periods, in_order
from domain.values.hours import Span, hours

NO_PERIOD = "'{}' is no period of a day; an example is 09:00-12:00"


def _period(text: str) -> Span:
    found = hours(text)
    if found is None:
        raise ValueError(NO_PERIOD.format(text))
    return found


def _periods(texts: Any) -> Periods:
    listed = isinstance(texts, list | tuple)
    if not listed or not all(isinstance(text, str) for text in texts):
        raise ValueError(
            "must be a list of periods, "
            'for example ["09:00-12:00", "14:00-17:30"], or [] for closed'
        )
    return in_order(_period(text) for text in texts)


Hours = Annotated[Periods, BeforeValidator(_periods)]
"""A list of texts, read into periods in minutes after midnight."""
