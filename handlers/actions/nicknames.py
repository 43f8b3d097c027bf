"""小张, 强哥, 王姐, "Tom": how colleagues call each other by a part of the name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from handlers.texts.words import words

PIECE = re.compile(r"[A-Za-z][A-Za-z'’-]{2,}|[\u4e00-\u9fff]+")
LONGEST, SHORTEST = 5, 2
"""Letters of what one is called by: 老张队长, 小张."""


def familiar(name: str, word: str) -> bool:
    """Whether somebody of this name may be called so: by a part of it with a title or 小, or by one
    of its words.
    """
    if word.isascii():
        return _is_a_part(name, word)
    titles = sorted(_titles(), key=len, reverse=True)
    title = next((one for one in titles if word.endswith(one)), "")
    bare = word.removesuffix(title)
    before = next((one for one in words("words-familiar") if bare.startswith(one)), "")
    bare = bare.removeprefix(before)
    if not (title or before) or not 0 < len(bare) < len(name):
        return False
    return name.startswith(bare) or name.endswith(bare)


def spelled_out(names: Sequence[str], said: str) -> str:
    """The words with the whole name of whoever is called by a part of it. What may be two of them
    stays, and so does what is another word as well: "will".
    """
    whole = re.compile("|".join(map(re.escape, names)) or "(?!)", re.IGNORECASE)
    done, end = [], 0
    for hit in whole.finditer(said):
        done += [_spelled(names, said[end : hit.start()]), hit[0]]
        end = hit.end()
    return "".join((*done, _spelled(names, said[end:])))


def _spelled(names: Sequence[str], said: str) -> str:
    return PIECE.sub(lambda hit: "".join(_parts(names, hit[0])), said)


def _parts(names: Sequence[str], piece: str) -> Iterator[str]:
    """The piece in parts, each as it was said or as a whole name."""
    if piece.isascii():
        known = piece.lower() not in words("words-also-a-word")
        yield (_only(names, piece) if known else "") or piece
        return
    start = 0
    while start < len(piece):
        called = next((one for one in _from(piece, start) if _only(names, one)), "")
        yield _only(names, called) if called else piece[start]
        start += len(called) or 1


def _from(piece: str, start: int) -> Iterator[str]:
    """What may be a nickname from there on, the longest first."""
    before, behind = tuple(words("words-familiar")), tuple(_titles())
    for length in range(LONGEST, SHORTEST - 1, -1):
        part = piece[start : start + length]
        if len(part) == length and (part.startswith(before) or part.endswith(behind)):
            yield part


def _only(names: Iterable[str], called: str) -> str:
    """The only name that fits, '' for none and for several."""
    found = {one for one in names if familiar(one, called)} if called else set()
    return found.pop() if len(found) == 1 else ""


def _titles() -> frozenset[str]:
    return words("words-titles") | words("words-titles-at-work")


def _is_a_part(name: str, word: str) -> bool:
    parts = name.casefold().split()
    return len(parts) > 1 and word.casefold() in parts
