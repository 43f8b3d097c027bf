"""One run: the fake server with the riders on one core, one bot on the other, and what both
used.
"""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psutil

from bench import gridbee
from bench.plan import Plan

Command = Callable[[str, Path, int], list[str]]
ENVIRONMENT = os.environ | {"PYTHONPATH": str(gridbee.ROOT), "PYTHONWARNINGS": "ignore"}


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot under test: its name in the table, its command line for a base address, a folder and
    a port (0: it polls), and whether Telegram brings it the updates.
    """

    name: str
    command: Command
    hooked: bool = False


def peer(name: str, hooked: bool = False) -> Bot:
    """A bot of bench/peers."""

    def command(base: str, folder: Path, port: int) -> list[str]:
        module = [sys.executable, "-m", f"bench.peers.{name}", "--base", base]
        return [*module, "--db", str(folder / "bot.db"), "--port", str(port)]

    return Bot(name + (HOOKED if hooked else ""), command, hooked)


HOOKED = "_hook"
"""At the end of the name of a bot to which updates come by webhook."""

BOTS = (
    Bot("gridbee", gridbee.command),
    *(peer(n) for n in ("ptb_persistent", "ptb_best", "aiogram_fsm", "floor")),
)
HOOKED_BOTS = (
    Bot("gridbee" + HOOKED, gridbee.command, hooked=True),
    *(peer(n, hooked=True) for n in ("ptb_best", "aiogram_fsm")),
)


def free_port() -> int:
    """A port on which nobody listens now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def cores() -> tuple[int | None, int | None]:
    """The server's core and the bot's core; None where processes cannot be pinned or there is
    only one.
    """
    if not hasattr(os, "sched_setaffinity"):
        return None, None
    usable = sorted(os.sched_getaffinity(0))
    return (usable[0], usable[1]) if len(usable) > 1 else (None, None)


def start(
    command: list[str], core: int | None, **pipes: Any
) -> subprocess.Popen[bytes]:
    """Start a process on one core."""
    pin = (lambda: os.sched_setaffinity(0, {core})) if core is not None else None
    return subprocess.Popen(
        command, cwd=gridbee.ROOT, env=ENVIRONMENT, preexec_fn=pin, **pipes
    )


def stop(process: subprocess.Popen[bytes]) -> None:
    """SIGTERM; SIGKILL after 5 seconds."""
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def family(pid: int) -> list[psutil.Process]:
    """A process and its children, or nothing if it has ended."""
    try:
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def cpu_seconds(pid: int) -> float:
    """User and system time of a process and its children."""
    total = 0.0
    for process in family(pid):
        used = process.cpu_times()
        total += used.user + used.system
    return total


def peak_mb(pid: int) -> float:
    """Peak resident memory in MB (10^6 bytes): VmHWM on Linux, else what is resident now."""
    total = 0.0
    for process in family(pid):
        try:
            lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
            total += sum(
                float(line.split()[1]) * 1024
                for line in lines
                if line.startswith("VmHWM")
            )
        except OSError:
            total += process.memory_info().rss
    return total / 1e6


def measure(bot: Bot, plan: Plan, latency_ms: float) -> dict[str, Any]:
    """One run in a fresh folder; the figures of `riders.Load.result`, the CPU in % of one core
    and the peak memory.
    """
    server_core, bot_core = cores()
    arguments = ["--latency-ms", str(latency_ms), "--plan", json.dumps(asdict(plan))]
    server = start(
        [sys.executable, "-m", "bench.riders", *arguments],
        server_core,
        stdout=subprocess.PIPE,
    )
    try:
        assert server.stdout is not None
        port = json.loads(server.stdout.readline())["port"]
        with tempfile.TemporaryDirectory(
            prefix="bench-", ignore_cleanup_errors=True
        ) as name:
            log = Path(name) / "bot.log"
            with log.open("wb") as out:
                base, hook = f"http://127.0.0.1:{port}", 0
                if bot.hooked:
                    hook = free_port()
                command = bot.command(base, Path(name), hook)
                process = start(command, bot_core, stdout=out, stderr=subprocess.STDOUT)
                try:
                    return watch(server, process, log)
                finally:
                    stop(process)
    finally:
        server.kill()
        server.wait()


def watch(
    server: subprocess.Popen[bytes], bot: subprocess.Popen[bytes], log: Path
) -> dict[str, Any]:
    """Read the server's lines; take the processes' CPU where the measured time begins and ends."""
    assert server.stdout is not None
    since, before = time.perf_counter(), (0.0, 0.0)
    for raw in server.stdout:
        line = json.loads(raw)
        used = cpu_seconds(bot.pid), cpu_seconds(server.pid)
        if "began" in line:
            since, before = time.perf_counter(), used
            continue
        span = max(time.perf_counter() - since, 1e-9)
        line |= {
            "bot_cpu": 100 * (used[0] - before[0]) / span,
            "server_cpu": 100 * (used[1] - before[1]) / span,
        }
        line |= {"peak_mb": peak_mb(bot.pid)}
        if bot.poll() is not None:
            line["problem"] = (
                f"the bot ended with code {bot.returncode}; {line['problem']}"
            )
        if line["problem"]:
            line["log"] = log.read_text(errors="replace")[-1500:]
        return dict(line)
    return {
        "problem": "the server ended without a result",
        "log": log.read_text(errors="replace")[-1500:],
    }
