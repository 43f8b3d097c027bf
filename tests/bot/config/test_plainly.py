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
    (
        {"casework": {"shops_at": "8:30"}},
        '[casework] shops_at: must be a time such as "08:30", or empty',
    ),
    (
        {"matching": {"fields": [{"code": "X Y", "names": {"en": "x"}}]}},
        "[[matching.fields]] row 1 code: must be of at most 20 small letters, digits and _, "
        "like food_truck",
    ),
    (
        {"matching": {"fields": [{"code": "x", "names": {"de": "x"}}]}},
        "[[matching.fields]] row 1 names: there is no language 'de'; there are zh-CN, en",
    ),
    (
        {"matching": {"fields": [{"code": "x", "names": {"en": "x"}}] * 2}},
        "[matching] fields: 'x': there are two of that code",
    ),
    (
        {"wechat": {"callback_path": "/telegram/x"}},
        "[wechat] callback_path: /telegram/x is for something else: take another path",
    ),
    ({"web": {"port": True}}, "[web] port: must be a whole number"),
    ({"telegram": {"per_second": True}}, "[telegram] per_second: must be a number"),
    (
        {"casework": {"cap": 2**31}},
        "[casework] cap: must be less than or equal to 2147483647",
    ),
    (
        {"limits": {"head_seconds": 1e308}},
        "[limits] head_seconds: must be less than or equal to 2147483647",
    ),
    ({"casework": {"cap": 1e308}}, "[casework] cap: must be a whole number"),
    (
        {"service": {"data": " "}},
        "[service] data: must be a path; leave it out where there is none",
    ),
    (
        {"telegram": {"token_file": ""}},
        "[telegram] token_file: must be a path; leave it out where there is none",
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
