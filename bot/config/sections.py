"""The sections of config.toml for the machine: service, database, channels, media."""

from __future__ import annotations

import re
from functools import cached_property
from ipaddress import ip_network
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, field_validator, model_validator
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.config.given import Host, Network, Origin, Server, secret_of
from bot.config.section import Section
from domain.messages import Place
from domain.places.links import map_link
from handlers.dialog.setup import MAP_LINK
from storage.encryption.source import key_from, keys_in

LOOPBACK = (ip_network("127.0.0.0/8"), ip_network("::1/128"))
IN_MEMORY = ":memory:"
NO_DATABASE = (
    "is no address of a database; in a password write % as %25, @ as %40, / as %2F, : as %3A, "
    "? as %3F and # as %23"
)
BOT_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
WEBHOOK = re.compile(r"https?://[!-~]+/telegram")
MAP_SCHEMES = ("https://", "http://", "geo:")


class ServiceConfig(Section):
    data: Path = Path("data")
    language: Literal["zh-CN", "en"] = "zh-CN"
    timezone: str = "Asia/Shanghai"

    @field_validator("timezone")
    @classmethod
    def known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except Exception:
            raise ValueError(
                f"'{name}' is no time zone; an example is Asia/Shanghai"
            ) from None
        return name


class DatabaseConfig(Section):
    url: str = ""

    @field_validator("url")
    @classmethod
    def known_engine(cls, url: str) -> str:
        if url and not url.startswith(("sqlite:///", "postgresql://")):
            raise ValueError("must begin with sqlite:/// or postgresql://")
        try:
            made = make_url(url) if url else None
        except (ArgumentError, ValueError):  # whose text has the password
            raise ValueError(NO_DATABASE) from None
        if made and "@" in (made.host or ""):  # the end of a password
            raise ValueError(NO_DATABASE)
        if made and made.query and made.get_backend_name() == "sqlite":
            raise ValueError(
                "of SQLite ends with the file's name: leave out what is behind ?"
            )
        if made and (made.database or IN_MEMORY) == IN_MEMORY:
            raise ValueError("must name a file, or a database of the server")
        return url


class EncryptionConfig(Section):
    """`given` are the keys of the configuration, then those of the file; the first encrypts."""

    keys: tuple[SecretStr, ...] = ()
    keys_file: Path | None = None

    @cached_property
    def given(self) -> tuple[bytes, ...]:
        written = secret_of(SecretStr(""), self.keys_file)
        own = tuple(key_from(key.get_secret_value()) for key in self.keys)
        return own + keys_in(written)

    @model_validator(mode="after")
    def readable(self) -> EncryptionConfig:
        if self.keys_file is not None and not self.given:
            raise ValueError(f"there is no key in {self.keys_file}")
        _ = self.given
        return self


class TelegramConfig(Section):
    token: SecretStr = SecretStr("")
    token_file: Path | None = None
    base_url: Server = "https://api.telegram.org/bot"
    base_file_url: Server = "https://api.telegram.org/file/bot"
    mode: Literal["polling", "webhook"] = "polling"
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    webhook_secret_file: Path | None = None
    max_connections: int = Field(default=100, ge=1, le=100)
    per_second: float = Field(default=30, ge=0)
    per_chat_seconds: float = Field(default=1, ge=0)
    group_per_minute: float = Field(default=20, ge=0)

    @cached_property
    def secret_token(self) -> str:
        return secret_of(self.token, self.token_file)

    @cached_property
    def secret_webhook(self) -> str:
        return secret_of(self.webhook_secret, self.webhook_secret_file)

    @property
    def official(self) -> bool:
        """Whether it is Telegram's own server, and not one of ours."""
        usual: str = TelegramConfig.model_fields["base_url"].default
        return self.base_url == usual

    @model_validator(mode="after")
    def complete(self) -> TelegramConfig:
        token = self.secret_token
        if token and not BOT_TOKEN.fullmatch(token):
            raise ValueError(
                "token must be one line such as 123456:ABC-DEF, as @BotFather gave it"
            )
        files = TelegramConfig.model_fields["base_file_url"].default
        if self.official != (self.base_file_url == files):
            raise ValueError(
                "base_url and base_file_url go together: set both or neither"
            )
        if self.mode == "webhook":
            self._check_webhook()
        return self

    def _check_webhook(self) -> None:
        """Raises ValueError for what Telegram would not call, or not take."""
        if not WEBHOOK_SECRET.fullmatch(self.secret_webhook):
            raise ValueError(
                'mode = "webhook" needs webhook_url and a webhook_secret of 16 to 256 letters, '
                'digits, "_" or "-"'
            )
        scheme = "https://" if self.official else ("https://", "http://")
        if not self.webhook_url.startswith(scheme) or not WEBHOOK.fullmatch(
            self.webhook_url
        ):
            raise ValueError(
                'webhook_url must be such as "https://grid.example.org/telegram"'
            )


class WebConfig(Section):
    enabled: bool = False
    host: Host = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    public_url: Origin = ""
    proxies: tuple[Network, ...] = ()

    @property
    def named_proxies(self) -> tuple[Network, ...]:
        """Whose word on the caller's address counts. We speak no TLS ourselves: where people
        come over https and no proxy is named, it is one on this machine.
        """
        assumed = LOOPBACK if self.public_url.startswith("https://") else ()
        return self.proxies or assumed

    @property
    def address(self) -> str:
        """Where people find the page, without a slash at the end."""
        return self.public_url.rstrip("/") or f"http://{self.host}:{self.port}"


class PlacesConfig(Section):
    map_link: str = MAP_LINK

    @field_validator("map_link")
    @classmethod
    def opens_a_map(cls, template: str) -> str:
        if template and not template.startswith(MAP_SCHEMES):
            raise ValueError(f"must begin with {', '.join(MAP_SCHEMES)}, or be empty")
        map_link(Place(0, 0), template)
        return template


class MediaConfig(Section):
    fetch: bool = True
