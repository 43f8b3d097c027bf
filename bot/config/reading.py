"""config.toml and the environment, read and checked.

`GRIDBEE__SECTION__KEY` in the environment overrides the file.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError, create_model
from pydantic_settings import BaseSettings, EnvSettingsSource, SettingsError

from bot.config.given import READ_AS
from bot.config.mistakes import ConfigError, Where, mistake, place
from bot.config.settings import Config
from bot.config.syntax import advice

PREFIX = "GRIDBEE__"
FIELD = re.compile(r'field "(\w+)"')  # in what pydantic says of a variable
NUL_IN_IT = "has a NUL in it (\\u0000): write the text without"


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
        found = FIELD.search(str(error))
        which = f"{PREFIX}{found[1].upper()}" if found else "the environment"
        raise ConfigError(
            f"{which} cannot be read: lists and tables are written as JSON there"
        ) from None


def _from_config() -> type[BaseSettings]:
    fields: dict[str, Any] = {
        name: (field.annotation, field.default)
        for name, field in Config.model_fields.items()
    }
    return create_model("Environment", __base__=_Environment, **fields)


def load(path: Path | None) -> Config:
    """The configuration from a file (None: all defaults) and the environment. Raises
    ConfigError.
    """
    values: dict[str, Any] = {}
    if path is not None:
        values = _file(path)
    return read(_merged(values, _environment()))


def _file(path: Path) -> dict[str, Any]:
    text = ""
    try:
        text = path.read_text(encoding=READ_AS)
        return tomllib.loads(text)
    except FileNotFoundError:
        raise ConfigError(
            f"there is no {path}; copy config.example.toml to it and fill it in"
        ) from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path} is not UTF-8 text: save it as UTF-8") from None
    except OSError as error:
        raise ConfigError(f"{path} cannot be read: {error.strerror}") from None
    except tomllib.TOMLDecodeError as error:
        said = "; ".join(filter(None, [str(error), advice(text, str(error))]))
        raise ConfigError(f"{path} cannot be read: {said}") from None


def read(values: dict[str, Any]) -> Config:
    """Checks the values. Raises ConfigError with one line per mistake."""
    if wrong := [place(where) for where in _with_nul(values)]:
        raise ConfigError("\n".join(f"{one}: {NUL_IN_IT}" for one in wrong))
    try:
        return Config.model_validate(values)
    except ValidationError as error:
        raise ConfigError(
            "\n".join(mistake(detail) for detail in error.errors())
        ) from None


def _with_nul(value: Any, where: Where = ()) -> Iterator[Where]:
    """Where a text has one: no path, address or database takes it."""
    if isinstance(value, str) and "\0" in value:
        yield where
    elif isinstance(value, dict | list | tuple):
        inside = value.items() if isinstance(value, dict) else enumerate(value)
        for name, one in inside:
            yield from _with_nul(one, (*where, name))


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
