"""What a coordinator's phone shows of the app, in its order: messages, and cards that change where
they stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from tests.fakes.wecom.errors import Json

How = Literal["message", "passive", "pushed", "answer"]
LINK = re.compile(r"<a\s+href=[\"'](?P<url>[^\"']*)[\"'][^>]*>(?P<label>.*?)</a>", re.S)
TITLE, DESC, SUB_TITLE = 36, 44, 160
KEY_NAME, VALUE, BUTTON = 5, 30, 10
"""Characters that a client shows of each; what is longer is cut (90236; the third from code)."""


def cut(text: object, most: int) -> str:
    whole = str(text or "")
    return whole if len(whole) <= most else whole[: most - 1] + "…"


class Button(NamedTuple):
    """What may be pressed; `style` 1 to 4, 0 in the menu at the corner of the card."""

    text: str
    key: str
    style: int = 0


@dataclass(slots=True)
class Card:
    """A card on one phone: `raw` as it stands now, `versions` what stood there before.

    `replaced` is what stands in place of its buttons, '' as long as they live.
    """

    task_id: str
    raw: Json
    replaced: str = ""
    versions: list[Json] = field(default_factory=list)

    @property
    def title(self) -> str:
        return cut(self.raw.get("main_title", {}).get("title"), TITLE)

    @property
    def words(self) -> str:
        """All that is to be read on it above its buttons, cut as a client does it."""
        top = self.raw.get("main_title", {})
        lines = [self.title, cut(top.get("desc"), DESC)]
        lines.append(cut(self.raw.get("quote_area", {}).get("quote_text"), SUB_TITLE))
        lines.append(cut(self.raw.get("sub_title_text"), SUB_TITLE))
        for row in self.raw.get("horizontal_content_list", []):
            value = cut(row.get("value"), VALUE)
            lines.append(f"{cut(row['keyname'], KEY_NAME)} {value}")
        return "\n".join(line for line in lines if line)

    @property
    def buttons(self) -> list[Button]:
        if self.replaced:
            return []
        return [
            Button(cut(one["text"], BUTTON), one.get("key", ""), one.get("style", 1))
            for one in self.raw.get("button_list", [])
        ]

    @property
    def menu(self) -> list[Button]:
        """What stands behind its corner, also when its buttons are dead."""
        listed = self.raw.get("action_menu", {}).get("action_list", [])
        return [Button(one["text"], one["key"]) for one in listed]

    @property
    def link(self) -> str:
        """Where a tap on the card leads."""
        return str(self.raw.get("card_action", {}).get("url", ""))

    def becomes(self, raw: Json, replaced: str) -> None:
        self.versions.append(self.raw)
        self.raw, self.replaced = raw, replaced


@dataclass(slots=True)
class Shown:
    """One message of the app or of the bot in a group.

    `at` is in epoch seconds of the fake's clock, `raw` what was sent, `msgid` '' where there is
    none. A card changes here when it changes.
    """

    how: How
    kind: str
    text: str
    at: float
    raw: Json = field(default_factory=dict)
    card: Card | None = None
    media: bytes | None = None
    msgid: str = ""

    @property
    def words(self) -> str:
        """As it is read: links by their label, a card by all that stands on it."""
        if self.card is not None:
            return self.card.words
        return LINK.sub(lambda found: found["label"], self.text)

    @property
    def links(self) -> list[str]:
        inside = [found["url"] for found in LINK.finditer(self.text)]
        whole = self.card.link if self.card else str(self.raw.get("url", ""))
        return inside + ([whole] if whole else [])
