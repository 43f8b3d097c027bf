"""The updates in what Telegram sends, also where one of them is no JSON that a parser takes: it
must not keep the others from being read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import orjson
from telegram.error import TelegramError

UNREADABLE = "Invalid server response"
LIST = re.compile(rb'"result"\s*:\s*\[')
TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[\]{},]', re.DOTALL)
NUMBER = re.compile(rb'"update_id"\s*:\s*(\d{1,18})\b')

MOST = 2**53  # beyond it nobody could ask for the next one


class Unread(NamedTuple):
    """An update that no parser takes: its number, where it has one, and its text."""

    number: int | None
    text: str


Update = dict[str, Any] | Unread


def updates_in(body: bytes) -> list[Update]:
    """Of an answer of getUpdates. Raises TelegramError where there are none to be found."""
    try:
        found = orjson.loads(body)["result"]
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return [one_of(piece) for piece in _pieces(body)]
    if not isinstance(found, list):
        raise TelegramError(UNREADABLE)
    return [one if isinstance(one, dict) else _odd(one) for one in found]


def one_of(text: bytes) -> Update:
    """A single update."""
    try:
        found = orjson.loads(text)
    except orjson.JSONDecodeError:
        found = _second_try(text)
    return found if isinstance(found, dict) else _unread(text)


def number_of(update: Update) -> int | None:
    """None where it has no number that could be one."""
    if isinstance(update, Unread):
        return update.number
    number = update.get("update_id")
    if not isinstance(number, int) or isinstance(number, bool):
        return None
    return number if 0 <= number < MOST else None


def _second_try(text: bytes) -> Any:
    """Python's own parser takes halves of characters and numbers of any size."""
    try:
        return json.loads(text)
    except (RecursionError, ValueError):
        return None


def _odd(value: Any) -> Unread:
    return _unread(orjson.dumps(value))


def _unread(text: bytes) -> Unread:
    found = NUMBER.search(text)
    shown = text.decode("utf-8", "backslashreplace")
    return Unread(int(found[1]) if found else None, shown)


def _pieces(body: bytes) -> Iterator[bytes]:
    """Each item of the list, by its brackets alone."""
    head = LIST.search(body)
    if head is None:
        raise TelegramError(UNREADABLE)
    begin, depth = head.end(), 0
    for token in TOKEN.finditer(body, begin):
        mark = token[0]
        if depth == 0 and mark in (b",", b"]"):
            piece = body[begin : token.start()].strip()
            if piece:
                yield piece
            begin = token.end()
            if mark == b"]":
                return
        elif mark in (b"[", b"{"):
            depth += 1
        elif mark in (b"]", b"}"):
            depth -= 1
    raise TelegramError(UNREADABLE)
