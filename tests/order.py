"""In which order the tests run, and which of them run one after the other in the same worker.

What takes longest starts first, so that nothing long is left for one worker alone. The tests of a
file stay together: what the first of them made (a browser, a parsed source, a large database) the
others find there. Where the tests of a file share nothing and take long, each goes to who is free.

Some tests mostly wait: for another process, a limit's second, a retry. If all workers did so at the
same time, the cores would do nothing; so every other worker takes those first and the others what
keeps a core busy.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache, cached_property
from pathlib import Path

from xdist.scheduler import LoadScopeScheduling
from xdist.workermanage import WorkerController

TABLE = Path(__file__).parent / "seconds.toml"
ALONE = frozenset(
    {
        "tests/architecture/test_habits.py",
        "tests/architecture/test_growing.py",
        "tests/faults/test_laboratory.py",
        "tests/handlers/actions/test_permissions.py",
        "tests/machine/test_case_machine.py",
        "tests/stories/test_stories.py",
        "tests/stories/test_stories_elsewhere.py",
        "tests/storage/test_take_over.py",
        "tests/telegram/test_kill.py",
        "tests/telegram/test_telegram_process.py",
    }
)
WAITING = (
    "tests/aibot/",
    "tests/drawing/test_delivered.py",
    "tests/faults/test_laboratory.py",
    "tests/storage/test_dead_connections.py",
    "tests/storage/test_house_on_postgres.py",
    "tests/storage/test_machines_on_postgres.py",
    "tests/storage/test_server_of_the_suite.py",
    "tests/storage/test_take_over.py",
    "tests/storage/test_two_at_once.py",
    "tests/telegram/",
    "tests/web/",
    "tests/wechat/",
    "tests/wecom/",
)
"""Files and folders whose tests wait for more than half of their time."""

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


class Scheduling(LoadScopeScheduling):  # type: ignore[misc]  # xdist is not typed
    """Hands out units of tests that belong together, in the order of the collection."""

    def _split_scope(self, nodeid: str) -> str:
        return unit_of(nodeid)

    def _assign_work_unit(self, node: WorkerController) -> None:
        name = self._first_for(node)
        tests = self.assigned_work[node][name] = self.workqueue.pop(name)
        places = [self._places[one] for one, done in tests.items() if not done]
        node.send_runtest_some(places)

    @cached_property
    def _places(self) -> dict[str, int]:
        """A test → its number for the workers: to look through the list for each takes longer."""
        return {nodeid: place for place, nodeid in enumerate(self.collection or ())}

    def _pending_of(self, workload: dict[str, dict[str, bool]]) -> int:
        """How many tests a worker has yet to run; asked after each test. It does its units one
        after the other, so before one that is done all are.
        """
        pending = 0
        for unit in reversed(workload.values()):
            left = list(unit.values()).count(False)
            if not left:
                break
            pending += left
        return pending

    def _first_for(self, node: WorkerController) -> str:
        """The first unit of the worker's own kind, or the first of all when there is none."""
        own = int(node.gateway.id.removeprefix("gw")) % 2 == 0
        if own not in self._over:
            units: Iterable[tuple[str, dict[str, bool]]] = self.workqueue.items()
            fitting = (name for name, tests in units if waits(next(iter(tests))) == own)
            for found in fitting:
                return found
            self._over.add(own)
        first: str = next(iter(self.workqueue))
        return first

    @cached_property
    def _over(self) -> set[bool]:
        """The kinds of which none is left: they are not looked for at each turn."""
        return set()


def waits(nodeid: str) -> bool:
    return nodeid.startswith(WAITING)


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
