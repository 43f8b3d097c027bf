"""What goes wrong in a child, as jobs."""

from __future__ import annotations

import os
import resource
import signal
import time
from resource import RLIMIT_CORE, RLIMIT_NOFILE
from typing import Any

from bot.workshop.outcomes import PIXELS, Unusable

Done = tuple[dict[str, Any], bytes]
MEMORY = 256 << 20  # bytes


def echo(wanted: dict[str, Any], data: bytes) -> Done:
    print("a library that says something")
    return {"pid": os.getpid(), "said": wanted.get("say")}, data[::-1]


def hang(_: dict[str, Any], data: bytes) -> Done:
    time.sleep(60)
    return {}, data


def die(wanted: dict[str, Any], data: bytes) -> Done:
    os.kill(os.getpid(), wanted.get("by", signal.SIGKILL))
    return {}, data


def eat(_: dict[str, Any], data: bytes) -> Done:
    """As much as the whole trade has: every machine would give that to whoever has no limit."""
    return {"eaten": len(bytes(MEMORY))}, data


def refuse(_: dict[str, Any], data: bytes) -> Done:
    raise Unusable(PIXELS, "9 x 9")


def leave(_: dict[str, Any], data: bytes) -> Done:
    raise SystemExit(3)


def look(_: dict[str, Any], data: bytes) -> Done:
    with open("/proc/self/oom_score_adj", encoding="ascii") as file:
        adj = file.read().strip()
    limits = [resource.getrlimit(one)[0] for one in (RLIMIT_NOFILE, RLIMIT_CORE)]
    return {"environment": dict(os.environ), "adj": adj, "limits": limits}, b""


JOBS = {
    "echo": echo,
    "hang": hang,
    "die": die,
    "eat": eat,
    "refuse": refuse,
    "leave": leave,
    "look": look,
}
