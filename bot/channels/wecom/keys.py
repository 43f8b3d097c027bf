"""What the key of a button brings back: a choice of the house, or the label itself."""

from __future__ import annotations

from domain.messages import Choice

LABEL = "="
"""Before the label of a choice without data, which is said when it is pressed: no data of ours
begins so.
"""
DEAD = "."
"""The key of what stands in place of buttons, which nobody can press."""


def key_of(choice: Choice) -> str:
    return choice.data or f"{LABEL}{choice.label}"


def label_in(key: str) -> str:
    """The label that is said by a press, "" where it brings data."""
    return key[len(LABEL) :] if key.startswith(LABEL) else ""
