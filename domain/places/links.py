"""A place as a link that opens a map, with the shift to GCJ-02 where the map wants it.

GCJ-02 is the datum of maps in China; its formula is the one that all open converters share.
"""

from __future__ import annotations

import math
import re
from urllib.parse import quote

from domain.messages import Place

DEFAULT = "geo:{lat},{lon}?q={lat},{lon}({label})"
"""Opens the map that the phone has."""
SOUTH, NORTH = 0.8293, 55.8271
WEST, EAST = 72.004, 137.8347
"""The rectangle in which the shift is made, as the converters have it."""
AXIS = 6378245.0
ECCENTRICITY = 0.00669342162296594323
"""Krasovsky's ellipsoid: half the long axis in metres, and the square of its eccentricity."""
STEPS = 4  # three give 0.2 mm
PLACEHOLDER = re.compile(r"\{(\w*)\}")


def map_link(place: Place, template: str = DEFAULT, label: str = "") -> str:
    """The template with the place filled in.

    It may hold {lat} and {lon} in WGS-84 degrees, {gcj_lat} and {gcj_lon}, and {label},
    which is percent-encoded. Empty brackets go where there is no label. Raises ValueError
    for any other placeholder.
    """
    shifted = gcj02(place)
    values = {
        "lat": f"{place.lat:.6f}",
        "lon": f"{place.lon:.6f}",
        "gcj_lat": f"{shifted.lat:.6f}",
        "gcj_lon": f"{shifted.lon:.6f}",
        "label": quote(label, safe=""),
    }
    unknown = set(PLACEHOLDER.findall(template)) - values.keys()
    if unknown:
        raise ValueError(
            f"a map link has no {{{min(unknown)}}}, only {', '.join(values)}"
        )
    link = PLACEHOLDER.sub(lambda found: values[found[1]], template)
    return link if label else link.replace("()", "")


def gcj02(place: Place) -> Place:
    """A WGS-84 place in GCJ-02; outside of China as it is."""
    if not _in_china(place):
        return place
    north, east = _shift(place.lat, place.lon)
    return Place(place.lat + north, place.lon + east)


def wgs84(place: Place) -> Place:
    """A GCJ-02 place in WGS-84: the inverse of `gcj02` to less than a millimetre."""
    if not _in_china(place):
        return place
    lat, lon = place.lat, place.lon
    for _ in range(STEPS):
        north, east = _shift(lat, lon)
        lat, lon = place.lat - north, place.lon - east
    return Place(lat, lon)


def _in_china(place: Place) -> bool:
    across = SOUTH <= place.lat <= NORTH
    return across and WEST <= place.lon <= EAST


def _shift(lat: float, lon: float) -> tuple[float, float]:
    """How far GCJ-02 moves a WGS-84 point to the north and to the east, in degrees."""
    x = lon - 105
    y = lat - 35
    root = math.sqrt(abs(x))
    both = _waves(x, (20, 6), (20, 2))
    waves = _waves(
        y,
        (20, 1),
        (40, 1 / 3),
        (160, 1 / 12),
        (320, 1 / 30),
    )
    north = -100 + 2 * x + 3 * y
    north += 0.2 * y * y + 0.1 * x * y
    north += 0.2 * root + (both + waves) * 2 / 3
    waves = _waves(
        x,
        (20, 1),
        (40, 1 / 3),
        (150, 1 / 12),
        (300, 1 / 30),
    )
    east = 300 + x + 2 * y
    east += 0.1 * x * x + 0.1 * x * y
    east += 0.1 * root + (both + waves) * 2 / 3
    latitude = math.radians(lat)
    bent = 1 - ECCENTRICITY * math.sin(latitude) ** 2
    meridian = AXIS * (1 - ECCENTRICITY) / bent**1.5
    parallel = AXIS / math.sqrt(bent) * math.cos(latitude)
    north_angle = math.degrees(north / meridian)
    east_angle = math.degrees(east / parallel)
    return north_angle, east_angle


def _waves(at: float, *waves: tuple[float, float]) -> float:
    """The sum of sine waves, each of a height and of half turns for each degree."""
    return sum(height * math.sin(turns * at * math.pi) for height, turns in waves)
