"""What a chat's id says about it."""

from __future__ import annotations


def is_private(chat: str) -> bool:
    """Groups and channels have negative ids (core.telegram.org/bots/api#chat)."""
    return not chat.startswith("-")
