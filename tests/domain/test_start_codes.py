"""Start codes: each word leads to one thing, and what stands behind it fits into a link."""

from __future__ import annotations

import itertools
import re
import secrets
from pathlib import Path

import pytest

from bot.loading.areas import read_areas
from bot.loading.table import LoadError
from domain.kinds import Kind, number
from domain.start_codes import INVITATIONS, LASTING, SECRETS, Begins, apart, fits

ROOT = Path(__file__).parents[2]
LONGEST = {
    Begins.GRID: "x" * 32,
    Begins.HEARD: "x" * 32,
    Begins.STATION: "x" * 16,
    Begins.INVITATION: secrets.token_urlsafe(16),
    Begins.CASE: f"{number(Kind.HAZARD, 2026, 9_999_999)}-10",
    Begins.GIFT: "123456",
    Begins.SHOP: secrets.token_urlsafe(16),
    Begins.DEVICE: secrets.token_urlsafe(24),
    Begins.LETTER: secrets.token_urlsafe(24),
    Begins.OLD: secrets.token_urlsafe(24),
}
"""What can stand behind each."""


def test_no_word_is_the_beginning_of_another() -> None:
    for one, other in itertools.permutations(Begins, 2):
        assert not other.startswith(one), (one, other)
    assert all(re.fullmatch("[a-z]+_", one) for one in Begins)


@pytest.mark.parametrize("begins", Begins)
def test_every_start_code_fits_into_a_link_and_is_taken_apart_again(
    begins: Begins,
) -> None:
    code = begins + LONGEST[begins]
    assert fits(code), code
    assert apart(code) == (begins, LONGEST[begins])
    under = begins + "a_b"
    assert apart(under) == (begins, "a_b")


@pytest.mark.parametrize("code", ["", "x", "g", "gG01", "gg_G01", "G_G01", "_", "q_1"])
def test_what_begins_otherwise_leads_nowhere(code: str) -> None:
    assert apart(code)[0] is None


def test_what_is_secret_never_lasts() -> None:
    assert not set(SECRETS) & set(LASTING)
    assert set(INVITATIONS) < set(SECRETS)


def test_no_other_file_has_a_beginning_of_its_own() -> None:
    """Whoever adds one finds here that it has to stand in the table."""
    own = re.compile(r"""f?["'][a-z]_["'{]""")
    found = [
        path.relative_to(ROOT).as_posix()
        for floor in ("bot", "handlers", "storage", "domain")
        for path in (ROOT / floor).rglob("*.py")
        if own.search(path.read_text())
    ]
    assert found == ["domain/start_codes.py"]


def test_the_code_of_a_grid_has_to_fit_into_a_link(tmp_path: Path) -> None:
    file = tmp_path / "areas.geojson"
    row = (
        '{"type": "FeatureCollection", "features": [{"properties": '
        '{"code": "%s", "name": "幸福", "level": "%s"}, "geometry": null}]}'
    )
    file.write_text(row % ("幸福-01", "grid"))
    with pytest.raises(LoadError, match="fits no link"):
        read_areas(tmp_path)
    file.write_text(row % ("XF-01", "grid"))
    assert [area.code for area in read_areas(tmp_path)] == ["XF-01"]
