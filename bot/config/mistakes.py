"""What is wrong in a configuration, as one line for each mistake."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from bot.config.casework import rows_of
from bot.config.plainly import plainly
from bot.config.settings import Config

Where = tuple[str | int, ...]
"""Of a value: names of tables and keys, numbers of rows."""


class ConfigError(ValueError):
    """Something in the configuration is wrong; the text says what, where, and what would be
    right.
    """


def mistake(detail: Any) -> str:
    """'[telegram] tokn: no such key; allowed are …' for an unknown key, else what the
    value must be.

    A table of a list is told by its number: '[[policies]] row 2 clock: …'.
    """
    where = detail["loc"]
    message = plainly(detail)
    if detail["type"] == "extra_forbidden":
        message = f"no such key; allowed are {', '.join(_allowed(where[:-1]))}"
    elif detail["type"] == "tuple_type" and len(where) == 1:
        message = f"must be tables of a list, each under its own [[{where[0]}]]"
    return f"{place(where)}: {message}" if where else message


def place(where: Where) -> str:
    for i, step in enumerate(where):
        if isinstance(step, int):
            row = f"[[{'.'.join(map(str, where[:i]))}]] row {step + 1}"
            return " ".join([row, *(str(rest) for rest in where[i + 1 :][:1])])
    steps = [str(step) for step in where]
    return (
        f"[{'.'.join(steps[:-1])}] {steps[-1]}" if len(steps) > 1 else ".".join(steps)
    )


def _allowed(path: Where) -> list[str]:
    model: type[BaseModel] = Config
    for step in path:
        model = (rows_of(model, step) if isinstance(step, str) else model) or model
    return sorted(model.model_fields)
