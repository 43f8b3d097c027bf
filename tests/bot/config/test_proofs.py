"""[proofs]: off without the section; with it, what is signed and where the code leads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.building import setup_of
from bot.config.mistakes import ConfigError
from bot.config.reading import read
from bot.media.files import Files
from bot.media.key import house_key
from domain.kinds import Kind

PAGE = "https://grid.example.org"


@pytest.mark.parametrize(
    ("web", "page"),
    [
        ({}, ""),
        ({"enabled": True}, ""),
        ({"public_url": PAGE}, ""),
        ({"enabled": True, "public_url": f"{PAGE}/"}, PAGE),
    ],
)
def test_the_section_switches_slips_on_and_the_code_leads_to_a_page_that_is_reached(
    tmp_path: Path, web: dict[str, Any], page: str
) -> None:
    files = Files(tmp_path)
    assert setup_of(read({"web": web}), {}, files).proofs is None
    on = setup_of(read({"web": web, "proofs": {}}), {}, files).proofs
    assert on is not None
    assert on.page == page and on.kinds == frozenset((Kind.HAZARD, Kind.HELP))
    assert on.key == house_key(tmp_path)


def test_kinds_are_taken_and_what_is_none_is_refused_by_its_name() -> None:
    section = read({"proofs": {"kinds": ["wish"]}}).proofs
    assert section is not None and section.kinds == (Kind.WISH,)
    for key, value in (("kinds", []), ("kinds", ["food"]), ("shops", ["food"])):
        with pytest.raises(ConfigError, match=rf"\[proofs\] {key}"):
            read({"proofs": {key: value}})
