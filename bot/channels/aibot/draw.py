"""What the robot's chats show of a Reply: markdown."""

from __future__ import annotations

import re
from html import unescape

from domain.messages import Can, Edits

CAN = Can(
    edits=Edits.NEVER,
    buttons=0,
    keyboard=False,
    toasts=False,
    place_out=False,
    pictures=False,
    files=False,
    calls=False,
    reply_to=False,
    html=False,
)
LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
TAG = re.compile(r"</?[bi]>")
URL = re.compile(r"(https?://[!-;=?-Z_a-z~]+)")
SIGNS = str.maketrans("<[]*`~", "＜［］＊｀～")
"""What makes markdown, a mention or a tag of what somebody wrote."""
OPENS = re.compile(r"^(\s*)([#>])", re.MULTILINE)
WIDE = {"#": "＃", ">": "＞"}


def markdown(html: str) -> str:
    """Of safe HTML: words, and links that are ours."""
    parts, at = [], 0
    for link in LINK.finditer(html):
        parts.append(_plain(html[at : link.start()]))
        parts.append(f"[{_plain(link[2])}]({unescape(link[1])})")
        at = link.end()
    parts.append(_plain(html[at:]))
    return "".join(parts)


def _plain(html: str) -> str:
    """Words that stay what they are; an address alone stays one."""
    text = unescape(TAG.sub("", html))
    found = [
        part if n % 2 else part.translate(SIGNS)
        for n, part in enumerate(URL.split(text))
    ]
    return OPENS.sub(lambda sign: sign[1] + WIDE[sign[2]], "".join(found))
