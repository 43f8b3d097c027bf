"""A copy of the source that may be changed, and played in a process of its own."""

from __future__ import annotations

import asyncio
import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

from tests.house import template

ROOT = Path(__file__).parent.parent.parent
COPIED = ("bot", "domain", "handlers", "storage")
HEAVY = "*.ttf"
LONGEST = 60  # seconds on a busy machine
TEXTS = Path("handlers/texts")
OPENING = """
import asyncio
import pickle
import tempfile
from pathlib import Path

import handlers
from tests.house import Templates, TestHouse

Templates.made = pickle.loads(Path("template").read_bytes())
assert Path(handlers.__file__).is_relative_to(Path.cwd()), handlers.__file__


async def plays(house):
{story}


async def main():
    with tempfile.TemporaryDirectory() as folder:
        async with TestHouse(Path(folder)) as house:
            await plays(house)


asyncio.run(main())
"""


class Tree:
    """A copy of the source that may be changed, with the database that houses begin with: tables
    and district are those of the source.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        for folder in COPIED:
            left_out = shutil.ignore_patterns(HEAVY)
            shutil.copytree(ROOT / folder, root / folder, ignore=left_out)
        (root / "tests").mkdir()
        for name in ("house.py", "inline.py", "refilled.py", "workshop.py"):
            shutil.copy(ROOT / "tests" / name, root / "tests")
        made = asyncio.run(template())
        (root / "template").write_bytes(pickle.dumps(made))

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def add(self, name: str, text: str) -> None:
        """At the end of a file."""
        path = self.root / name
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{text}", encoding="utf-8")

    def put(self, name: str, after: str, line: str) -> None:
        """One more line below one that stands there once."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert text.count(f"{after}\n") == 1, f"{name}: {after}"
        path.write_text(text.replace(f"{after}\n", f"{after}\n{line}\n"), "utf-8")

    def say(self, text: str, english: str) -> None:
        """Texts in both languages."""
        self.add(f"{TEXTS}/zh-CN/common.ftl", text)
        self.add(f"{TEXTS}/en/common.ftl", english)

    def plays(self, story: str) -> str:
        """What the story prints, in a process that knows this tree only."""
        lines = "\n".join(f"    {line}" for line in story.strip().splitlines())
        self.write("story.py", OPENING.format(story=lines))
        done = subprocess.run(
            [sys.executable, "story.py"],
            cwd=self.root,
            env=os.environ | {"PYTHONPATH": str(self.root)},
            capture_output=True,
            text=True,
            timeout=LONGEST,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout
