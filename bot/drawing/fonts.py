"""Where the letters come from."""

from __future__ import annotations

from pathlib import Path

CHINESE = Path(__file__).with_name("font") / "DroidSansFallbackFull.ttf"
"""Has no Latin letters."""
