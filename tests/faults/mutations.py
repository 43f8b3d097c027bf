"""JSON as nobody would send it: an honest value, with a few places of it changed by chance."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable, Iterator
from typing import Any

import orjson

HUGE = 20_000  # letters
MANY = 50  # items of a list
DEPTHS = (60, 900, 1010, 3000)  # JSON readers end at 1,000 or 1,024
MOST_CHANGES = 4

ODD: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    2**31,
    2**53 + 1,
    2**63,
    2**64,
    -(2**63) - 1,
    10**40,
    0.5,
    1e308,
    -0.0,
    "",
    " ",
    "0",
    "x",
    "-1",
    "1e9",
    "\0",
    "\ud83d",
    "\udc00\ud800",
    "\u202e\u200b",
    "null",
    [],
    {},
    [[]],
    [None],
    {"id": 1},
    {"": {}},
)
"""What may stand where something else is expected."""

LITERALS = ("1e999", "-1e999", "NaN", "Infinity", "9" * 5000, "1." + "0" * 400)
"""What some writers of JSON write and some readers do not read."""

SPOILERS = (
    "\0",
    "\ud800",
    "\udfff",
    "\u202e",
    "\ufeff",
    "\u2028",
    "<b>",
    "&",
    "'",
    "{}",
)
"""What is put into words."""

NAMES = (
    "message",
    "channel_post",
    "poll",
    "id",
    "chat",
    "from",
    "text",
    "__class__",
    "",
    "\0",
)

Spot = tuple[Any, Any]
"""A container and the key or index of one value in it."""

Change = Callable[[random.Random, Any, Any], None]


class Raw:
    """A value whose JSON text is given."""

    def __init__(self, text: str) -> None:
        self.text = text


def mutated(honest: bytes, chance: random.Random) -> bytes:
    """A JSON text with one to four changes; it may be no JSON for a strict reader."""
    value = orjson.loads(honest)
    for _ in range(chance.randint(1, MOST_CHANGES)):
        spots = list(_spots(value))
        if spots:
            inside, key = chance.choice(spots)
            chance.choices(CHANGES, WEIGHTS)[0](chance, inside, key)
    return text_of(value)


def text_of(value: Any) -> bytes:
    """As the standard library writes it, with halves of characters as escapes."""
    raws: list[str] = []

    def kept(raw: Any) -> str:
        raws.append(raw.text)
        return f"@raw{len(raws) - 1}@"

    text = json.dumps(value, default=kept)
    for number, raw in enumerate(raws):
        text = text.replace(f'"@raw{number}@"', raw)
    return text.encode("ascii", "replace")


def _spots(value: Any) -> Iterator[Spot]:
    """Every place in a tree."""
    keys: Any = ()
    if isinstance(value, dict):
        keys = list(value)
    elif isinstance(value, list):
        keys = range(min(len(value), 20))
    for key in keys:
        yield value, key
        yield from _spots(value[key])


# --- changes ---


def _drop(chance: random.Random, inside: Any, key: Any) -> None:
    del inside[key]


def _odd(chance: random.Random, inside: Any, key: Any) -> None:
    inside[key] = copy.deepcopy(chance.choice(ODD))


def _other_kind(chance: random.Random, inside: Any, key: Any) -> None:
    """The same in another type."""
    value = inside[key]
    kinds = (str(value), [value], {"value": value}, {"id": value}, None)
    inside[key] = chance.choice(kinds)


def _huge(chance: random.Random, inside: Any, key: Any) -> None:
    long = chance.choice(("漏", "a", "井盖坏了 ", "\0", "@", "9")) * HUGE
    inside[key] = chance.choice((long, long, [inside[key]] * MANY))


def _deep(chance: random.Random, inside: Any, key: Any) -> None:
    depth = chance.choice(DEPTHS)
    start, end = chance.choice((("[", "]"), ('{"chat":', "}")))
    inside[key] = Raw(start * depth + "0" + end * depth)


def _literal(chance: random.Random, inside: Any, key: Any) -> None:
    inside[key] = Raw(chance.choice(LITERALS))


def _spoilt(chance: random.Random, inside: Any, key: Any) -> None:
    """Words with something in them that hardly anybody types."""
    words = str(inside[key])
    at = chance.randint(0, len(words))
    inside[key] = words[:at] + chance.choice(SPOILERS) + words[at:]


def _unknown(chance: random.Random, inside: Any, key: Any) -> None:
    """A field that nobody knows, or that stands somewhere else as a rule."""
    if isinstance(inside, dict):
        inside[chance.choice(NAMES)] = copy.deepcopy(inside[key])


def _renamed(chance: random.Random, inside: Any, key: Any) -> None:
    if isinstance(inside, dict):
        inside[f"{key}_new"] = inside.pop(key)


CHANGES: tuple[Change, ...] = (
    _drop,
    _odd,
    _other_kind,
    _huge,
    _deep,
    _literal,
    _spoilt,
    _unknown,
    _renamed,
)
WEIGHTS = (200, 250, 120, 10, 15, 30, 120, 60, 60)
