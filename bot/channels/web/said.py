"""What a page may post, checked."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request

from domain.messages import Place

MOST_BODY = 1_000_000  # bytes
MOST_ORDER = 10_000  # bytes, of what no person types


def without_nul(text: str) -> str:
    """PostgreSQL stores every character but this one."""
    return text.replace("\0", "")


Number = Annotated[int, Field(ge=1, lt=2**53)]
Words = Annotated[str, AfterValidator(without_nul)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Press(Strict):
    """`message` is 0 for the hello that a newcomer sees."""

    message: Annotated[int, Field(ge=0, lt=2**53)]
    data: Annotated[Words, Field(max_length=64)]


class Spot(Strict):
    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)


class Say(Strict):
    """`id` is the page's own: the same id is the same event, however often it is sent."""

    id: str = Field(
        min_length=8,
        max_length=64,
        pattern=r"^[\w-]+$",
    )
    text: Words = ""
    reply_to: Number | None = None
    edit: Number | None = None
    press: Press | None = None
    place: Spot | None = None

    @property
    def spot(self) -> Place | None:
        return Place(self.place.lat, self.place.lon) if self.place else None

    @property
    def about(self) -> dict[str, Any]:
        return {"reply_to": self.reply_to, "uuid": self.id}


async def read_say(request: Request) -> Say | None:
    """None for what is no such thing, or more than anybody types."""
    body = await posted(request)
    try:
        return Say.model_validate_json(body) if body is not None else None
    except ValidationError:
        return None


async def posted(request: Request, most: int = MOST_BODY) -> bytes | None:
    """The body, None where it has more than `most` bytes."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > most:
            return None
        parts.append(part)
    return b"".join(parts)


def whole(text: str | None) -> int:
    """A message's number, 0 for anything else."""
    return int(text) if text and text.isdecimal() and len(text) < 16 else 0
