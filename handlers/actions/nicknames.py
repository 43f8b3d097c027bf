"""小张, 强哥, 王姐: how colleagues call each other by a part of the name."""

from __future__ import annotations

from handlers.texts.words import words


def familiar(name: str, word: str) -> bool:
    """Whether somebody of this name may be called so: by a part of it with a title or 小."""
    titles = sorted(words("words-titles"), key=len, reverse=True)
    title = next((one for one in titles if word.endswith(one)), "")
    bare = word.removesuffix(title)
    before = next((one for one in words("words-familiar") if bare.startswith(one)), "")
    bare = bare.removeprefix(before)
    if not (title or before) or not 0 < len(bare) < len(name):
        return False
    return name.startswith(bare) or name.endswith(bare)
