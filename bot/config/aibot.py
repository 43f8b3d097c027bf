"""The section of config.toml for WeCom's intelligent robot, which lives in groups."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path

from pydantic import SecretStr, field_validator, model_validator

from bot.config.given import secret_of
from bot.config.section import Section

# what goes over it unsealed has the secret in it: only to this machine
ADDRESS = re.compile(r"wss://[!-~]+|ws://(127\.0\.0\.1|\[::1\]|localhost)[:/][!-~]+")


class AibotConfig(Section):
    """An intelligent robot (智能机器人) in API mode, by its long connection."""

    bot_id: str = ""
    secret: SecretStr = SecretStr("")
    secret_file: Path | None = None
    url: str = "wss://openws.work.weixin.qq.com"

    @property
    def enabled(self) -> bool:
        return bool(self.bot_id)

    @cached_property
    def bot_secret(self) -> str:
        return secret_of(self.secret, self.secret_file)

    @field_validator("url")
    @classmethod
    def is_an_address(cls, url: str) -> str:
        if not ADDRESS.fullmatch(url):
            raise ValueError('must be an address such as "wss://host.example.org"')
        return url

    @model_validator(mode="after")
    def complete(self) -> AibotConfig:
        if self.enabled and not self.bot_secret:
            raise ValueError("needs secret (or secret_file)")
        return self
