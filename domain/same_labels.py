"""Choices of one message that look the same and mean different cases name their case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.messages import Choice, Reply

Said = tuple[Reply, str]
"""What is said, and the number of the case that it is about, '' for none."""


def told_apart(said: Sequence[Said]) -> list[Reply]:
    """Two times 已解决 become 已解决 YH26-0001 and 已解决 YH26-0002; all else is as it was."""
    numbers = _numbers(said)
    meanings: dict[str, set[str]] = {}
    for reply, _ in said:
        for choice in _choices(reply):
            meanings.setdefault(choice.label, set()).add(choice.data)
    alike = {label for label, data in meanings.items() if len(data) > 1}
    if not alike:
        return [reply for reply, _ in said]
    return [_named(reply, alike, numbers) for reply, _ in said]


def _choices(reply: Reply) -> list[Choice]:
    return [choice for row in reply.choices for choice in row]


def _numbers(said: Sequence[Said]) -> dict[str, str]:
    """The case's number by what a choice does."""
    return {
        choice.data: number
        for reply, number in said
        if number
        for choice in _choices(reply)
    }


def _named(reply: Reply, alike: set[str], numbers: dict[str, str]) -> Reply:
    def name(choice: Choice) -> Choice:
        number = numbers.get(choice.data, "")
        if choice.label not in alike or not number:
            return choice
        return replace(choice, label=f"{choice.label} {number}")

    rows = tuple(tuple(name(choice) for choice in row) for row in reply.choices)
    return replace(reply, choices=rows)
