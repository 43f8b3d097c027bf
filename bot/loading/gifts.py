"""gifts.csv: what honey points buy, every mistake with its line."""

from __future__ import annotations

from collections.abc import Iterator, Set
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.config.plainly import CODE
from bot.loading.checked import Told, checked, refuse
from bot.loading.table import table, why
from domain.gifts.gift import Gift
from storage.database import Database

COLUMNS = ("code", "name", "points", "stock")


class Fields(BaseModel):
    """A row; others may stand beside these. `stock` is how many were supplied in all, also those
    that are ordered or handed over: a file that is loaded twice adds nothing.
    """

    model_config = ConfigDict(extra="ignore")
    code: str = Field(
        min_length=1,
        max_length=16,
        pattern=CODE,
    )
    name: str = Field(min_length=1, max_length=40)
    points: int = Field(ge=1, le=100_000)
    stock: int = Field(ge=0, le=1_000_000)
    area: str = ""
    keeper: str = ""
    place: str = Field("", max_length=100)

    def gift(self) -> Gift:
        return Gift(
            self.code,
            self.name,
            self.points,
            self.stock,
            self.stock,
            self.area,
            self.keeper,
            self.place,
        )


def read_gifts(path: Path, areas: Set[str]) -> list[Gift]:
    """`areas` are the codes that a gift may name as its area and its keeper. Raises LoadError with
    all mistakes: nothing is loaded then.
    """

    def made(values: dict[str, Any]) -> Gift:
        gift = _gift_of(values)
        for code in (gift.area, gift.keeper):
            if code and code not in areas:
                raise ValueError(f"there is no area or office '{code}'")
        return gift

    return checked(_told(path), made)


def _told(path: Path) -> Iterator[Told]:
    for row in table(path, COLUMNS):
        yield f"{path} line {row.line}", dict(row)


def _gift_of(values: dict[str, Any]) -> Gift:
    try:
        return Fields.model_validate(values).gift()
    except ValidationError as error:
        raise ValueError(why(error)) from None


async def load_gifts(database: Database, path: Path) -> int:
    """From now on these are offered and no others; what is ordered stays ordered. Returns how
    many. Raises LoadError.
    """
    gifts = read_gifts(path, database.directory.areas.keys())
    async with database.unit() as unit:
        short = await unit.gifts.replace(gifts)
        refuse([f"{path}: of {code} more are ordered than its stock" for code in short])
        unit.history.audit(
            None,
            "load-gifts",
            gifts=len(gifts),
        )
    return len(gifts)
