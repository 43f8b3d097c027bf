"""What is counted and timed while riders play, and what is wrong with a run."""

from __future__ import annotations

import asyncio
import sys
import time
from collections import Counter
from typing import Any

import orjson

from bench.api import BotApi
from bench.plan import Plan

GRACE = 10.0
"""Seconds that cards and reactions may come late before the run is called invalid."""


class Measured:
    """Counts from the beginning, measures between `begin` and `finish`; `done` is the result."""

    def __init__(self, api: BotApi, plan: Plan) -> None:
        self.api, self.plan = api, plan
        self.numbers: set[str] = set()
        self.cards: Counter[str] = Counter()
        self.receipts = self.locations = self.answers = self.outstanding = 0
        self.waits: list[float] = []
        self.began = 0.0
        self.cases_before = 0
        self.calls_before = 0
        self.stopping = self.timed_out = False
        loop = asyncio.get_running_loop()
        self.done: asyncio.Future[dict[str, Any]] = loop.create_future()

    def begin(self) -> None:
        """The warm-up is over: measure from here."""
        if self.began or self.done.done():
            return
        self.began = time.perf_counter()
        self.cases_before, self.calls_before = self.receipts, self.calls()
        self.waits.clear()
        asyncio.get_running_loop().call_later(self.plan.box, self.stop, True)
        tell({"began": True})

    def calls(self) -> int:
        """Calls so far; polls and file downloads are counted apart."""
        return sum(self.api.counts.values()) - sum(
            self.api.counts[name] for name in ("getupdates", "getfile", "file")
        )

    def stop_if_enough(self) -> None:
        """Stop once enough cases are done and enough time has passed for a rate."""
        enough = self.receipts - self.cases_before >= self.plan.cases
        if (
            self.began
            and enough
            and time.perf_counter() - self.began >= self.plan.least
        ):
            self.stop(False)

    def stop(self, timed_out: bool) -> None:
        """Queue nothing more; the run ends when every receipt has its card and, in time, every
        update its reaction.
        """
        if self.stopping:
            return
        self.stopping, self.timed_out = True, timed_out
        asyncio.get_running_loop().call_later(GRACE, self.finish, "")
        self.check()

    def check(self) -> None:
        """Finish as soon as nothing is missing."""
        if (
            not self.stopping
            or self.done.done()
            or (self.outstanding and not self.timed_out)
        ):
            return
        if (
            min(self.cards.total(), self.locations) >= self.receipts
            and self.answers >= 2 * self.receipts
        ):
            self.finish("")

    def finish(self, problem: str) -> None:
        """Hand over the result; a problem makes the run invalid."""
        if not self.done.done():
            self.done.set_result(self.result(problem or self.problem()))

    def problem(self) -> str:
        """What is wrong with the run, or nothing."""
        if not self.receipts and not (self.timed_out and self.waits):
            return f"no conversation was finished; calls heard: {dict(self.api.counts)}"
        if len(self.numbers) != self.receipts:
            return f"{self.receipts} receipts but {len(self.numbers)} distinct case numbers"
        if not self.timed_out and self.outstanding:
            return f"{self.outstanding} updates without a reaction after {GRACE:.0f} s"
        missing, double = (
            self.numbers - self.cards.keys(),
            self.cards.total() - len(self.cards),
        )
        if (
            missing
            or double
            or (not self.timed_out and self.cards.total() != self.receipts)
        ):
            counted = f"{self.receipts} receipts, {self.cards.total()} cards"
            return f"{counted}: {len(missing)} missing, {double} double"
        if self.locations < self.receipts or self.answers < 2 * self.receipts:
            counted = f"{self.receipts} receipts, {self.locations} locations"
            return f"{counted}, {self.answers} answered presses"
        return ""

    def result(self, problem: str) -> dict[str, Any]:
        """The figures of the measured time: rates per second, waits in ms."""
        seconds = time.perf_counter() - self.began if self.began else 0.0
        per = 1 / seconds if seconds else 0.0
        cases, calls = (
            self.receipts - self.cases_before,
            self.calls() - self.calls_before,
        )
        waits = sorted(self.waits) or [0.0]
        shares = {
            f"p{p}": round(waits[min(len(waits) - 1, len(waits) * p // 100)] * 1000, 1)
            for p in (50, 95, 99)
        }
        rates = {
            "updates_s": len(self.waits) * per,
            "cases_s": cases * per,
            "calls_s": calls * per,
        }
        extra = {
            "calls_per_update": calls / max(1, len(self.waits)),
            "files": self.api.counts["file"],
        }
        head = {
            "problem": problem,
            "timed_out": self.timed_out,
            "seconds": seconds,
            "cases": cases,
        }
        return {
            **head,
            **rates,
            **shares,
            **extra,
            "polls": self.api.counts["getupdates"],
        }


def tell(line: dict[str, Any]) -> None:
    """One line for the parent process."""
    sys.stdout.buffer.write(orjson.dumps(line) + b"\n")
    sys.stdout.buffer.flush()
