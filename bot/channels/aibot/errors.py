"""What the robot's error codes mean (developer.work.weixin.qq.com/document/path/101463)."""

from __future__ import annotations

from datetime import timedelta

from bot.channels.channel import TurnedAway
from bot.channels.tencent.verdicts import IN_WECOM, again, judge

NOT_US = 853000
"""Bot id and secret do not fit: nothing but the configuration mends that."""
TASK_KNOWN = 42014
"""The card with this task has arrived already."""
NEVER_SPOKEN = 846607
"""Nobody has spoken to the robot in this chat, so it may not either."""
UNTIL_CONNECTED = timedelta(seconds=30)
UNTIL_SPOKEN = timedelta(minutes=10)


class SecretRefused(TurnedAway):
    """The robot is not taken for who it says it is."""


class Displaced(TurnedAway):
    """Another connection of the same robot took the place of ours."""


judged = judge(
    {**IN_WECOM, NEVER_SPOKEN: again(UNTIL_SPOKEN)},
    again(UNTIL_CONNECTED, busy=True),
)
