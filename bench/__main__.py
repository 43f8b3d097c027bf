"""`python -m bench`: every bot at 0 and 50 ms API latency, rounds interleaved, medians as a
Markdown table.
"""

import argparse
import os
import platform
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from typing import Any

from bench import gridbee, kept
from bench.plan import Plan
from bench.run import BOTS, HOOKED_BOTS, Bot, cores, measure
from bench.table import expectations, table

LATENCIES = (0.0, 50.0)
FULL = Plan(hello=gridbee.HELLO, category=gridbee.CATEGORY)
QUICK = replace(FULL, cases=300, warmup=50, box=5.0, least=1.5, warmup_box=4.0)
MANY_RIDERS = 1000

Results = dict[tuple[str, float], list[dict[str, Any]]]


def chosen(only: str | None) -> list[Bot]:
    """The bots to run; Gridbee only if it is there."""
    bots = [bot for bot in (*BOTS, *HOOKED_BOTS) if only in (None, bot.name)]
    if not gridbee.exists() and any(ours(bot) for bot in bots):
        print("gridbee: skipped, there is no bot/__main__.py yet")
        bots = [bot for bot in bots if not ours(bot)]
    return bots


def ours(bot: Bot) -> bool:
    return bot.name.startswith("gridbee")


def plan_for(bot: Bot, plan: Plan) -> Plan:
    """The peers know nobody to greet, and their buttons are known."""
    return plan if ours(bot) else replace(plan, hello=[], category="消防")


def at(latency: float, bots: list[Bot]) -> list[Bot]:
    """A webhook saves waiting: without latency there is nothing to be seen of it."""
    return [bot for bot in bots if latency or not bot.hooked]


def rounds(bots: list[Bot], plan: Plan, count: int) -> Results:
    """Run all; interleaved, so that noise on the machine hits all alike."""
    results: Results = {}
    for turn in range(count):
        for latency in LATENCIES:
            for bot in at(latency, bots):
                found = measure(bot, plan_for(bot, plan), latency)
                results.setdefault((bot.name, latency), []).append(found)
                progress(f"round {turn + 1}", bot, latency, found)
    return results


def progress(title: str, bot: Bot, latency: float, found: dict[str, Any]) -> None:
    """One line per run on stderr; the log's end if something is wrong."""
    rate = f"{found.get('updates_s', 0):8,.0f} updates/s"
    print(
        f"{title}  {latency:2.0f} ms  {bot.name:15} {rate}  {found['problem']}",
        file=sys.stderr,
        flush=True,
    )
    if found["problem"]:
        print(found.get("log", ""), file=sys.stderr, flush=True)


def median(runs: list[dict[str, Any]]) -> dict[str, Any]:
    """The median of every figure over the runs; the first problem makes the whole row invalid."""
    names = [
        name
        for name, value in runs[-1].items()
        if isinstance(value, int | float) and not isinstance(value, bool)
    ]
    middle = {
        name: statistics.median(run.get(name, 0) for run in runs) for name in names
    }
    problem = next((run["problem"] for run in runs if run["problem"]), "")
    return {
        **middle,
        "problem": problem,
        "timed_out": any(run.get("timed_out") for run in runs),
    }


def sync_ms(count: int = 100) -> float:
    """What one durable write of 4 KiB costs in the folder used, in ms: it bounds every bot that
    commits.
    """
    with tempfile.NamedTemporaryFile(prefix="bench-") as file:
        since = time.perf_counter()
        for _ in range(count):
            file.write(b"x" * 4096)
            file.flush()
            os.fsync(file.fileno())
        return (time.perf_counter() - since) * 1000 / count


def conditions(plan: Plan, count: int) -> str:
    """What a reader must know about the machine and the run."""
    load = (
        f", load average {os.getloadavg()[0]:.2f} before"
        if hasattr(os, "getloadavg")
        else ""
    )
    pinned = (
        "server and bot on a core each"
        if cores()[0] is not None
        else "NOT pinned to cores"
    )
    return (
        f"Python {platform.python_version()}, {os.cpu_count()} cores{load}, {pinned}, "
        f"fsync {sync_ms():.2f} ms; "
        f"{plan.riders} riders, {plan.cases} cases or {plan.box:.0f} s, median of {count}"
    )


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one short round")
    parser.add_argument(
        "--only",
        choices=[bot.name for bot in (*BOTS, *HOOKED_BOTS)],
        help="one bot alone",
    )
    parser.add_argument(
        "--rounds", type=int, default=None, help="default 3, with --quick 1"
    )
    parser.add_argument(
        "--keep", metavar="RELEASE", help="write the ratios to bench/kept"
    )
    return parser.parse_args()


def main() -> int:
    """Run and print. The exit code is 1 if any run was invalid; missed expectations are only
    printed.
    """
    options = arguments()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    plan, count = (QUICK, 1) if options.quick else (FULL, 3)
    count = options.rounds or count
    print(conditions(plan, count), flush=True)
    bots = chosen(options.only)
    results = rounds(bots, plan, count)
    medians = {key: median(runs) for key, runs in results.items()}
    for latency in LATENCIES:
        rows = at(latency, bots)
        print(table(latency, {bot.name: medians[bot.name, latency] for bot in rows}))
    crowd: dict[str, Any] | None = None
    for bot in bots:
        if bot.name in ("gridbee", options.only):
            crowd = measure(bot, plan_for(bot, replace(plan, riders=MANY_RIDERS)), 0)
            progress("1,000 riders", bot, 0, crowd)
            print(
                f"\n{bot.name} with {MANY_RIDERS:,} riders: "
                f"{crowd.get('peak_mb', 0):.0f} MB at most"
            )
    print(
        expectations(
            medians, crowd if "gridbee" in (bot.name for bot in bots) else None
        )
    )
    found = kept.ratios(results)
    print("\n".join(["", *kept.judged(found, load)]))
    if options.keep:
        print(f"\nkept in {kept.keep(options.keep, found).name}")
    return int(any(row["problem"] for row in medians.values()))


if __name__ == "__main__":
    sys.exit(main())
