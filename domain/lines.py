"""Which line of a list is meant where its place is said: 2, 第二个, "the first one". No number
stands on the screen there; what stands in every line counts.
"""

from __future__ import annotations

from collections import defaultdict

from domain.messages import Choice
from domain.offers import Offered, number

OPENS = "c:open"
"""What only shows a case."""
BESIDE = (OPENS, "c:hurry", "c:with_words")
"""What is offered beside it of a list that was asked for to be read."""


def line_at(
    text: str,
    offered: Offered,
) -> Choice | None:
    """What is done by the line that is said to be meant; where lines offer several things, it is
    shown.
    """
    at = number(text)
    if not at:
        return None
    alike = defaultdict[str, list[Choice]](list)
    for choice in offered.choices:
        alike[_does(choice)].append(choice)
    lines = max(map(len, alike.values()), default=0)
    able = {name: found for name, found in alike.items() if len(found) == lines}
    doing = [found for name, found in able.items() if name not in BESIDE]
    shown = [found for name, found in able.items() if name == OPENS]
    meant = doing if len(doing) == 1 else shown or doing
    return meant[0][at - 1] if meant and at <= lines else None


def _does(
    choice: Choice,
) -> str:
    """What a choice does, whatever it does it to: its number, or the last word, names that."""
    parts = choice.data.split(":")
    kept = [one for one in parts if not one.isdecimal()]
    return ":".join(kept if len(kept) < len(parts) else parts[:-1])
