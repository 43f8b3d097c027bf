"""A Reply in Telegram's terms: markup, and texts cut to what Telegram takes."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from domain.messages import Choice, Reply

MOST_TEXT = 4096  # UTF-16 units after the markup is read
MOST_CAPTION = 1024
NO_PREVIEW: dict[str, Any] = {"link_preview_options": {"is_disabled": True}}
TAG = re.compile(r"<[^>]*>")
PIECE = re.compile(r"<[^>]*>|&\w+;|.", re.DOTALL)


def length(html: str) -> int:
    """What Telegram counts: UTF-16 units of the visible text."""
    return len(unescape(TAG.sub("", html)).encode("utf-16-le")) // 2


def plain(html: str) -> str:
    """The text without markup, for when Telegram cannot read it."""
    return unescape(TAG.sub("", html))


def split(html: str, most: int = MOST_TEXT) -> list[str]:
    """The text in parts that fit: at line ends where possible, never inside a tag or an entity."""
    # A character has at most two units, so most texts need no counting.
    if 2 * len(html) <= most or length(html) <= most:
        return [html]
    parts, line_parts = (
        [""],
        [part for line in html.split("\n") for part in _pieces(line, most)],
    )
    for line in line_parts:
        joined = f"{parts[-1]}\n{line}" if parts[-1] else line
        if length(joined) <= most:
            parts[-1] = joined
        else:
            parts.append(line)
    return [part for part in parts if part.strip()]


def _pieces(line: str, most: int) -> list[str]:
    """One line in pieces of at most `most`; a line that long is words of a person and has no
    tags across it.
    """
    if length(line) <= most:
        return [line]
    pieces, size = [""], 0
    for match in PIECE.finditer(TAG.sub("", line)):
        weight = length(match[0])
        if size + weight > most:
            pieces.append("")
            size = 0
        pieces[-1] += match[0]
        size += weight
    return pieces


def buttons(choices: tuple[tuple[Choice, ...], ...]) -> dict[str, Any]:
    return {
        "inline_keyboard": [
            [{"text": choice.label, "callback_data": choice.data} for choice in row]
            for row in choices
            if row
        ]
    }


def markup(reply: Reply, private: bool) -> dict[str, Any]:
    """`reply_markup` as keyword, empty where there is none. A place can be asked for in private
    chats only.
    """
    if reply.choices:
        return {"reply_markup": buttons(reply.choices)}
    if reply.keyboard and private:
        rows = [
            [
                {"text": key.label, "request_location": True}
                if key.location
                else {"text": key.label}
                for key in row
            ]
            for row in reply.keyboard
        ]
        return {
            "reply_markup": {
                "keyboard": rows,
                "resize_keyboard": True,
                "one_time_keyboard": True,
            }
        }
    return {}
