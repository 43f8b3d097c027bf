"""Entries from GeoJSON and from tables; what is wrong is said with its row."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.messages import Place
from domain.places.entries import Entry
from domain.places.extract import from_features, from_rows
from domain.places.points import inside, metres
from domain.places.shapes import place_of

POINT = {"type": "Point", "coordinates": [118.1, 24.5]}
HERE = Place(24.5, 118.1)


def feature(geometry: Any = POINT, **tags: Any) -> dict[str, Any]:
    renamed = {key.replace("__", ":"): value for key, value in tags.items()}
    return {"type": "Feature", "properties": renamed, "geometry": geometry}


def one(given_feature: Any) -> Entry:
    (entry,) = from_features([given_feature])
    return entry


@pytest.mark.parametrize(
    "tags, name, aliases, kind",
    [
        ({"name": "银杏小区", "building": "yes"}, "银杏小区", (), "building"),
        (
            {"name": "Wanda", "name__zh": "万达广场", "shop": "mall"},
            "万达广场",
            ("Wanda",),
            "shop",
        ),
        (
            {
                "name": "市一小",
                "alt_name": "一小;实验小学",
                "old_name": "解放小学",
                "amenity": "school",
            },
            "市一小",
            ("一小", "实验小学", "解放小学"),
            "amenity",
        ),
        ({"name": "文昌路", "highway": "residential"}, "文昌路", (), "road"),
        ({"name": "客运站", "highway": "bus_stop"}, "客运站", (), "bus_stop"),
        (
            {"name": "邮局", "addr__street": "文昌路", "addr__housenumber": "12"},
            "邮局",
            ("文昌路12号",),
            "",
        ),
        ({"addr__street": "文昌路", "addr__housenumber": "12号"}, "文昌路12号", (), ""),
        (
            {"addr__street": "文昌路", "addr__housenumber": "12;14", "building": "yes"},
            "文昌路12号",
            ("文昌路14号",),
            "building",
        ),
        (
            {"addr__street": "Renmin Road", "addr__housenumber": "188"},
            "188 Renmin Road",
            (),
            "",
        ),
        ({"name": "站", "area": "yes", "railway": "station"}, "站", (), "railway"),
        ({"name": 7, "shop": "no", "note": None}, "7", (), ""),
    ],
)
def test_tags_become_names_and_a_kind(
    tags: dict[str, Any], name: str, aliases: tuple[str, ...], kind: str
) -> None:
    assert one(feature(**tags)) == Entry(name, "", HERE, aliases, kind)


@pytest.mark.parametrize(
    "tags",
    [
        {},
        {"building": "yes"},
        {"name": " "},
        {"addr__street": "文昌路"},
        {"addr__housenumber": "3"},
    ],
)
def test_what_has_no_name_is_passed_over(tags: dict[str, Any]) -> None:
    assert list(
        from_features([feature(**tags), {"properties": None}, feature(name="银杏小区")])
    ) == [Entry("银杏小区", place=HERE)]


def test_an_area_may_stand_for_the_point() -> None:
    assert one(feature(None, name="银杏小区", area="G05")) == Entry("银杏小区", "G05")


SQUARE = [[0.0, 0.0], [2.0, 0.0], [2.0, 2.0], [0.0, 2.0], [0.0, 0.0]]
HOLE = [[0.5, 0.5], [1.5, 0.5], [1.5, 1.5], [0.5, 1.5], [0.5, 0.5]]
HORSESHOE = [[0, 0], [6, 0], [6, 5], [5, 5], [5, 1], [2, 1], [2, 5], [0, 5], [0, 0]]


@pytest.mark.parametrize(
    "kind, coordinates, expected",
    [
        ("Point", [118.1, 24.5], (24.5, 118.1)),
        ("Point", [118.1, 24.5, 12.0], (24.5, 118.1)),
        ("MultiPoint", [[1, 2], [3, 4]], (2, 1)),
        ("LineString", [[0, 0], [1, 0], [1, 3]], (1, 1)),
        ("LineString", [[5, 6]], (6, 5)),
        ("LineString", [[5, 6], [5, 6]], (6, 5)),
        ("MultiLineString", [[[0, 0], [1, 1]], [[0, 0], [2, 0], [4, 0]]], (0, 2)),
        ("Polygon", [SQUARE], (1, 1)),
        ("Polygon", [SQUARE[:-1]], (1, 1)),
        ("Polygon", [[[1, 1], [1, 1], [1, 1]]], (1, 1)),
        ("MultiPolygon", [[[[9, 9], [9.1, 9], [9, 9.1], [9, 9]]], [SQUARE]], (1, 1)),
    ],
)
def test_every_shape_has_a_point(
    kind: str, coordinates: Any, expected: tuple[float, float]
) -> None:
    place = place_of({"type": kind, "coordinates": coordinates})
    assert place is not None
    assert (place.lat, place.lon) == pytest.approx(expected)


@pytest.mark.parametrize("rings", [[SQUARE, HOLE], [HORSESHOE]])
def test_the_point_of_a_surface_with_a_hole_or_bay_lies_inside(rings: Any) -> None:
    place = place_of({"type": "Polygon", "coordinates": rings})
    assert place is not None
    assert inside((place.lon, place.lat), rings)


CORNER = st.tuples(st.floats(-170, 170), st.floats(-80, 80))


@given(st.lists(CORNER, min_size=1, max_size=9))
def test_any_polygon_has_a_point_within_its_bounds(
    ring: list[tuple[float, float]],
) -> None:
    place = place_of({"type": "Polygon", "coordinates": [ring]})
    assert place is not None
    assert (
        min(lon for lon, _ in ring) - 1e-6
        <= place.lon
        <= max(lon for lon, _ in ring) + 1e-6
    )
    assert (
        min(lat for _, lat in ring) - 1e-6
        <= place.lat
        <= max(lat for _, lat in ring) + 1e-6
    )


def test_a_collection_has_the_point_of_its_first_part() -> None:
    assert (
        place_of({"type": "GeometryCollection", "geometries": [POINT, {"type": "?"}]})
        == HERE
    )


def test_metres_are_right_across_the_date_line() -> None:
    assert metres(Place(0, 179.999), Place(0, -179.999)) == pytest.approx(
        222.4, abs=0.1
    )
    assert metres(Place(60, 10), Place(60, 11)) == pytest.approx(55_598, rel=1e-3)


@pytest.mark.parametrize(
    "bad, why",
    [
        ("text", "no object"),
        ({"properties": "text"}, "properties"),
        (feature(None, name="银杏小区"), "neither a geometry nor an area"),
        (feature(None, name="银杏小区", area="no"), "neither a geometry nor an area"),
        (feature("text", name="银杏小区"), "geometry is no object"),
        (feature({}, name="银杏小区"), "unknown geometry None"),
        (feature({"type": "Circle"}, name="银杏小区"), "unknown geometry Circle"),
        (feature({"type": "Point"}, name="银杏小区"), "coordinates are missing"),
        (
            feature({"type": "Point", "coordinates": []}, name="银杏小区"),
            "coordinates are missing",
        ),
        (
            feature({"type": "Point", "coordinates": [118.1]}, name="银杏小区"),
            "not a longitude and a latitude",
        ),
        (
            feature(
                {"type": "Point", "coordinates": ["118.1", "24.5"]}, name="银杏小区"
            ),
            "not a longitude",
        ),
        (
            feature({"type": "Point", "coordinates": [24.5, 118.1]}, name="银杏小区"),
            "not a place on earth",
        ),
        (
            feature({"type": "Polygon", "coordinates": [[]]}, name="银杏小区"),
            "coordinates are missing",
        ),
        (
            feature({"type": "GeometryCollection"}, name="银杏小区"),
            "coordinates are missing",
        ),
    ],
)
def test_what_is_wrong_with_a_feature_is_said_with_its_number(
    bad: Any, why: str
) -> None:
    with pytest.raises(ValueError, match=f"^feature 2: .*{why}"):
        list(from_features([feature(name="万达广场"), bad]))


TABLE = """\ufeffName,lat,lon,area,aliases,kind
银杏小区,24.5,118.1,,银杏;杏苑,
,,,,,

