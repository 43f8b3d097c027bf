"""A value of the wrong sort is told in words, not in those of the machine."""

from __future__ import annotations

from typing import Any

import pytest

from bot.config.mistakes import ConfigError
from bot.config.reading import read

WRONG = [
    ({"telegram": {"token": 5}}, "[telegram] token: must be a text, in quotes"),
    ({"web": {"port": "x"}}, "[web] port: must be a whole number"),
    ({"web": {"port": 99999}}, "[web] port: must be less than or equal to 65535"),
    ({"web": {"enabled": "perhaps"}}, "[web] enabled: must be true or false"),
    ({"service": {"language": "fr"}}, "[service] language: must be 'zh-CN' or 'en'"),
    ({"proofs": {"kinds": []}}, "[proofs] kinds: must not be empty"),
    (
        {"deadlines": {"urgent": {"answer_hours": 1e12}}},
        "[deadlines.urgent] answer_hours: must be less than or equal to 87840",
    ),
    ({"telegram": "x"}, "telegram: must be a table with keys of its own"),
]


@pytest.mark.parametrize(("values", "says"), WRONG)
def test_a_value_of_the_wrong_sort_is_told_in_words(
    values: dict[str, Any], says: str
) -> None:
    with pytest.raises(ConfigError) as error:
        read(values)
    assert str(error.value) == says
