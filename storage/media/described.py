"""What is said of a picture or file in its row, and a name for it that every system takes."""

from __future__ import annotations

from typing import Any

from domain.messages import Media

FORBIDDEN = '\\/:*?"<>|'  # in file names, on one system or another
LONGEST_NAME = 80


def described(media: Media) -> dict[str, Any]:
    return {
        "kind": media.kind.value,
        "ref": media.ref,
        "name": media.name,
        "mime": media.mime,
        "size": media.size,
        "sha": media.sha,
        "dhash": media.dhash,
        "seconds": media.seconds,
        "status": "stored" if media.sha else "wanted",
    }


def safe_name(name: str) -> str:
    """A file's name without path, control and direction characters; the end of a long one, for
    its suffix.
    """
    kept = "".join(c if c.isprintable() and c not in FORBIDDEN else "_" for c in name)
    return kept.lstrip(". ")[-LONGEST_NAME:]
