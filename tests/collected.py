"""All tests, collected once: a worker is a fork of the process that has imported the house and
found its tests, and is ready at once.

Who hands out the tests begins that process (`Collecting`) and has its workers made by
tests/begun.py, which sends its own input and output there: the fork goes on with them as if it had
been started so. From then on it is a worker like any other, run by xdist's own code. Where nothing
can be collected the workers begin as they would without all this, and say themselves what is wrong.
"""

from __future__ import annotations

import atexit
import fcntl
import gc
import json
import os
import random
import select
import shlex
import socket
import subprocess
import sys
import tempfile
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from _pytest import config as pytest_config
from _pytest.tmpdir import TempPathFactory

from tests.telling import briefly, interactor_of

WHERE = "GRIDBEE_COLLECTED"
"""The variable that names the socket."""
BEGUN = Path(__file__).parent / "begun.py"
START = "from tests.collected import main; main()"
STREAMS = 3


class Collecting:
    """The process that collects, as long as the suite lasts."""

    def __init__(self, config: pytest.Config) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="gridbee-suite-")
        address = f"{self._folder.name}/collected"
        os.environ[WHERE] = address
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(address)
            listening.listen()
            given = json.dumps([sys.path, config.invocation_params.args])
            self._process = subprocess.Popen(
                [sys.executable, "-c", START, str(listening.fileno()), given],
                cwd=config.invocation_params.dir,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                pass_fds=(listening.fileno(),),
            )
        started = shlex.join([sys.executable, str(BEGUN)])
        config.option.tx = [f"popen//python={started}"] * len(config.option.tx)
        config.add_cleanup(self.end)

    def end(self) -> None:
        """Its forks have ended, or do so by themselves."""
        self._process.communicate()
        self._folder.cleanup()


def main() -> None:
    """In the process that collects: it ends here in each fork too."""
    number, given = sys.argv[1:]
    path, arguments = json.loads(given)
    sys.path[:] = path
    listening = socket.socket(fileno=int(number))
    listening.set_inheritable(False)
    session = _collect(arguments)
    if session is None or session.testsfailed:
        sys.exit(1)
    capturing = session.config.pluginmanager.getplugin("capturemanager")
    capturing.stop_global_capturing()  # its files are not for several
    gc.collect()
    gc.freeze()
    with suppress(KeyboardInterrupt):
        asked = _asked(listening)
        if asked is not None:
            _work(session, asked)


def _collect(arguments: list[str]) -> pytest.Session | None:
    """As a worker does who is not asked yet."""
    config = pytest_config._prepareconfig(arguments, None)
    # whoever imports xdist before there is a pytest is warned
    import_module("xdist.remote").setup_config(config, None)
    config.workerinput = {}  # type: ignore[attr-defined]
    session = pytest.Session.from_config(config)
    session.exitstatus = pytest.ExitCode.OK
    config._do_configure()
    config.hook.pytest_sessionstart(session=session)
    try:
        config.hook.pytest_collection(session=session)
    except (Exception, pytest.exit.Exception):
        return None
    return session


def _asked(listening: socket.socket) -> socket.socket | None:
    """In each fork the one who asked for it, whose streams it has now; None once the suite is
    over.
    """
    while True:
        ready, _, _ = select.select([listening, sys.stdin], [], [])
        if listening not in ready:
            return None
        asked, _ = listening.accept()
        _, streams, _, _ = socket.recv_fds(asked, 1, STREAMS)
        if len(streams) == STREAMS and os.fork() == 0:
            listening.close()
            for place, stream in enumerate(streams):
                os.dup2(stream, place)
                os.close(stream)
            return asked
        for stream in streams:
            os.close(stream)
        asked.close()


def _work(session: pytest.Session, asked: socket.socket) -> None:
    """What a worker's process does, until it is told to end or its starter is killed."""
    # by then SIGIO ends it
    fcntl.fcntl(asked, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(asked, fcntl.F_SETFL, os.O_ASYNC)
    asked.sendall(b"+")
    random.seed()
    config = session.config
    config.pluginmanager.register(Ready(session))
    pytest_config._prepareconfig = lambda *_: config
    with open(0, closefd=False) as sent:
        sys.stdin = sent
        told = sent.readline()
        exec(eval(told), {"__name__": "__main__"})  # noqa: S102, S307  # execnet's own way
    _leaves()


def _leaves() -> None:
    """Without taking apart object by object what is over: a second of each worker's."""
    atexit._run_exitfuncs()
    sys.stderr.flush()
    os._exit(0)


class Ready:
    """Goes on where the collection ended, when xdist begins the worker's session."""

    def __init__(self, session: pytest.Session) -> None:
        self._session = session

    @pytest.hookimpl(tryfirst=True)
    def pytest_cmdline_main(self, config: pytest.Config) -> int:
        session = self._session
        capturing = config.pluginmanager.getplugin("capturemanager")
        capturing.start_global_capturing()
        capturing.suspend_global_capture()
        folders: Any = TempPathFactory.from_config(config, _ispytest=True)
        config._tmp_path_factory = folders  # type: ignore[attr-defined]
        interactor = interactor_of(config)
        briefly(config)
        interactor.pytest_sessionstart(session)
        interactor.pytest_collection_finish(session)
        try:
            config.hook.pytest_runtestloop(session=session)
        except (KeyboardInterrupt, pytest.exit.Exception):
            session.exitstatus = pytest.ExitCode.INTERRUPTED
        except Exception:
            session.exitstatus = pytest.ExitCode.INTERNAL_ERROR
            config.notify_exception(pytest.ExceptionInfo.from_current(), config.option)
        finally:
            ended = session.exitstatus
            config.hook.pytest_sessionfinish(session=session, exitstatus=ended)
            config._ensure_unconfigure()
        return int(session.exitstatus)
