"""What is wrong with a value, in words for whoever writes the configuration."""

from __future__ import annotations

from typing import Any

NUMBER = "must be a whole number"
LIST = "must be a list, in [ ]"
TABLE = "must be a table with keys of its own"
WANTED = {
    "string_type": "must be a text, in quotes",
    "path_type": "must be a path, in quotes",
    "int_type": NUMBER,
    "int_parsing": NUMBER,
    "int_from_float": NUMBER,
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "finite_number": "must be a finite number",
    "too_short": "must not be empty",
    "string_too_short": "must not be empty",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "list_type": LIST,
    "tuple_type": LIST,
    "set_type": LIST,
    "frozen_set_type": LIST,
    "dict_type": TABLE,
    "model_type": TABLE,
}


def plainly(detail: Any) -> str:
    """`detail` is one of a ValidationError's errors."""
    said: str = WANTED.get(detail["type"]) or detail["msg"]
    own = said.removeprefix("Value error, ")
    return own.replace("Input should ", "must ", 1)
