"""JSON in which one update is not what JSON has to be: the others in it are read all the same.

A strict reader refuses halves of characters, numbers above all bounds and what is nested without
end, and with it the whole answer; the same answer would come for ever.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any

import orjson

from bot.channels.telegram.library import TelegramError

UNREADABLE = "Invalid server response"
UNREAD = "unread"
"""The key of what stands for an update that nobody can read: its text."""

LONGEST_KEPT = 100_000  # letters
STARTS = re.compile(rb'\s*\{\s*"ok"\s*:\s*true\s*,\s*"result"\s*:\s*\[')
# a string, also one without an end, or a bracket
TOKEN = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[\]{}]', re.DOTALL)
NUMBER = re.compile(rb'"update_id"\s*:\s*(\d{1,15})\b')


def updates(body: bytes) -> list[Any]:
    """Of an answer to getUpdates. Raises TelegramError for what is no such answer."""
    try:
        found = orjson.loads(body)["result"]
    except orjson.JSONDecodeError:
        return [one(part) for part in _parts(body)]
    except (KeyError, TypeError):
        raise TelegramError(UNREADABLE) from None
    if not isinstance(found, list):
        raise TelegramError(UNREADABLE)
    return found


def one(text: bytes) -> Any:
    """An update; where nobody can read it, its number and its text under UNREAD."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        pass
    try:
        return json.loads(
            text,
            parse_float=_finite,
            parse_constant=str,
        )
    except (ValueError, RecursionError):
        kept = text[:LONGEST_KEPT].decode("utf-8", "replace")
        number = NUMBER.search(text)
        return {UNREAD: kept} | ({"update_id": int(number[1])} if number else {})


def _finite(text: str) -> float | str:
    value = float(text)
    return value if math.isfinite(value) else text


def _parts(body: bytes) -> list[bytes]:
    """The text of each update. Raises TelegramError where the answer has no end."""
    start = STARTS.match(body)
    depth, begun = 0, 0
    found: list[bytes] = []
    for token in TOKEN.finditer(body, start.end() if start else len(body)):
        if token[0] in b"{[":
            begun = begun if depth else token.start()
            depth += 1
        elif token[0] in b"}]":
            depth -= 1
            if depth < 0:
                return found
            if depth == 0:
                found.append(body[begun : token.end()])
    raise TelegramError(UNREADABLE)
