"""小张, 强哥, 王姐, zhangqiang, "Tom": how colleagues call each other, whatever a channel shows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from domain.values import pinyin
from handlers.texts.words import anywhere, words

PIECE = re.compile(
    r"[A-Za-z](?:[A-Za-z-]|['’](?!s\b)){2,}"
    r"|(?<![A-Za-z'’])[A-Z][a-z](?![A-Za-z]|['’](?!s\b))|[\u4e00-\u9fff]+"
)
"""A surname of two letters is one as a name is written: Li. What is theirs is Li's."""
HAN, LATIN = re.compile(r"[\u4e00-\u9fff]+"), re.compile(r"[a-z][a-z'’-]{2,}")
LONGEST, SHORTEST = 5, 2
"""Letters of what one is called by: 老张队长, 小张."""
LONGEST_NAME = 4
PART = "·"
"""Before a part of a name, which alone calls nobody."""


def familiar(
    name: str,
    word: str,
) -> bool:
    """Whether somebody of this name may be called so: by the name itself where a channel shows more
    (网格员张强-幸福路口), by a part of it with a title or 小, or by one of its words.
    """
    return word != name and not _known_by(name).isdisjoint(_keys(word))


def spelled_out(
    names: Sequence[str],
    said: str,
) -> str:
    """The words with the whole name of whoever is called by a part of it. What may be two of them
    stays, and so does what is another word as well: "will".
    """
    whole, index, spelt = _index(tuple(names))
    said = spelt.sub(lambda hit: _only(index, _joined(hit[0])) or hit[0], said)
    done, end = [], 0
    for hit in whole.finditer(said):
        done += [_spelled(index, said[end : hit.start()]), hit[0]]
        end = hit.end()
    return "".join((*done, _spelled(index, said[end:])))


Index = Mapping[str, set[str]]
"""Names by what they are known by."""


@lru_cache(maxsize=32)
def _index(
    names: tuple[str, ...],
) -> tuple[re.Pattern[str], Index, re.Pattern[str]]:
    """The whole names, what each is known by, and those that are spelt in several words."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for key in _known_by(name):
            found[key].add(name)
    whole = "|".join(map(re.escape, names)) or "(?!)"
    spelt = "|".join(re.escape(one) for one in found if " " in one) or "(?!)"
    spaced = re.compile(rf"(?<![a-z])(?:{spelt})(?![a-z])", re.IGNORECASE)
    return re.compile(whole, re.IGNORECASE), dict(found), spaced


def _joined(said: str) -> str:
    return " ".join(said.casefold().split())


@lru_cache(maxsize=4096)
def _known_by(name: str) -> frozenset[str]:
    """What calls them: the person's name, its parts behind their mark, its Latin words."""
    own = _own(name)
    parts = [
        f"{PART}{part}"
        for one in {name, *own}
        for cut in range(1, len(one))
        for part in (one[:cut], one[cut:])
    ]
    latin = set(LATIN.findall(name.casefold())) - words("words-offices-held")
    return frozenset((*own, *parts, *latin, *_by_sound(own)))


def _by_sound(own: Sequence[str]) -> Iterator[str]:
    """As Latin letters spell it, the surname alone too; what is an English word as well stays."""
    surnames = sorted(words("words-surnames"), key=len, reverse=True)
    for one in own:
        first = next((each for each in surnames if one.startswith(each)), "")
        found = pinyin.spelt(first, one.removeprefix(first)) | pinyin.sounds(first)
        yield from found - words("words-also-a-word")


def _own(name: str) -> list[str]:
    """What is a person's name in how a channel shows them, beside areas, offices and signs."""
    surnames = tuple(words("words-surnames"))
    bare = anywhere("words-offices-held").sub(" ", name)
    found = [one for one in HAN.findall(bare) if one.startswith(surnames)]
    return [one for one in found if SHORTEST <= len(one) <= LONGEST_NAME]


def _keys(word: str) -> tuple[str, ...]:
    """By what this word may call somebody."""
    if word.isascii():
        return (word.casefold(),)
    title = next((one for one in _titles() if word.endswith(one)), "")
    bare = word.removesuffix(title)
    before = next((one for one in words("words-familiar") if bare.startswith(one)), "")
    bare = bare.removeprefix(before)
    return (word, f"{PART}{bare}") if title or before else (word,)


def _spelled(
    index: Index,
    said: str,
) -> str:
    return PIECE.sub(lambda hit: "".join(_parts(index, hit[0])), said)


def _parts(
    index: Index,
    piece: str,
) -> Iterator[str]:
    """The piece in parts, each as it was said or as a whole name."""
    if piece.isascii():
        known = piece.lower() not in words("words-also-a-word")
        yield (_only(index, piece) if known else "") or piece
        return
    start = 0
    while start < len(piece):
        called = _from(index, piece[start : start + LONGEST])
        found = next((one for one in called if _only(index, one)), piece[start])
        yield _only(index, found) or found
        start += len(found)


def _from(
    index: Index,
    piece: str,
) -> Iterator[str]:
    """What may call somebody, of how this begins, the longest first."""
    before, titles = tuple(words("words-familiar")), _titles()
    for end in range(len(piece), SHORTEST - 1, -1):
        one = piece[:end]
        if one in index or one.startswith(before) or one.endswith(titles):
            yield one


def _only(
    index: Index,
    called: str,
) -> str:
    """The only name that fits, '' for none and for several."""
    found = set().union(*(index.get(key, ()) for key in _keys(called)))
    return found.pop() if len(found) == 1 else ""


@cache
def _titles() -> tuple[str, ...]:
    """The longest first."""
    titles = words("words-titles") | words("words-titles-at-work")
    return tuple(sorted(titles, key=len, reverse=True))
