"""The rows of a CSV file that an operator gives."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from bot.config.plainly import plainly
from domain.values.rows import Row, RowsError, rows

MOST = 20  # MB


class LoadError(ValueError):
    """A file is not what it should be; the text says which one, where and why."""


def table(path: Path, columns: Sequence[str]) -> list[Row]:
    """The rows of a CSV file whose head names at least these columns. Raises LoadError."""
    try:
        return rows(_text(path), columns)
    except RowsError as error:
        if error.why == "column":
            must = f"{path} line {error.line}: must be {','.join(columns)}"
            raise LoadError(must) from None
        raise LoadError(f"{path} {error}") from None


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            text = file.read(MOST * 1_000_000 + 1)
        if len(text) > MOST * 1_000_000:
            raise LoadError(f"{path} is too large: at most {MOST} MB are read")
        return text.decode("utf-8-sig")
    except FileNotFoundError:
        raise LoadError(f"there is no {path}") from None
    except UnicodeDecodeError:
        raise LoadError(
            f"{path} is not UTF-8 text; in a spreadsheet, save it as 'CSV UTF-8'"
        ) from None


def why(error: ValidationError) -> str:
    """What is wrong with a row, in one line: 'code: …; name: …'."""
    told = (
        f"{'.'.join(map(str, detail['loc']))}: {plainly(detail)}"
        for detail in error.errors()
    )
    return "; ".join(told)
