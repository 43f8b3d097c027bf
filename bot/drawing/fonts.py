"""Where the letters come from."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).with_name("font")
CHINESE = HERE / "DroidSansFallbackFull.ttf"
"""Has no Latin letters."""

RARE = HERE / "GridbeeHanExtension.ttf"
"""What the other has not: characters of places and names, of the CJK Extensions B to E and G."""
