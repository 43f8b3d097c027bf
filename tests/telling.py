"""What a worker tells of a test: how it went, and of what is around it only what failed. Who hands
out all these tests reads four messages less of each; what a report of all times or a file of
results needs is told as ever.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

UNSAID = {"when": "passed"}
"""In place of a report that nobody needs."""
UNREAD = ("logstart", "logfinish")
Tell = Callable[..., None]


def briefly(config: pytest.Config) -> None:
    """In a worker: from now on only what is needed goes to the one who handed out the test."""
    wanted = (config.getoption("durations"), config.getoption("xmlpath"))
    if any(one is not None for one in wanted):
        return
    interactor = interactor_of(config)
    if interactor is None:
        return
    interactor.sendevent = needed(interactor.sendevent)
    config.pluginmanager.register(Brief())


def interactor_of(config: pytest.Config) -> Any:
    """A worker's own plugin of xdist, or None where nobody has handed out anything yet."""
    plugins = config.pluginmanager.get_plugins()
    found = (one for one in plugins if type(one).__name__ == "WorkerInteractor")
    return next(found, None)


def needed(tell: Tell) -> Tell:
    """Tells it, unless nobody reads it."""

    def told(name: str, **about: Any) -> None:
        if name in UNREAD:
            return
        if name == "testreport" and UNSAID.items() <= about["data"].items():
            return
        tell(name, **about)

    return told


class Brief:
    @pytest.hookimpl(tryfirst=True)
    def pytest_report_to_serializable(
        self, report: pytest.CollectReport | pytest.TestReport
    ) -> dict[str, Any] | None:
        """Before anything of it is looked at."""
        around = isinstance(report, pytest.TestReport) and report.when != "call"
        return dict(UNSAID) if around and report.passed else None
