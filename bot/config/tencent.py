"""The sections of config.toml for WeChat and WeCom."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, field_validator, model_validator

from bot.config.given import Origin, Server, secret_of
from bot.config.section import Section

AES_KEY = re.compile(r"[A-Za-z0-9+/]{43}")
TOKEN = re.compile(r"[A-Za-z0-9]{3,32}")
ROBOT = re.compile(r"https?://[!-~]+/webhook/send\?key=[!-~]+")
APP_ID = re.compile(r"wx[0-9A-Za-z]+")
CORP_ID = re.compile(r"w[wxp][0-9A-Za-z_-]+")
PATH = re.compile(r"/[A-Za-z0-9/_-]{1,64}")
OURS = ("api", "chat", "health", "open", "proof", "static", "telegram")
"""First parts of paths at which the house answers something else."""


class CallbackConfig(Section):
    """What the consoles of both ask for: 接收消息, 服务器配置."""

    token: SecretStr = SecretStr("")
    token_file: Path | None = None
    aes_key: SecretStr = SecretStr("")
    aes_key_file: Path | None = None
    previous_aes_key: SecretStr = SecretStr("")
    previous_aes_key_file: Path | None = None
    secret: SecretStr = SecretStr("")
    secret_file: Path | None = None
    oauth_url: Origin = ""
    callback_path: str

    @field_validator("callback_path")
    @classmethod
    def is_a_path(cls, path: str) -> str:
        if not PATH.fullmatch(path):
            raise ValueError('must be a path such as "/wechat"')
        if path.strip("/").partition("/")[0] in ("", *OURS):
            raise ValueError(f"{path} is for something else: take another path")
        return path

    @cached_property
    def signs_with(self) -> str:
        return secret_of(self.token, self.token_file)

    @cached_property
    def app_secret(self) -> str:
        return secret_of(self.secret, self.secret_file)

    @cached_property
    def aes_keys(self) -> tuple[str, ...]:
        """The newest first."""
        newest = secret_of(self.aes_key, self.aes_key_file)
        before = secret_of(self.previous_aes_key, self.previous_aes_key_file)
        return tuple(key for key in (newest, before) if key)

    def check_callback(self) -> None:
        """Raises ValueError for what the console would not have given out."""
        if not self.app_secret:
            raise ValueError("needs secret (or secret_file)")
        if not TOKEN.fullmatch(self.signs_with):
            raise ValueError(
                "token must be 3 to 32 letters and digits, as in the console"
            )
        if not self.aes_keys or not all(map(AES_KEY.fullmatch, self.aes_keys)):
            raise ValueError(
                "aes_key must be the console's EncodingAESKey, 43 characters"
            )


class TemplateConfig(Section):
    """A template of the console: its id, and the names of its fields for the case's number, the
    first words and the time; '' for a field that it has not.
    """

    id: str = ""
    number: str = ""
    what: str = ""
    when: str = ""


class TemplatesConfig(Section):
    """What may go outside of all windows; a template without an id is none."""

    question: TemplateConfig = TemplateConfig()
    result: TemplateConfig = TemplateConfig()
    emergency: TemplateConfig = TemplateConfig()

    @property
    def given(self) -> dict[str, TemplateConfig]:
        every = {name: getattr(self, name) for name in type(self).model_fields}
        return {name: one for name, one in every.items() if one.id}


class WechatConfig(CallbackConfig):
    """A verified 服务号."""

    app_id: str = ""
    base_url: Server = "https://api.weixin.qq.com"
    callback_path: str = "/wechat"
    datum: Literal["gcj02", "wgs84"] = "gcj02"
    templates: TemplatesConfig = TemplatesConfig()

    @property
    def enabled(self) -> bool:
        return bool(self.app_id)

    @model_validator(mode="after")
    def complete(self) -> WechatConfig:
        if self.enabled and not APP_ID.fullmatch(self.app_id):
            said = "the console's AppID, wx and more: gh_ and more is the account's"
            raise ValueError(f"app_id must be {said} own number")
        if self.enabled:
            self.check_callback()
        return self


class WecomConfig(CallbackConfig):
    """An app of one's own in 企业微信."""

    corp_id: str = ""
    agent_id: int = 0
    base_url: Server = "https://qyapi.weixin.qq.com"
    callback_path: str = "/wecom"

    @property
    def enabled(self) -> bool:
        return bool(self.corp_id)

    @model_validator(mode="after")
    def complete(self) -> WecomConfig:
        if self.enabled and not CORP_ID.fullmatch(self.corp_id):
            raise ValueError("corp_id must be the console's CorpID, ww and more")
        if self.enabled and self.agent_id <= 0:
            raise ValueError("needs agent_id, the number of the app in the console")
        if self.enabled:
            self.check_callback()
        return self


class RobotConfig(Section):
    """A robot of one area's group in WeCom. Its address lets anybody speak there, so it stands in a
    file of its own.
    """

    area: str = Field(min_length=1)
    url_file: Path

    @cached_property
    def url(self) -> str:
        return secret_of(SecretStr(""), self.url_file)

    @model_validator(mode="after")
    def complete(self) -> RobotConfig:
        """Raises ValueError, which does not say the address."""
        if not ROBOT.fullmatch(self.url):
            raise ValueError(
                f"{self.url_file} must hold one line, the robot's Webhook address"
            )
        return self
