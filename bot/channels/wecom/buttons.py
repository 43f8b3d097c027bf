"""The choices of a Reply below a card: six buttons, three behind its corner, the rest as lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from bot.channels.wecom.keys import DEAD, key_of
from bot.channels.wecom.words import cut
from domain.messages import Choice, Reply
from domain.one_message import counted

BUTTONS, IN_MENU = 6, 3
CASE = re.compile(r"\b[A-Z]{2}[0-9]{2}-([0-9]{4,})")
"""The number of a case: its end says which it is."""
PLACE = re.compile(r"^[0-9]{1,2}\.\s*")
"""The place in a list that a label begins with."""
DECORATION = re.compile(r"^[^\w\s⬜☑✅✓]+\s+")
"""The sign that a label begins with, unless it says whether something is ticked."""
LONGEST = 10
"""Characters of a button that a client shows (90236)."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Words of a language: `more` names what is behind the corner, `closed` stands where buttons
    were.
    """

    more: str
    closed: str


@dataclass(frozen=True, slots=True)
class Laid:
    """What of the choices goes into the card, and the lines of those that no button shows
    whole.
    """

    parts: dict[str, Any]
    lines: tuple[str, ...] = ()


def lay(reply: Reply, labels: Labels) -> Laid:
    """Without choices a card still needs a button (90236): it is dead, and says so."""
    offered = _numbered(reply)
    if not offered:
        dead = {"text": labels.closed, "key": DEAD}
        return Laid({"button_list": [dead], "replace_text": labels.closed})
    buttons = offered[:BUTTONS]
    behind = offered[BUTTONS : BUTTONS + IN_MENU]
    parts: dict[str, Any] = {"button_list": [_button(one) for one in buttons]}
    if behind:
        listed = [{"text": one.label, "key": key_of(one)} for _, one in behind]
        parts["action_menu"] = {"desc": labels.more, "action_list": listed}
    long = [one for one in buttons if _is_long(one)]
    rest = offered[BUTTONS + IN_MENU :]
    return Laid(parts, tuple(_line(one) for one in (*long, *rest)))


Numbered = tuple[str, Choice]
"""The number that may be typed for a choice, '' where words are asked for."""


def _numbered(reply: Reply) -> list[Numbered]:
    """Numbers count what was offered (domain/fitting.py); no key stands twice on a card."""
    offered = dict.fromkeys(choice for row in reply.choices for choice in row)
    by_key: dict[str, Numbered] = {}
    for number, choice in enumerate(offered, 1):
        said = "" if reply.asks else str(number)
        by_key.setdefault(key_of(choice), (said, choice))
    return list(by_key.values())


def _line(one: Numbered) -> str:
    number, choice = one
    return counted(int(number), choice.label) if number else choice.label


def _bare(one: Numbered) -> str:
    """The label; where it is too long, without what decorates it."""
    label = one[1].label
    return label if len(label) <= LONGEST else DECORATION.sub("", label)


def _is_long(one: Numbered) -> bool:
    return len(_bare(one)) > LONGEST


def _button(one: Numbered) -> dict[str, Any]:
    """What is too long is told apart by the end of a case's number, or by its own."""
    number, choice = one
    shown = _bare(one)
    if _is_long(one):
        shown = CASE.sub(r"\1", PLACE.sub("", shown))
        if len(shown) > LONGEST:
            shown = f"{number} {shown}".strip()
    return {"text": cut(shown, LONGEST), "key": key_of(choice)}
