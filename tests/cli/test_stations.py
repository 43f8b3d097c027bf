"""Rest stations by `gridbee load` and `gridbee stations`: every mistake with its line, nothing half
loaded, and what is written is what is loaded again.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest

from bot.commands.stations import table
from bot.loading.stations import read_stations
from bot.loading.table import LoadError
from tests.cli.command import SAMPLE, configured, gridbee

HEAD = "code,name,lat,lon,area,opening_hours,amenities,entry,seats,keeper,phone_shown\n"
WRONG = (
    ("Y1,甲,24,118,,,,,,,", ""),
    ("Y1,乙,24,118,,,,,,,", "code Y1 is used twice"),
    ("Y 3,丙,24,118,,,,,,,", "code"),
    ("Y4,丁,124,118,,,,,,,", "lat"),
    ("Y5,戊,24,x,,,,,,,", "lon"),
    ("Y6,己,24,118,G9,,,,,,", "there is no area 'G9'"),
    ("Y7,庚,24,118,,Mo-Fr 9-17,,,,,", "'Mo-Fr 9-17' are no opening hours"),
    ("Y8,辛,24,118,,,seat sauna,,,,", "'sauna' is none of seat"),
    ("Y9,壬,24,118,,,,window,,,", "'window' is none of open"),
    ("Y10,癸,24,118,,,,,many,,", "seats"),
    ("Y11,子,24,118,,,,,,WY9,", "there is no office 'WY9'"),
    ("Y12,丑,24,118,,,,,,,maybe", "'maybe' is neither yes nor no"),
)


def put(folder: Path, *rows: str) -> Path:
    text = HEAD + "\n".join(rows)
    (folder / "stations.csv").write_text(text, encoding="utf-8")
    return folder


def read(folder: Path) -> Any:
    return read_stations(folder, {"G1"}, {"WY1"})


def test_every_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    put(tmp_path, *(row for row, _ in WRONG))
    with pytest.raises(LoadError) as raised:
        read(tmp_path)
    told = str(raised.value).splitlines()
    wrong = [(n, why) for n, (_, why) in enumerate(WRONG, 2) if why]
    assert len(told) == len(wrong)
    for line, (number, why) in zip(told, wrong, strict=True):
        assert f"stations.csv line {number}: " in line and why in line


def test_words_that_riders_read_and_codes_are_both_understood(tmp_path: Path) -> None:
    assert read(tmp_path) is None
    put(tmp_path, "Y1,甲,24,118,G1,,座位、热饭/wifi,跟前台说一声,,WY1,是")
    point = {"type": "Point", "coordinates": [118.5, 24.5]}
    known = {"code": "Y2", "name": "乙", "opening_hours": "24/7", "amenities": ["seat"]}
    feature = {"type": "Feature", "properties": known, "geometry": point}
    drawn = orjson.dumps({"type": "FeatureCollection", "features": [feature]})
    (tmp_path / "stations.geojson").write_bytes(drawn)
    one, two = read(tmp_path)
    assert one.amenities == ("seat", "microwave", "wifi")
    assert (one.entry, one.hours, one.phone_shown) == ("desk", None, True)
    assert (two.place.lat, two.place.lon, two.amenities) == (24.5, 118.5, ("seat",))
    lost = orjson.dumps(
        {"type": "FeatureCollection", "features": [{"properties": known}]}
    )
    (tmp_path / "stations.geojson").write_bytes(lost)
    with pytest.raises(LoadError, match=r"feature 1: lat: .*; lon: "):
        read(tmp_path)


def test_what_is_written_is_what_is_loaded_again(tmp_path: Path) -> None:
    folder = configured(tmp_path)
    nothing = gridbee(folder, "load", str(put(tmp_path, WRONG[2][0])))
    assert nothing.returncode == 1 and "line 2" in nothing.stderr
    assert gridbee(folder, "load", str(SAMPLE)).returncode == 0
    (tmp_path / "stations.csv").unlink()
    loaded = gridbee(folder, "load", str(SAMPLE / "rest"))
    assert loaded.stdout == "25 stations loaded\n"
    again = tmp_path / "again"
    again.mkdir()
    wrote = gridbee(folder, "stations", str(again / "stations.csv"))
    assert wrote.stdout == "25 stations written\n"
    before = read_stations(SAMPLE / "rest", set(), set())
    assert before and read_stations(again, set(), set()) == before
    assert table(before).count("\n") == 26
