"""A Reply with choices as a card of WeCom: button_interaction
(developer.work.weixin.qq.com/document/path/90236).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.channels.wecom.buttons import BUTTONS, IN_MENU, Labels, lay
from bot.channels.wecom.words import CUT, Line, begun, cut, joined, lines_of
from domain.lengths import words_of
from domain.messages import Can, Edits, Reply

CAN = Can(
    edits=Edits.ONCE,
    buttons=BUTTONS + IN_MENU,
    keyboard=False,
    toasts=False,
    place_out=False,
    calls=False,
    kept=True,
)
"""What WeCom shows in an app; pictures and files are messages beside the card, a text that is too
long is several.
"""

OF_CHOICES = {"button_list", "action_menu", "replace_text"}
TITLE, SUB_TITLE, MOST_ROWS = 36, 160, 6
"""Characters and lines that a client shows: it cuts what is longer."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """`text` goes before the card where the card does not show all, else ''."""

    card: dict[str, Any]
    text: str = ""


def draw(reply: Reply, task_id: str, labels: Labels) -> Drawn:
    """The first line is the title as far as it has room, the last ones are rows where they begin
    with a sign, all else stands between them. A tap on the card leads where its first link does.
    """
    lines = lines_of(reply.text)
    title, more = begun(lines[0].words if lines else CUT, TITLE)
    between, rows = _parted(lines[1:])
    laid = lay(reply, labels)
    body = joined([more, *(line.words for line in between), *laid.lines])
    card: dict[str, Any] = {"card_type": "button_interaction", "task_id": task_id}
    card["main_title"] = {"title": title}
    long = len(body) > SUB_TITLE
    # a living card is looked at again, where the text has scrolled away
    once = long and not (reply.slot or reply.edits)
    card |= _unless_empty("sub_title_text", "" if once else cut(body, SUB_TITLE))
    card |= _unless_empty("horizontal_content_list", [_row(line) for line in rows])
    card |= _leads(lines)
    card |= laid.parts
    text = text_of(reply, laid.lines) if long else ""
    return Drawn(card, text)


def with_choices(
    card: Mapping[str, Any], reply: Reply, labels: Labels
) -> dict[str, Any]:
    """The card that stands there, with the choices of a Reply that says nothing else."""
    kept = {name: part for name, part in card.items() if name not in OF_CHOICES}
    return kept | lay(reply, labels).parts


def text_of(reply: Reply, more: Sequence[str] = ()) -> str:
    """As text, which keeps links; `more` are lines below it."""
    return joined([words_of(reply.text), *more])


def _parted(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """What comes before the rows, and the rows: so everything stays in its order."""
    many = 0
    for line in reversed(lines[-MOST_ROWS:]):
        if line.row is None:
            break
        many += 1
    at = len(lines) - many
    return lines[:at], lines[at:]


def _row(line: Line) -> dict[str, Any]:
    name, value = line.row or ("", "")
    row: dict[str, Any] = {"keyname": name, "value": value}
    return row | {"type": 1, "url": line.url} if line.url else row


def _leads(lines: Sequence[Line]) -> dict[str, Any]:
    url = next((line.url for line in lines if line.url), "")
    return {"card_action": {"type": 1, "url": url}} if url else {}


def _unless_empty(name: str, value: str | list[Any]) -> dict[str, Any]:
    return {name: value} if value else {}
