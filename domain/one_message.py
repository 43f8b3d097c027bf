"""All that waits for a chat, as one message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from domain.fitting import Shown, with_text
from domain.lengths import ending, joined
from domain.messages import Can, Choice, Matter, Reply

BETWEEN = "\n\n"
MOST = 99  # choices that are numbered
WEIGHT = (Matter.QUESTION, Matter.EMERGENCY, Matter.RESULT, Matter.NEWS)
"""What several are together; a question first, since its answer may be a number."""


def merge(
    replies: Sequence[Reply], can: Can, chosen: Sequence[Reply] = ()
) -> Shown | None:
    """All of it as one message, in its order; None where nothing is said. `chosen` are the same in
    the order of their choices, where that is another one.
    """
    if not replies:
        return None
    several = len(replies) > 1
    whole = _together(replies, chosen or replies) if several else replies[0]
    offered = tuple(dict.fromkeys(choice for row in whole.choices for choice in row))
    if can.numbers and offered:
        whole, offered = _numbered(whole, offered[:MOST], can), offered[:MOST]
    elif not whole.choices:
        whole = with_text(whole, ending(whole.text, "", can))
    return Shown(whole, offered)


def _together(replies: Sequence[Reply], chosen: Sequence[Reply]) -> Reply:
    texts: dict[str, None] = dict.fromkeys(reply.text for reply in replies)
    return Reply(
        text=joined(texts, BETWEEN),
        choices=tuple(row for reply in chosen for row in reply.choices),
        photos=tuple(one for reply in replies for one in reply.photos),
        files=tuple(one for reply in replies for one in reply.files),
        calls=tuple(one for reply in replies for one in reply.calls),
        place=next((reply.place for reply in replies if reply.place), None),
        silent=all(reply.silent for reply in replies),
        matter=min((Matter(reply.matter) for reply in replies), key=WEIGHT.index),
    )


def _numbered(whole: Reply, offered: tuple[Choice, ...], can: Can) -> Reply:
    """Few choices stay, one a row, each with its number; of many the numbers alone are left."""
    named = [
        Choice(
            choice.label if whole.asks else counted(number, choice.label),
            choice.data,
        )
        for number, choice in enumerate(offered, 1)
    ]
    if len(named) <= can.buttons:
        return replace(whole, choices=tuple((choice,) for choice in named))
    lines = "\n".join(escape(choice.label, quote=False) for choice in named)
    return replace(whole, choices=(), text=ending(whole.text, lines, can))


def counted(number: int, label: str) -> str:
    """A label with its number, which it may have already."""
    return label if label.startswith(f"{number}. ") else f"{number} {label}"
