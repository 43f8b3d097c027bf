"""What a group robot's refusals mean (developer.work.weixin.qq.com/document/path/99110)."""

from __future__ import annotations

from datetime import timedelta

from bot.channels.tencent.verdicts import IN_WECOM, again, judge

WRONG_KEY = timedelta(minutes=10)
"""Whoever took the robot out of the group has to put one in again: some days it waits."""

judged = judge({**IN_WECOM, 93000: again(WRONG_KEY)})
