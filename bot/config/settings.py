"""config.toml as pydantic models. Every key is forbidden unless it is here; secrets may come from
files.

`GRIDBEE__SECTION__KEY` in the environment overrides the file.
"""

from __future__ import annotations

import os
import tomllib
from functools import cached_property
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from pydantic import (
    BaseModel,
    Field,
    SecretStr,
    ValidationError,
    create_model,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, EnvSettingsSource, SettingsError

from bot.config.casework import CaseworkSections, Section, rows_of
from handlers.dialog.setup import Setup

PREFIX = "GRIDBEE__"


class ConfigError(ValueError):
    """Something in the configuration is wrong; the text says what, where, and what would be
    right.
    """


def _secret(value: SecretStr, path: Path | None) -> str:
    """The secret itself or what its file holds. Raises ValueError for a file that cannot be
    read.
    """
    if path is None:
        return value.get_secret_value()
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise ValueError(f"cannot read {path}: {error.strerror}") from None


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
        return url


class TelegramConfig(Section):
    token: SecretStr = SecretStr("")
    token_file: Path | None = None
    base_url: str = "https://api.telegram.org/bot"
    base_file_url: str = "https://api.telegram.org/file/bot"
    mode: Literal["polling", "webhook"] = "polling"
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    webhook_secret_file: Path | None = None
    per_second: float = Field(default=30, ge=0)
    per_chat_seconds: float = Field(default=1, ge=0)
    group_per_minute: float = Field(default=20, ge=0)

    @cached_property
    def secret_token(self) -> str:
        return _secret(self.token, self.token_file)

    @cached_property
    def secret_webhook(self) -> str:
        return _secret(self.webhook_secret, self.webhook_secret_file)

    @model_validator(mode="after")
    def complete(self) -> TelegramConfig:
        _ = self.secret_token
        official = TelegramConfig.model_fields["base_url"].default
        if (self.base_url == official) != (
            self.base_file_url == TelegramConfig.model_fields["base_file_url"].default
        ):
            raise ValueError(
                "base_url and base_file_url go together: set both or neither"
            )
        if self.mode == "webhook" and not (
            self.webhook_url and len(self.secret_webhook) >= 16
        ):
            raise ValueError(
                'mode = "webhook" needs webhook_url and a webhook_secret of at least 16 characters'
            )
        return self


class WebConfig(Section):
    enabled: bool = False
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    public_url: str = ""

    @property
    def address(self) -> str:
        """Where people find the page, without a slash at the end."""
        return self.public_url.rstrip("/") or f"http://{self.host}:{self.port}"


class LimitsConfig(Section):
    photos: int = Field(default=9, ge=1, le=9)
    letters: int = Field(default=3000, ge=100, le=4000)
    megabytes: int = Field(default=20, ge=1, le=20)
    cases_an_hour: int = Field(default=10, ge=1)
    messages_a_minute: int = Field(default=40, ge=5)


class MediaConfig(Section):
    fetch: bool = True


class Config(CaseworkSections):
    service: ServiceConfig = ServiceConfig()
    database: DatabaseConfig = DatabaseConfig()
    telegram: TelegramConfig = TelegramConfig()
    web: WebConfig = WebConfig()
    limits: LimitsConfig = LimitsConfig()
    media: MediaConfig = MediaConfig()

    @property
    def database_url(self) -> str:
        return self.database.url or f"sqlite:///{self.service.data / 'gridbee.db'}"

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.service.timezone)

    def setup(self, links: dict[str, str]) -> Setup:
        limits = self.limits
        return Setup(
            zone=self.zone,
            language=self.service.language,
            policy=self.deadlines.policy(),
            rows=self.policy_rows(),
            calendars=self.service_hours(self.zone),
            rules=self.routing_rules(),
            posts=self.post_names(),
            cap=self.casework.cap,
            links=links,
            most_photos=limits.photos,
            most_letters=limits.letters,
            most_bytes=limits.megabytes * 2**20,
            most_cases_an_hour=limits.cases_an_hour,
            most_messages_a_minute=limits.messages_a_minute,
        )


class _Environment(BaseSettings):
    """Only borrowed for its reading of GRIDBEE__SECTION__KEY."""


def _environment() -> dict[str, Any]:
    source = EnvSettingsSource(
        _from_config(),
        env_prefix=PREFIX,
        env_nested_delimiter="__",
        case_sensitive=False,
    )
    unknown: dict[str, Any] = {
        name.removeprefix(PREFIX).partition("__")[0].lower(): {}
        for name in os.environ
        if name.startswith(PREFIX)
    }
    try:
        return {
            name: value
            for name, value in unknown.items()
            if name not in Config.model_fields
        } | source()
    except SettingsError as error:
        raise ConfigError(
            f"the environment cannot be read: {error}; lists and tables are written as JSON"
        ) from None


def _from_config() -> type[BaseSettings]:
    fields = {
        name: (field.annotation, field.default)
        for name, field in Config.model_fields.items()
    }
    # Fields known only at run time fit none of create_model's overloads.
    return create_model("Environment", __base__=_Environment, **fields)  # type: ignore[call-overload, no-any-return]


def load(path: Path | None) -> Config:
    """The configuration from a file (None: all defaults) and the environment. Raises
    ConfigError.
    """
    values: dict[str, Any] = {}
    if path is not None:
        try:
            values = tomllib.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise ConfigError(
                f"there is no {path}; copy config.example.toml to it and fill it in"
            ) from None
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ConfigError(f"{path} cannot be read: {error}") from None
    return read(_merged(values, _environment()))


def read(values: dict[str, Any]) -> Config:
    """Checks the values. Raises ConfigError with one line per mistake."""
    try:
        return Config.model_validate(values)
    except ValidationError as error:
        raise ConfigError(
            "\n".join(_mistake(detail) for detail in error.errors())
        ) from None


def _merged(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    made = dict(under)
    for key, value in over.items():
        old = made.get(key)
        made[key] = (
            _merged(old, value)
            if isinstance(old, dict) and isinstance(value, dict)
            else value
        )
    return made


def _mistake(detail: Any) -> str:
    """'[telegram] tokn: no such key; allowed are …' for an unknown key, else what pydantic says of
    it.

    A table of a list is told by its number: '[[policies]] row 2 clock: …'.
    """
    where = detail["loc"]
    message = detail["msg"].removeprefix("Value error, ")
    if detail["type"] == "extra_forbidden":
        message = f"no such key; allowed are {', '.join(_allowed(where[:-1]))}"
    elif detail["type"] == "missing":
        message = "is missing"
    elif detail["type"] == "tuple_type" and len(where) == 1:
        message = f"must be tables of a list, each under its own [[{where[0]}]]"
    return f"{_place(where)}: {message}" if where else message


def _place(where: tuple[str | int, ...]) -> str:
    for i, step in enumerate(where):
        if isinstance(step, int):
            row = f"[[{'.'.join(map(str, where[:i]))}]] row {step + 1}"
            return " ".join([row, *(str(rest) for rest in where[i + 1 :][:1])])
    steps = [str(step) for step in where]
    return (
        f"[{'.'.join(steps[:-1])}] {steps[-1]}" if len(steps) > 1 else ".".join(steps)
    )


def _allowed(path: tuple[str | int, ...]) -> list[str]:
    model: type[BaseModel] = Config
    for step in path:
        model = (rows_of(model, step) if isinstance(step, str) else model) or model
    return sorted(model.model_fields)
