"""What a group robot shows: words alone, and addresses that can be tapped."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from domain.messages import Can, Edits, Measure, Reply

TAG = re.compile(r"</?(?:a|b|i)\b[^>]*>")
LONGEST = 2048  # bytes of UTF-8; more is refused

CAN = Can(
    edits=Edits.NEVER,
    buttons=0,
    keyboard=False,
    toasts=False,
    place_out=False,
    pictures=False,
    files=False,
    calls=False,
    text=LONGEST,
    measure=Measure.BYTES,
)


def draw(reply: Reply) -> dict[str, Any]:
    """The body of a call. As text, since WeChat's own app shows no markdown of WeCom."""
    content = unescape(TAG.sub("", reply.text))
    return {
        "msgtype": "text",
        "text": {"content": content},
    }
