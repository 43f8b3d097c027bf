"""A body with files: the bytes of each go out as they are, without a copy."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from secrets import token_hex

OCTETS = "application/octet-stream"
# how browsers write a name (https://html.spec.whatwg.org/#multipart-form-data)
QUOTED = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})


@dataclass(frozen=True, slots=True)
class Upload:
    """A file to be sent. Its kind follows from its name."""

    name: str
    data: bytes

    @property
    def kind(self) -> str:
        return mimetypes.guess_type(self.name, strict=False)[0] or OCTETS


@dataclass(frozen=True, slots=True)
class Form:
    """`kind` is its Content-Type; `rest` follows `start`."""

    kind: bytes
    start: bytes
    rest: tuple[bytes, ...]


def form(fields: Mapping[str, str], files: Mapping[str, Upload]) -> Form:
    """multipart/form-data (RFC 7578)."""
    boundary = token_hex(16)
    text = [_part(boundary, name) + value for name, value in fields.items()]
    pieces = ["".join(text).encode()]
    for name, file in files.items():
        more = f'; filename="{_quoted(file.name)}"\r\nContent-Type: {file.kind}'
        pieces += [
            _part(
                boundary,
                name,
                more,
            ).encode(),
            file.data,
        ]
    pieces.append(f"\r\n--{boundary}--\r\n".encode())
    kind = f"multipart/form-data; boundary={boundary}".encode()
    return Form(
        kind,
        pieces[0],
        tuple(pieces[1:]),
    )


def _part(boundary: str, name: str, more: str = "") -> str:
    """What stands before a value. An empty line before the first boundary is allowed."""
    head = f'Content-Disposition: form-data; name="{_quoted(name)}"{more}'
    return f"\r\n--{boundary}\r\n{head}\r\n\r\n"


def _quoted(name: str) -> str:
    return name.translate(QUOTED)
