"""In which order the tests run, and which of them run one after the other in the same worker.

What takes longest starts first, so that nothing long is left for one worker alone. The tests of a
file stay together: what the first of them made (a browser, a parsed source, a large database) the
others find there. Where the tests of a file share nothing and take long, each goes to who is free.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "seconds.toml"
ALONE = frozenset(
    {
        "tests/architecture/test_habits.py",
        "tests/architecture/test_growing.py",
        "tests/faults/test_laboratory.py",
        "tests/handlers/actions/test_permissions.py",
        "tests/machine/test_case_machine.py",
        "tests/stories/test_stories.py",
        "tests/storage/test_take_over.py",
        "tests/telegram/test_kill.py",
        "tests/telegram/test_telegram_process.py",
    }
)
SHARING = {
    "tests/architecture/": "the source",
    "tests/drawing/": "fonts and the renderer",
    "tests/web/test_browser.py": "Chromium",
    "tests/web/test_entrance_browser.py": "Chromium",
    "tests/storage/test_a_file_of_0_2.py": "what the migrations make",
    "tests/storage/test_migration.py": "what the migrations make",
}
"""Files and folders → what their tests share beyond one file."""


def unit_of(nodeid: str) -> str:
    """What a test's worker gets with it: all that has the same name."""
    name = file_of(nodeid)
    if name in ALONE:
        return nodeid
    shared = (what for start, what in SHARING.items() if name.startswith(start))
    return next(shared, name)


def file_of(nodeid: str) -> str:
    return nodeid.partition("::")[0]


@cache
def seconds() -> dict[str, float]:
    """By file, how long it takes."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {
        f"tests/{folder}/{name}": spent
        for folder, files in table.items()
        for name, spent in files.items()
    }


def turn(name: str) -> float:
    """A file's place in the order: the smallest comes first."""
    return -seconds().get(name, 0.0)
