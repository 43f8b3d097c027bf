"""`[wishes]`: there is a list where the section stands, with nothing in it or with figures."""

from __future__ import annotations

import pytest

from bot.config.mistakes import ConfigError
from bot.config.reading import read
from domain.wishes.wish import WishTerms


def test_the_section_alone_switches_the_list_on() -> None:
    assert read({}).setup({}).wishes is None
    assert read({"wishes": {}}).setup({}).wishes == WishTerms()
    own = read({"wishes": {"days": 30, "claims": 5}}).setup({}).wishes
    assert own == WishTerms(days=30, claims=5)


def test_days_too_few_to_ask_twice_are_refused() -> None:
    with pytest.raises(ConfigError):
        read({"wishes": {"days": 10}})
