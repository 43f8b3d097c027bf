"""What is wrong with a value, in words for whoever writes the configuration."""

from __future__ import annotations

from typing import Any

CODE = r"^[A-Za-z0-9_-]+$"
AREA_CODE = r"^[\w-]+$"
SMALL_CODE = r"^[a-z][a-z0-9_]{0,19}$"
HOUR_OR_NONE = r"^(?:|(?:[01]\d|2[0-3]):[0-5]\d)$"
FORMS = {
    CODE: "must be of letters, digits, _ and -, like G01",
    AREA_CODE: "must be of letters, digits, _ and -, like G01",
    SMALL_CODE: "must be of at most 20 small letters, digits and _, like food_truck",
    HOUR_OR_NONE: 'must be a time such as "08:30", or empty',
}
"""A pattern, and what it asks for in words."""

NUMBER = "must be a whole number"
LIST = "must be a list, in [ ]"
TABLE = "must be a table with keys of its own"
WANTED = {
    "missing": "is missing",
    "string_type": "must be a text, in quotes",
    "path_type": "must be a path, in quotes",
    "int_type": NUMBER,
    "int_parsing": NUMBER,
    "int_parsing_size": NUMBER,
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
    form = FORMS.get(detail.get("ctx", {}).get("pattern", ""))
    said: str = form or WANTED.get(detail["type"]) or detail["msg"]
    own = said.removeprefix("Value error, ")
    for beginning in ("Input should ", "String should "):
        own = own.replace(beginning, "must ", 1)
    return own
