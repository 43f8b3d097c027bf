"""places.csv and places.geojson beside the areas (`gridbee load`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest

from bot.loading.places import read_places
from bot.loading.table import LoadError, table
from domain.messages import Place
from domain.places.entries import Entry
from tests.cli.command import SAMPLE, configured, gridbee, process, stored

AREAS = {"G1", "G2"}
SQUARE = [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]
HEAD = "name,lat,lon,area,aliases\n"


def feature(place: Any = None, **properties: str) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": place}


def point(lon: float, lat: float) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [lon, lat]}


def collection(*features: dict[str, Any]) -> bytes:
    return orjson.dumps({"type": "FeatureCollection", "features": features})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two areas and a configuration."""
    polygon = {"type": "Polygon", "coordinates": SQUARE}
    top = feature(code="C", name="区", level="district")
    grid = feature(polygon, code="G1", name="一网格", level="grid", parent="C")
    (tmp_path / "areas.geojson").write_bytes(collection(top, grid))
    return configured(tmp_path)


def test_a_folder_without_files_of_places_says_nothing_of_them(tmp_path: Path) -> None:
    assert read_places(tmp_path, AREAS) is None


def test_a_table_and_an_extract_are_read_together(tmp_path: Path) -> None:
    (tmp_path / "places.csv").write_text(
        f"\ufeff{HEAD}万福超市,0.5,0.25,,万福/福超\n,,,\n东站,,,G2,\n", encoding="utf-8"
    )
    (tmp_path / "places.geojson").write_bytes(
        collection(
            feature(point(0.1, 0.2), name="灯塔", tourism="attraction"),
            feature(point(0.3, 0.4), highway="street_lamp"),
        )
    )
    assert read_places(tmp_path, AREAS) == [
        Entry("万福超市", "", Place(0.5, 0.25), ("万福", "福超")),
        Entry("东站", "G2"),
        Entry("灯塔", "", Place(0.2, 0.1), (), "tourism"),
    ]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("places.csv", "lat,lon\n1,2\n", "line 1: must be name"),
        ("places.csv", f"{HEAD}A大厦,1,2\n\nB大厦,1,x\n", "line 4: not degrees"),
        ("places.csv", f"{HEAD}A大厦,91,2\n", "line 2: not a place on earth"),
        ("places.csv", f"{HEAD}A大厦,nan,2\n", "line 2: not a place on earth"),
        ("places.csv", f"{HEAD}A大厦,,\n", "line 2: A大厦 has neither"),
        ("places.csv", f"{HEAD},1,2\n", "line 2: no name"),
        ("places.csv", f"{HEAD}A大厦,,,G9\n", "line 2: A大厦: there is no area 'G9'"),
        ("places.csv", f"{HEAD}{'长' * 61},1,2\n", "is longer than 60 characters"),
        ("places.csv", f"{HEAD}A大厦,1,2\n".encode("gbk"), "is not UTF-8 text"),
        ("places.geojson", "{", "is no GeoJSON FeatureCollection"),
        ("places.geojson", "[]", "is no GeoJSON FeatureCollection"),
        ("places.geojson", '{"features": 5}', "is no GeoJSON FeatureCollection"),
        ("places.geojson", '{"features": [5]}', "feature 1: no object"),
        (
            "places.geojson",
            collection(feature(point(0, 0), name="A大厦"), feature(name="B大厦")),
            "feature 2: B大厦 has neither",
        ),
        (
            "places.geojson",
            collection(feature(name="A大厦", area="G9")),
            "A大厦: there is no area 'G9'",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place(
    tmp_path: Path, name: str, text: str | bytes, says: str
) -> None:
    data = text.encode() if isinstance(text, str) else text
    (tmp_path / name).write_bytes(data)
    with pytest.raises(LoadError) as caught:
        read_places(tmp_path, AREAS)
    assert str(caught.value).startswith(str(tmp_path / name))
    assert says in str(caught.value) and "\n" not in str(caught.value)


def test_load_says_how_many_places_and_how_many_lie_outside(folder: Path) -> None:
    table = folder / "places.csv"
    table.write_text(f"{HEAD}万福超市,0.5,0.5\n远方大厦,5,5\n", encoding="utf-8")
    assert gridbee(folder, "load", ".").stdout == (
        "2 areas and 2 places loaded\n"
        "1 of the places lie in no area and are not found\n"
    )
    table.write_text(HEAD, encoding="utf-8")
    assert gridbee(folder, "load", ".").stdout == "2 areas and 0 places loaded\n"


async def names(folder: Path) -> list[str]:
    database = stored(folder)
    await database.start()
    async with database.unit() as unit:
        found = [entry.name for entry in await unit.places.all()]
    await database.close()
    return found


async def load(folder: Path) -> int:
    """In a process of its own: this one has a loop already."""
    return process(folder, "load", ".").returncode


async def test_a_bad_file_of_places_changes_nothing_and_none_leaves_them(
    folder: Path,
) -> None:
    table = folder / "places.csv"
    table.write_text(f"{HEAD}万福超市,0.5,0.5\n", encoding="utf-8")
    assert await load(folder) == 0
    table.write_text(f"{HEAD}东门,0.5,0.5\n万福超市,0.5,x\n", encoding="utf-8")
    assert await load(folder) == 1
    assert await names(folder) == ["万福超市"]
    table.unlink()
    assert await load(folder) == 0
    assert await names(folder) == ["万福超市"]


def test_every_place_of_the_sample_lies_in_a_grid(tmp_path: Path) -> None:
    told = gridbee(configured(tmp_path), "load", str(SAMPLE)).stdout
    assert told.endswith(" places loaded\n")


def test_a_file_of_no_reasonable_size_is_refused_with_a_figure(tmp_path: Path) -> None:
    huge = tmp_path / "places.csv"
    huge.write_text("name\n")
    with huge.open("r+b") as file:
        file.truncate(30_000_000)
    with pytest.raises(LoadError, match="at most 20 MB"):
        table(huge, ["name"])
