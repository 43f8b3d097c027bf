"""offices.csv: the offices beside the tree of areas."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path

from pydantic import ValidationError

from bot.loading.properties import Properties
from bot.loading.table import LoadError, table, why
from domain.area import OFFICE, Area
from domain.values.rows import Row


def offices_of(path: Path, areas: Set[str]) -> list[Area]:
    """The offices of a file with the columns code, name and, if they lie below another area than
    the root, parent.

    `areas` are the codes of the areas. Raises LoadError.
    """
    offices: dict[str, Area] = {}
    for row in table(path, ("code", "name")):
        try:
            office = _office(row)
            if office.code in areas or office.code in offices:
                raise ValueError(f"code {office.code} is used twice")
            if office.parent and office.parent not in areas:
                raise ValueError(f"there is no area '{office.parent}' to be its parent")
        except ValueError as error:
            raise LoadError(f"{path} line {row.line}: {error}") from None
        offices[office.code] = office
    return list(offices.values())


def _office(row: Row) -> Area:
    values = row | {"level": OFFICE, "tags": row.get("tags", "")}
    try:
        return Properties.model_validate(values).area()
    except ValidationError as error:
        raise ValueError(why(error)) from None
