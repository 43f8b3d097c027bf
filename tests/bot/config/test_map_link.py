"""[places] map_link: which templates are taken, and that they reach the cards."""

from __future__ import annotations

import pytest

from bot.config.mistakes import ConfigError
from bot.config.reading import read
from handlers.dialog.setup import MAP_LINK, Setup


@pytest.mark.parametrize(
    "template",
    [
        "",
        MAP_LINK,
        "geo:{lat},{lon}?q={lat},{lon}({label})",
        "https://www.openstreetmap.org/?mlat={lat}&mlon={lon}",
    ],
)
def test_a_template_is_what_cards_get(template: str) -> None:
    config = read({"places": {"map_link": template}})
    assert config.setup({}).map_link == template


def test_the_default_is_the_same_with_and_without_a_configuration() -> None:
    assert read({}).setup({}).map_link == Setup().map_link == MAP_LINK


@pytest.mark.parametrize(
    ("template", "says"),
    [
        ("javascript:alert({lat})", "[places] map_link: must begin with https://"),
        ("{lat},{lon}", "[places] map_link: must begin with https://"),
        ("https://maps.example/{place}", "a map link has no {place}"),
    ],
)
def test_a_template_that_opens_no_map_is_refused_by_its_name(
    template: str, says: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        read({"places": {"map_link": template}})
    assert says in str(caught.value)
