"""GCJ-02, the datum of maps in China, to WGS-84 and back."""

from __future__ import annotations

from math import cos, pi, radians, sin, sqrt

AXIS = 6378245.0  # metres, half the long axis of Krasovsky's ellipsoid (1940)
ECCENTRICITY = 0.00669342162296594323  # squared
LONGITUDES = (72.004, 137.8347)  # degrees between which the offset is applied
LATITUDES = (0.8293, 55.8271)
STEPS = 3
"""Of the way back: below a millimetre."""


def to_gcj02(lat: float, lon: float) -> tuple[float, float]:
    """WGS-84 degrees as GCJ-02 ones; outside the box they are the same."""
    if not _inside(lat, lon):
        return lat, lon
    north, east = _offset(lat, lon)
    return lat + north, lon + east


def to_wgs84(lat: float, lon: float) -> tuple[float, float]:
    """GCJ-02 degrees as WGS-84 ones, by fixed-point steps."""
    if not _inside(lat, lon):
        return lat, lon
    found = lat, lon
    for _ in range(STEPS):
        there = to_gcj02(*found)
        found = found[0] + lat - there[0], found[1] + lon - there[1]
    return found


def _inside(lat: float, lon: float) -> bool:
    in_lat = LATITUDES[0] <= lat <= LATITUDES[1]
    return in_lat and LONGITUDES[0] <= lon <= LONGITUDES[1]


def _offset(lat: float, lon: float) -> tuple[float, float]:
    """Degrees north and east."""
    x, y = lon - 105.0, lat - 35.0
    bent = 1 - ECCENTRICITY * sin(radians(lat)) ** 2
    meridian = AXIS * (1 - ECCENTRICITY) / (bent * sqrt(bent))
    parallel = AXIS / sqrt(bent) * cos(radians(lat))
    return _north(x, y) * 180 / (meridian * pi), _east(x, y) * 180 / (parallel * pi)


def _north(x: float, y: float) -> float:
    """Metres."""
    plain = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
    waves = 20 * sin(6 * x * pi) + 20 * sin(2 * x * pi)
    waves += 20 * sin(y * pi) + 40 * sin(y / 3 * pi)
    waves += 160 * sin(y / 12 * pi) + 320 * sin(y * pi / 30)
    return plain + waves * 2 / 3


def _east(x: float, y: float) -> float:
    """Metres."""
    plain = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
    waves = 20 * sin(6 * x * pi) + 20 * sin(2 * x * pi)
    waves += 20 * sin(x * pi) + 40 * sin(x / 3 * pi)
    waves += 150 * sin(x / 12 * pi) + 300 * sin(x / 30 * pi)
    return plain + waves * 2 / 3
