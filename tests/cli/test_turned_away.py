"""A channel whose other side will not have us ends the command with its sentence."""

from __future__ import annotations

import pytest

from bot.channels.aibot.errors import Displaced, SecretRefused
from bot.channels.channel import TurnedAway
from bot.channels.telegram.channel import REFUSED, TokenRefused
from bot.channels.telegram.polling import TAKEN, TokenTaken
from bot.commands.ending import BROKEN, ending
from bot.commands.exits import WRONG


@pytest.mark.parametrize(
    "error",
    [
        TokenTaken(TAKEN),
        TokenRefused(REFUSED),
        Displaced("another connection took its place"),
        SecretRefused("WeCom does not accept the bot_id and secret of [aibot]"),
    ],
)
def test_its_sentence_is_the_line_that_a_person_reads(error: TurnedAway) -> None:
    assert ending(error, "") == (str(error), WRONG)
    assert ending(RuntimeError(str(error)), "") == (BROKEN, WRONG)
