"""JSON in ASCII of whatever was received: half an emoji, a NUL, a thousand brackets."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

DEEPEST = 100  # levels


def written(value: Any) -> str:
    """What is too deep for parsers is a text in JSON, which holds the JSON of it."""
    if _deep(value):
        return json.dumps(flat(value))
    return json.dumps(value, ensure_ascii=True, default=str)


def read(text: str) -> Any:
    """What `written` wrote; the text itself where no parser takes it."""
    try:
        return json.loads(text)
    except (RecursionError, ValueError):
        return text


def flat(value: Any) -> str:
    """JSON, however deep: the encoders of json and orjson end at some depth."""
    return "".join(_pieces(value))


def _deep(value: Any) -> bool:
    """Whether it is nested further than anything that a person could have sent."""
    level = [value]
    for _ in range(DEEPEST):
        level = [one for part in level for one in _inside(part)]
        if not level:
            return False
    return True


def _inside(value: Any) -> Iterable[Any]:
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, (list, tuple)) else ()


def as_text(raw: Any) -> str:
    """Bytes and text as they are, all else as JSON."""
    if isinstance(raw, bytes):
        return raw.decode("utf-8", "backslashreplace")
    return raw if isinstance(raw, str) else flat(raw)


class _Mark(str):
    """A bracket, a comma or a name that is written as it is."""

    __slots__ = ()


BETWEEN, NAMED = _Mark(", "), _Mark(": ")


def _pieces(value: Any) -> Iterator[str]:
    todo = [value]
    while todo:
        one = todo.pop()
        if isinstance(one, _Mark):
            yield one
        elif isinstance(one, (list, tuple, Mapping)):
            todo += reversed(_parts(one))
        else:
            yield json.dumps(one, default=str)


def _parts(value: Any) -> list[Any]:
    """What a list or a mapping is made of, its brackets too."""
    named = isinstance(value, Mapping)
    parts: list[Any] = []
    for one in value.items() if named else value:
        parts += [str(one[0]), NAMED, one[1], BETWEEN] if named else [one, BETWEEN]
    opening, closing = ("{", "}") if named else ("[", "]")
    return [_Mark(opening), *parts[:-1], _Mark(closing)]
