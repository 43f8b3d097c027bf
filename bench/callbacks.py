"""`python -m bench.callbacks`: riders in WeChat beside riders in Telegram by webhook, the same
words in the same house at the same rate, by turns; how long they wait for the answer, as ratios.

A rider says what is wrong, sends a place and types 提交. In WeChat the wait is that for the answer
to the callback, in which everything is said; in Telegram that for the first call to the rider's
chat. A rider's next word is never said before the last was answered.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sqlite3
import tempfile
from collections.abc import Collection
from contextlib import closing
from functools import partial
from pathlib import Path
from subprocess import STDOUT

import uvloop

from bench import gridbee
from bench.crowds import Crowd, Turn, crowds_at
from bench.doors import AnyApi, Doors, Webhook, Wechat, section
from bench.run import cores, cpu_seconds, free_port, start, stop
from bench.wire import serve


async def measured(
    crowds: dict[str, Crowd], pid: int, rate: float, seconds: float, rounds: int
) -> dict[str, Turn]:
    """Both doors by turns; the first turn of each warms up and does not count."""
    for number in range(rounds + 1):
        for crowd in crowds.values():
            if number == 1:
                crowd.turn = Turn()
            before = cpu_seconds(pid)
            await crowd.rides(rate, seconds if number else seconds / 3)
            await asyncio.sleep(1)
            crowd.turn.cpu += cpu_seconds(pid) - before
    return {name: crowd.turn for name, crowd in crowds.items()}


async def play(rate: float, seconds: float, rounds: int) -> dict[str, Turn]:
    api, hook = AnyApi(), free_port()
    server, port = await serve(api, 0.0)
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder, base = Path(name), f"http://127.0.0.1:{port}"
        command = await asyncio.to_thread(gridbee.command, base, folder, hook)
        with (folder / "config.toml").open("a", encoding="utf-8") as config:
            config.write(section(base))
        with (folder / "bot.log").open("wb") as log:
            bot = start(command, cores()[1], stdout=log, stderr=STDOUT)
        try:
            doors = Doors(Wechat(hook), Webhook(hook, api))
            await doors.open()
            crowds = crowds_at(doors, rate)
            found = await measured(crowds, bot.pid, rate, seconds, rounds)
            await doors.close()
            check(crowds.values(), filed(folder))
            return found
        finally:
            stop(bot)
            server.close()


def check(crowds: Collection[Crowd], cases: int) -> None:
    """Every answer to 提交 has its case; after a word that was late 提交 may be no receipt."""
    answered = sum(crowd.submitted for crowd in crowds)
    late = any(crowd.turn.late for crowd in crowds)
    assert late or cases == answered, f"{cases} cases of {answered}"


def filed(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "data" / "gridbee.db")) as database:
        return int(database.execute("SELECT count(*) FROM cases").fetchone()[0])


def table(found: dict[str, Turn]) -> str:
    lines = [
        "| door | words | late or missing | p50 ms | p95 ms | p99 ms | processor ms a word |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, turn in found.items():
        shown = " | ".join(f"{figure:.1f}" for figure in turn.figures())
        lines.append(f"| {name} | {len(turn.waits):,} | {turn.late} | {shown} |")
    ours, theirs = (found[name].figures() for name in ("wechat", "webhook"))
    ratios = " | ".join(f"{a / b:.2f} x" for a, b in zip(ours, theirs, strict=True))
    return "\n".join([*lines, f"| wechat against webhook | | | {ratios} |"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rate", type=float, default=200, help="words a second")
    parser.add_argument("--seconds", type=float, default=10, help="of each turn")
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    if cores()[0] is not None:
        os.sched_setaffinity(0, {cores()[0] or 0})
    told = partial(play, options.rate, options.seconds, options.rounds)
    print(table(uvloop.run(told())))


if __name__ == "__main__":
    main()
