"""What a page sends with its files, as it came."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from bot.channels.web.said import whole, without_nul


@dataclass(frozen=True, slots=True)
class Upload:
    """`made` is the page's own id."""

    made: str
    caption: str
    reply_to: int
    files: list[UploadFile]


def read(form: FormData) -> Upload:
    return Upload(
        str(form.get("id", "")),
        without_nul(str(form.get("caption", ""))),
        whole(str(form.get("reply_to") or "")),
        [part for part in form.getlist("file") if isinstance(part, UploadFile)],
    )


def announced(request: Request) -> int:
    """How many bytes the body says it has; a body that does not say is taken for endless."""
    length = request.headers.get("content-length", "")
    return int(length) if length.isdecimal() else 2**62
