"""What a rider's phone shows of the account, in its order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple
from urllib.parse import parse_qs, urlsplit

from tests.fakes.wechat.errors import Json

How = Literal["passive", "customer", "template", "fault"]
FAULT = "该公众号提供的服务出现故障，请稍后再试"
LINK = re.compile(
    r"<a\s+href=(?P<quote>[\"'])(?P<url>.*?)(?P=quote)[^>]*>(?P<label>.*?)</a>", re.S
)
MENU = "weixin://bizmsgmenu?"


class Option(NamedTuple):
    """A line that may be tapped."""

    label: str
    id: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One message of the account.

    `text` is as it was sent, `words` as it is seen; `raw` is the call's body or the passive
    answer's fields; `at` epoch seconds by the fake's clock.
    """

    how: How
    kind: str
    text: str
    at: float
    raw: Json = field(default_factory=dict)
    media: bytes | None = None

    @property
    def words(self) -> str:
        """Without the marks of links, which are all that a chat shows of HTML."""
        return LINK.sub(lambda found: found["label"], self.text)

    @property
    def links(self) -> list[Option]:
        """Label and address of what opens a page."""
        found = [Option(one["label"], one["url"]) for one in LINK.finditer(self.text)]
        page = str(self.raw.get("url") or "")
        whole = [Option("", page)] if self.how == "template" and page else []
        return whole + [one for one in found if not one.id.startswith(MENU)]

    @property
    def options(self) -> list[Option]:
        """What may be tapped, in the order in which it stands there."""
        listed = (
            self.raw.get("msgmenu", {}).get("list", [])
            if self.kind == "msgmenu"
            else []
        )
        offered = [Option(str(one["content"]), str(one["id"])) for one in listed]
        for one in LINK.finditer(self.text):
            if one["url"].startswith(MENU):
                asked = parse_qs(urlsplit(one["url"]).query, strict_parsing=True)
                sent = asked["msgmenucontent"][0]
                offered.append(Option(sent, asked["msgmenuid"][0]))
        return offered
