"""What the handlers need to know of the place they run in: plain values, made once from the configuration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from domain.deadlines import DEFAULT_POLICY, Policy

SHANGHAI = ZoneInfo("Asia/Shanghai")
NO_LINKS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Setup:
    """`links` gives each channel's address for a start code, with {code} in it. Sizes are in bytes."""

    zone: ZoneInfo = SHANGHAI
    language: str = "zh-CN"
    policy: Policy = field(default_factory=lambda: DEFAULT_POLICY)
    links: Mapping[str, str] = field(default_factory=lambda: NO_LINKS)
    most_photos: int = 9
    most_letters: int = 3000
    most_bytes: int = 20 * 1024 * 1024
    most_cases_an_hour: int = 10
    most_messages_a_minute: int = 40

    def link(self, channel: str, code: str) -> str:
        """The address that brings somebody here with a start code, or the words to type where there is none."""
        return self.links.get(channel, "/start {code}").format(code=code)
