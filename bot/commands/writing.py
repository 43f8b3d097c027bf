"""A file that a command writes for whoever called it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryFile

from bot.commands.exits import NotThere
from storage import durable

A_LINE = 1000  # bytes in which the first line of such a file ends


def write(path: Path, data: bytes) -> None:
    """Over what the same command wrote before, and over nothing else. Raises NotThere for what is
    no place for a file.
    """
    if path.is_dir():
        raise NotThere(f"{path} is a folder: name the file to write")
    if not path.parent.is_dir():
        raise NotThere(f"there is no folder {path.parent}: make it first")
    if path.exists() and not path.is_file():  # a pipe, /dev/stdout
        path.write_bytes(data)
        return
    if not _of_its_kind(path, data):
        raise NotThere(
            f"{path} holds something else: name another file, or move that one"
        )
    durable.written(path.resolve(), data)


def _of_its_kind(path: Path, data: bytes) -> bool:
    """Whether there is nothing yet, or it begins alike: of an earlier release it may have fewer
    columns.
    """
    if not path.exists():
        return True
    with path.open("rb") as file:
        old = file.read(A_LINE).partition(b"\n")[0].rstrip()
    new = data[:A_LINE].partition(b"\n")[0].rstrip()
    return old.startswith(new) or new.startswith(old)


def folder_for(path: Path) -> Path:
    """Made if need be. Raises NotThere for a file of that name, OSError where nothing
    can be written there.
    """
    if path.exists() and not path.is_dir():
        raise NotThere(f"{path} is a file: name a folder")
    path.mkdir(parents=True, exist_ok=True)
    with TemporaryFile(dir=path):
        return path
