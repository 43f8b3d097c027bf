"""A text that is edited shows no page that its map link leads to, as one that is sent."""

from __future__ import annotations

from typing import Any, cast

import pytest

from bot.channels.telegram.api import Api
from bot.channels.telegram.edit import edit
from domain.messages import Address, Reply
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage
from tests.house import MORNING

GROUP = Address("telegram", "-100")


class Calls:
    """Keeps what would go to Telegram."""

    def __init__(self) -> None:
        self.made: list[tuple[str, dict[str, Any]]] = []

    async def call(self, method: str, **params: Any) -> dict[str, Any]:
        self.made.append((method, params))
        return {}


@pytest.mark.parametrize(
    ("shape", "method", "disabled"),
    [
        ("text", "editMessageText", {"is_disabled": True}),
        ("photo", "editMessageCaption", None),
    ],
)
async def test_only_an_edited_text_has_a_preview_to_switch_off(
    shape: str, method: str, disabled: dict[str, bool] | None
) -> None:
    calls = Calls()
    standing = SentMessage(GROUP, "7", 1, None, shape=shape)
    reply = Reply("📍 x", edits="7")
    letter = Letter(1, GROUP, reply, 1, "due", MORNING, MORNING)
    await edit(cast(Api, calls), letter, standing)
    ((called, params),) = calls.made
    assert called == method
    assert params.get("link_preview_options") == disabled
