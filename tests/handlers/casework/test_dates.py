"""Days as they are shown: whoever types one as it was read means the same day."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domain.values.day import day
from domain.values.moment import moment
from handlers.casework import phrases
from handlers.dialog.setup import SHANGHAI, Setup

NOW = datetime(2026, 1, 1, 4, tzinfo=UTC)


@pytest.mark.parametrize("language", ("zh-CN", "en"))
@pytest.mark.parametrize("month", range(1, 13))
def test_a_day_is_read_back_as_it_was_shown(language: str, month: int) -> None:
    at = datetime(2026, month, 12, 2, tzinfo=UTC)
    assert day(phrases.day(language, at, Setup()), date(2026, 1, 1)) == at.date()
    shown = phrases.when(language, at, NOW, Setup())
    read = moment(shown, NOW, SHANGHAI)
    assert read is not None and read.at == at


@pytest.mark.parametrize("language", ("zh-CN", "en"))
def test_a_day_of_another_year_has_its_year(language: str) -> None:
    at = datetime(2027, 4, 12, 2, tzinfo=UTC)
    shown = phrases.when(language, at, NOW, Setup())
    assert "2027" in shown
    assert str(shown).rsplit(" ", 1)[0] != phrases.day(language, at, Setup())


def test_in_english_the_month_has_its_name() -> None:
    at = datetime(2026, 12, 4, 2, tzinfo=UTC)
    assert phrases.when("en", at, NOW, Setup()) == "10:00 on 4 Dec"
    assert phrases.day("en", at, Setup()) == "4 Dec"
