"""merchants.csv: a row for each offer of each merchant, every mistake with its line."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from bot.config.plainly import CODE
from bot.loading.checked import Told, checked, refuse
from bot.loading.hours import hours_of
from bot.loading.table import table, why
from domain.coupons.offer import Merchant, Offer, next_look
from domain.stations.hours import Hours
from handlers.coupons.lasting import TIMER
from handlers.dialog.setup import SHANGHAI
from storage.database import Database

COLUMNS = ("code", "name", "what")


def _nothing(said: Any) -> Any:
    return None if said in ("", None) else said


@cache
def _hours(said: str) -> Hours | None:
    """Many shops have the same."""
    return hours_of(said.strip())


class Fields(BaseModel):
    """A row; others may stand beside these. `offer` tells a merchant's offers apart. `in_all` is
    how many coupons there are in all, also those that are taken: loading twice adds nothing.
    """

    model_config = ConfigDict(extra="ignore", arbitrary_types_allowed=True)
    code: str = Field(
        min_length=1,
        max_length=16,
        pattern=CODE,
    )
    name: str = Field(min_length=1, max_length=40)
    area: str = ""
    place: str = Field("", max_length=100)
    offer: str = Field(
        "1",
        max_length=16,
        pattern=CODE,
    )
    what: str = Field(min_length=1, max_length=60)
    a_day: int = Field(
        1,
        ge=1,
        le=20,
    )
    in_all: Annotated[int | None, BeforeValidator(_nothing)] = Field(None, ge=0)
    opening_hours: Annotated[Hours | None, BeforeValidator(_hours)] = None
    until: Annotated[date | None, BeforeValidator(_nothing)] = None

    def listed(self) -> Listed:
        offer = Offer(
            f"{self.code}-{self.offer}",
            self.code,
            self.what,
            self.a_day,
            self.in_all,
            self.in_all,
            self.opening_hours,
            self.until,
        )
        return Listed(
            Merchant(
                self.code,
                self.name,
                self.area,
                self.place,
            ),
            offer,
        )


@dataclass(frozen=True, slots=True)
class Listed:
    merchant: Merchant
    offer: Offer

    @property
    def code(self) -> str:
        return self.offer.code


def read_merchants(path: Path, areas: Set[str]) -> list[Listed]:
    """`areas` are the codes that a merchant may name as its area. Raises LoadError with all
    mistakes: nothing is loaded then.
    """
    seen: dict[str, Merchant] = {}

    def made(values: dict[str, Any]) -> Listed:
        one = _listed_of(values)
        if one.merchant.area and one.merchant.area not in areas:
            raise ValueError(f"there is no area '{one.merchant.area}'")
        first = seen.setdefault(one.merchant.code, one.merchant)
        if first != one.merchant:
            raise ValueError(f"merchant {first.code} stands otherwise in a row above")
        return one

    return checked(_told(path), made)


def _told(path: Path) -> Iterator[Told]:
    """What is left empty is as if its column were not there."""
    for row in table(path, COLUMNS):
        given = {head: said for head, said in row.items() if said}
        yield f"{path} line {row.line}", given


def _listed_of(values: dict[str, Any]) -> Listed:
    try:
        return Fields.model_validate(values).listed()
    except ValidationError as error:
        raise ValueError(why(error)) from None


async def load_merchants(database: Database, path: Path) -> int:
    """From now on there are these and no others; what was taken stays taken. Returns how many
    merchants. Raises LoadError.
    """
    listed = read_merchants(path, database.directory.areas.keys())
    rows = [(one.merchant, one.offer) for one in listed]
    merchants = {one.merchant.code for one in listed}
    async with database.unit() as unit:
        kept, short = await unit.merchant_offers.replace(rows)
        refuse([f"{path}: of {code} more are taken than in_all" for code in short])
        for offer in kept:
            at = next_look(offer, unit.now, SHANGHAI)
            unit.timers.set(
                TIMER,
                offer.id,
                at,
            )
        unit.history.audit(
            None,
            "load-merchants",
            merchants=len(merchants),
        )
    return len(merchants)
