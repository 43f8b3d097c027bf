"""The faces of WeChat's keyboard, [强] and /:ok, as the signs that say the same everywhere."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


def with_signs(said: str) -> str:
    """The words, with a sign in the place of each face that has one."""
    signs, pattern = _known()
    return pattern.sub(lambda found: signs[found[0]], said)


@cache
def _known() -> tuple[dict[str, str], re.Pattern[str]]:
    text = (files("bot.channels.tencent") / "faces.toml").read_text("utf-8")
    signs = {
        face: sign for sign, faces in tomllib.loads(text).items() for face in faces
    }
    longest_first = sorted(signs, key=len, reverse=True)
    return signs, re.compile("|".join(map(re.escape, longest_first)))
