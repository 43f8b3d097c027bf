"""What a file says of one rest station: a row of stations.csv, or a feature's properties."""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from bot.config.plainly import CODE
from bot.loading.hours import hours_of
from bot.loading.table import why
from domain.messages import Place
from domain.stations.hours import Hours
from domain.stations.station import AMENITIES, ENTRIES, Station
from handlers.texts.sentences import LANGUAGES, label
from handlers.texts.words import words

APART = re.compile(r"[,，、;；/|+\s]+")


def _hours(said: Any) -> Hours | None:
    return hours_of(str(said or "").strip())


def _amenities(said: Any) -> tuple[str, ...]:
    if isinstance(said, list):
        listed = said
    else:
        listed = APART.split(str(said or ""))
    found = [str(one).strip() for one in listed]
    return tuple(
        dict.fromkeys(_one_of("amenity", AMENITIES, one) for one in found if one)
    )


def _entry(said: Any) -> str:
    word = str(said or "").strip()
    return _one_of("entry", ENTRIES, word) if word else ""


def _one_of(kind: str, codes: tuple[str, ...], said: str) -> str:
    code = _names(kind, codes).get(said.lower())
    if code is None:
        raise ValueError(f"'{said}' is none of {' '.join(codes)}")
    return code


@cache
def _names(kind: str, codes: tuple[str, ...]) -> dict[str, str]:
    """Each code by itself and by its names in every language."""
    known = {code: code for code in codes}
    for language in LANGUAGES:
        for code in codes:
            name = label(language, f"{kind}-{code.replace('_', '-')}")
            known[name.lower()] = code
    return known


def _seats(said: Any) -> Any:
    return None if said in ("", None) else said


def _yes(said: Any) -> bool:
    word = str(said or "").strip().lower()
    if word in ("true", "1", *words("words-yes")):
        return True
    if word in ("", "false", "0", *words("words-no")):
        return False
    raise ValueError(f"'{said}' is neither yes nor no")


class Fields(BaseModel):
    """Others may stand beside these."""

    model_config = ConfigDict(
        extra="ignore", coerce_numbers_to_str=True, arbitrary_types_allowed=True
    )
    code: str = Field(min_length=1, max_length=16, pattern=CODE)
    name: str = Field(min_length=1, max_length=40)
    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)
    area: str = ""
    kind: str = Field("", max_length=20)
    opening_hours: Annotated[Hours | None, BeforeValidator(_hours)] = None
    amenities: Annotated[tuple[str, ...], BeforeValidator(_amenities)] = ()
    entry: Annotated[str, BeforeValidator(_entry)] = ""
    entry_note: str = Field("", max_length=100)
    seats: Annotated[int | None, BeforeValidator(_seats)] = Field(None, ge=0, le=999)
    keeper: str = ""
    phone: str = Field("", max_length=30)
    phone_shown: Annotated[bool, BeforeValidator(_yes)] = False

    def station(self) -> Station:
        return Station(
            code=self.code,
            name=self.name,
            place=Place(self.lat, self.lon),
            area=self.area,
            kind=self.kind,
            hours=self.opening_hours,
            amenities=self.amenities,
            entry=self.entry,
            entry_note=self.entry_note,
            seats=self.seats,
            keeper=self.keeper,
            phone=self.phone,
            phone_shown=self.phone_shown,
        )


def station_of(values: dict[str, Any]) -> Station:
    """The station of these values. Raises ValueError with all that is wrong."""
    try:
        return Fields.model_validate(values).station()
    except ValidationError as error:
        raise ValueError(why(error)) from None
