"""What is meant by a name, or by a part of it that no other has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def one_named(labels: Mapping[str, Sequence[str]], word: str) -> str:
    """The value whose name that is, in whatever case of letters; '' for none, and for several."""
    wanted = word.casefold()
    names = {
        value: [name.casefold() for name in given] for value, given in labels.items()
    }
    for value, given in names.items():
        if wanted in (value, *given):
            return value
    if len(wanted) <= 1:
        return ""
    part = [
        value for value, given in names.items() if any(wanted in name for name in given)
    ]
    return part[0] if len(part) == 1 else ""
