"""The load: riders who play the conversation again and again, and the coordinator's chat that gets
the cards.

Runs inside the server's process, so a rider's next update is queued in the moment the bot's call
arrives. Prints lines of JSON for the parent: {"port"}, then {"began"} after the warm-up, then the
result.
"""

import argparse
import asyncio
import gc
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import orjson
import uvloop

from bench.api import BotApi, photo_sizes
from bench.talk import Button, find, inline_buttons, location, press, said
from bench.wire import Params, serve

COORDINATORS = range(9000, 9100)
"""One for each of the district's 100 squares: no chat gets more than Telegram would let through."""
FIRST_CHAT = 100_000
WORDS = "幸福路口的井盖坏了，车子会摔"
SUBMIT = "提交"
NUMBER = re.compile(r"[A-Z]{2}\d\d-\d{4,}")
CALLS_PER_CASE = 9
GRACE = 10.0
"""Seconds that cards and reactions may come late before the run is called invalid."""


@dataclass(slots=True)
class Plan:
    """How much is played. Times in seconds; `category` is part of the label of the button
    pressed in step 4.
    """

    riders: int = 200
    cases: int = 1000
    warmup: int = 100
    box: float = 14.0
    least: float = 3.0
    warmup_box: float = 6.0
    category: str = "消防"
    hello: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Rider:
    """One rider: the step whose reaction is awaited, since when (perf_counter), and the summary
    being worked on.
    """

    chat: int
    step: int = -1
    since: float = 0.0
    summary: int = 0


class Load:
    """Plays the riders, hears every call of the bot, and measures between `begin` and `finish`."""

    def __init__(self, api: BotApi, plan: Plan) -> None:
        self.api, self.plan = api, plan
        self.people = {
            FIRST_CHAT + i: Rider(FIRST_CHAT + i) for i in range(plan.riders)
        }
        self.hello = list(plan.hello)
        self.numbers: set[str] = set()
        self.cards: Counter[str] = Counter()
        self.receipts = self.locations = self.answers = self.outstanding = 0
        self.waits: list[float] = []
        self.began = 0.0
        self.underway = False
        self.cases_before = 0
        self.calls_before = 0
        self.stopping = self.timed_out = False
        self.done: asyncio.Future[dict[str, Any]] = (
            asyncio.get_running_loop().create_future()
        )
        api.listener = self.heard

    def open(self) -> None:
        """Start: first what the coordinator has to say (`hello`), then all riders at once."""
        if self.hello:
            who, _, words = self.hello.pop(0).partition(" ")
            self.says(int(who), text=words)
            return
        self.underway = True
        for rider in self.people.values():
            self.act(rider, 0)
        asyncio.get_running_loop().call_later(self.plan.warmup_box, self.begin)

    def heard(self, method: str, params: Params, message_id: int) -> None:
        """Take note of one call of the bot."""
        if method == "answercallbackquery":
            self.answers += 1
            return self.check()
        chat_id = int(params.get("chat_id") or 0)
        rider = self.people.get(chat_id)
        if rider is not None and rider.step >= 0:
            self.rider_hears(rider, method, params, message_id)
        elif chat_id in COORDINATORS and self.underway:
            self.coordinator_hears(method, params)
        elif method.startswith("send") and not self.underway:
            self.open()

    def rider_hears(
        self, rider: Rider, method: str, params: Params, message_id: int
    ) -> None:
        """If this call is the reaction the rider waits for, note the time and go on."""
        step, buttons = rider.step, []
        if step >= 2:
            buttons = inline_buttons(params)
            if step >= 3 and not (
                method.startswith("edit") and message_id == rider.summary
            ):
                return
            if step < 4 and find(buttons, SUBMIT) is None:
                return
        if step == 4:
            number = NUMBER.search(
                str(params.get("text") or params.get("caption") or "")
            )
            if number is None:
                return
            self.numbers.add(number[0])
            self.receipts += 1
        if step < 2 and not method.startswith("send"):
            return
        self.waits.append(time.perf_counter() - rider.since)
        self.outstanding -= 1
        if step == 2:
            rider.summary = message_id
        self.go_on(rider, step, buttons)

    def go_on(self, rider: Rider, step: int, buttons: list[Button]) -> None:
        """Queue the rider's next update, unless the run is over."""
        if not self.began and self.receipts >= self.plan.warmup:
            self.begin()
        self.stop_if_enough()
        if self.stopping:
            rider.step = -1
            return self.check()
        self.act(rider, (step + 1) % 5, buttons)

    def act(self, rider: Rider, step: int, buttons: list[Button] | None = None) -> None:
        """The rider does step 0..4: /start, photo, place, category, submit."""
        rider.step, rider.since = step, time.perf_counter()
        self.outstanding += 1
        if step == 0:
            self.says(rider.chat, text="/start")
        elif step == 1:
            self.says(
                rider.chat,
                photo=photo_sizes(f"AgACAgUAAxkBAAIB{self.api.last_update:012d}"),
                caption=WORDS,
            )
        elif step == 2:
            self.says(rider.chat, location=location(rider.chat, self.api.last_update))
        else:
            self.presses(
                rider, buttons or [], self.plan.category if step == 3 else SUBMIT
            )

    def says(self, chat_id: int, **content: Any) -> None:
        """Queue a message of a person."""
        self.api.queue(message=said(self.api.next_message(), chat_id, content))

    def presses(self, rider: Rider, buttons: list[Button], label: str) -> None:
        """Queue a press of the button whose label contains `label`."""
        data = find(buttons, label)
        if data is None:
            return self.finish(
                f"no button with {label!r} among {[text for text, _ in buttons]}"
            )
        self.api.queue(
            callback_query=press(
                str(self.api.last_update), rider.chat, rider.summary, buttons, data
            )
        )

    def coordinator_hears(self, method: str, params: Params) -> None:
        """Count the locations and the case cards that reach the coordinator."""
        if method == "sendlocation":
            self.locations += 1
        elif method == "sendphoto":
            number = NUMBER.search(str(params.get("caption") or ""))
            self.cards[number[0] if number else "?"] += 1
        self.check()

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
            return f"{self.receipts} receipts, {self.cards.total()} cards: {len(missing)} missing, {double} double"
        if self.locations < self.receipts or self.answers < 2 * self.receipts:
            return f"{self.receipts} receipts, {self.locations} locations, {self.answers} answered presses"
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


async def play(plan: Plan, latency: float) -> None:
    """Serve, wait for the bot's first poll, play, print the result."""
    api = BotApi()
    load = Load(api, plan)
    server, port = await serve(api, latency)
    tell({"port": port})
    deadline = time.perf_counter() + 20
    while not api.counts["getupdates"] and time.perf_counter() < deadline:
        await asyncio.sleep(0.02)
    load.open()
    asyncio.get_running_loop().call_later(
        plan.warmup_box + plan.box + 2 * GRACE + 10, load.finish, ""
    )
    tell(await load.done)
    server.close()


def main() -> None:
    """Read the plan from the command line, as JSON, and play it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--latency-ms", type=float, default=0)
    parser.add_argument("--plan", default="{}", help="JSON with the fields of Plan")
    options = parser.parse_args()
    gc.disable()
    uvloop.run(play(Plan(**orjson.loads(options.plan)), options.latency_ms / 1000))


if __name__ == "__main__":
    main()
