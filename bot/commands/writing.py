"""A file that a command writes for whoever called it."""

from __future__ import annotations

from pathlib import Path

from bot.commands.exits import NotThere
from storage import durable


def write(path: Path, data: bytes) -> None:
    """Raises NotThere for what is no place for a file."""
    if path.is_dir():
        raise NotThere(f"{path} is a folder: name the file to write")
    if not path.parent.is_dir():
        raise NotThere(f"there is no folder {path.parent}: make it first")
    durable.written(path, data)
