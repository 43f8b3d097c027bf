"""Values of an update, by what they are for: what tells who and where has to be right, what only
decorates is left out where it is not.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from domain.messages import tidy

# Telegram's numbers have at most 52 bits (core.telegram.org/bots/api#user)
LARGEST = 2**53
MOST_COUNTED = 2**31 - 1
LONGEST_WORD = 300  # letters: names have at most 64, of a file 255
LONGEST_REFERENCE = 1000  # letters: a file_id has about 90


def number(value: Any) -> int:
    """An id. Raises ValueError for anything else."""
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > LARGEST:
        raise ValueError(f"no number: {type(value).__name__}")
    return value


def number_if_any(value: Any) -> str:
    """An id as words, '' where there is none."""
    return "" if value is None else str(number(value))


def reference(value: Any) -> str:
    """What is handed back to Telegram as it came. Raises ValueError for anything else."""
    right = isinstance(value, str) and 0 < len(value) <= LONGEST_REFERENCE
    if not right or tidy(value) != value:
        raise ValueError(f"no reference: {type(value).__name__}")
    return str(value)


def said(value: Any) -> str:
    """What a person said. Raises ValueError for what is no text."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError(f"no words: {type(value).__name__}")
    return value


def word(value: Any) -> str:
    """A name, a type, a language: '' for what is none."""
    return tidy(value)[:LONGEST_WORD] if isinstance(value, str) else ""


def count(value: Any) -> int:
    """A size or a length: 0 for what is none."""
    right = isinstance(value, int) and 0 <= value <= MOST_COUNTED
    return int(value) if right else 0


def part(value: Any, name: str) -> dict[str, Any]:
    """What stands under a name, {} where that is not of several parts."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def update_number(update: Any) -> int | None:
    """By which Telegram is told that it arrived; None for an update that has none."""
    try:
        return number(update["update_id"])
    except (ValueError, LookupError, TypeError):
        return None


def external_id(update: Any) -> str:
    """The same whenever the update comes again."""
    found = update_number(update)
    if found is not None:
        return str(found)
    try:
        text = json.dumps(update, sort_keys=True)
    except (RecursionError, TypeError, ValueError):
        text = "too deep"
    return f"unnumbered-{hashlib.sha256(text.encode()).hexdigest()[:32]}"