万达广场, 24.5 ,118.1,G26,万达/Wanda、万达Mall,shop
老码头,,,G10,,
"""


def test_a_table_becomes_entries() -> None:
    assert list(from_rows(csv.DictReader(io.StringIO(TABLE)))) == [
        Entry("银杏小区", "", HERE, ("银杏", "杏苑")),
        Entry("万达广场", "G26", HERE, ("万达", "Wanda", "万达Mall"), "shop"),
        Entry("老码头", "G10"),
    ]


@pytest.mark.parametrize(
    "line, why",
    [
        (",24.5,118.1,,", "no name"),
        ("银杏小区,,,,银杏", "neither lat and lon nor an area"),
        ("银杏小区,24.5,,,", "not degrees"),
        ("银杏小区,north,118.1,,", "not degrees: lat 'north'"),
        ("银杏小区,118.1,24.5,,", "not a place on earth"),
        ("银杏小区,nan,118.1,,", "not a place on earth"),
        ("银杏小区,1e999,118.1,,", "not a place on earth"),
    ],
)
def test_what_is_wrong_with_a_row_is_said_with_its_number(line: str, why: str) -> None:
    text = f"name,lat,lon,area,aliases\n万达广场,24.5,118.1,,\n{line}\n"
    with pytest.raises(ValueError, match=f"^row 3: .*{why}"):
        list(from_rows(csv.DictReader(io.StringIO(text))))


def test_cells_beyond_the_last_column_do_no_harm() -> None:
    rows = csv.DictReader(io.StringIO("name,area\n银杏小区,G05,x,y\n"))
    assert list(from_rows(rows)) == [Entry("银杏小区", "G05")]


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["type", "coordinates", "geometry", "properties", "name"]),
            inner,
        )
    ),
    max_leaves=8,
)


@given(
    JSON,
    st.sampled_from(
        ["Point", "LineString", "Polygon", "MultiPolygon", "GeometryCollection"]
    ),
)
def test_anything_is_an_entry_or_a_value_error(value: Any, kind: str) -> None:
    geometry = {"type": kind, "coordinates": value, "geometries": value}
    for given_feature in (
        value,
        feature(value, name="银杏小区"),
        feature(geometry, name="银杏小区"),
    ):
        try:
            list(from_features([given_feature]))
        except ValueError as error:
            assert str(error).startswith("feature 1: ")
