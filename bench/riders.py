"""The load: riders who play the conversation again and again, and the coordinator's chat that gets
the cards.

Runs inside the server's process, so a rider's next update is queued in the moment the bot's call
arrives. Prints lines of JSON for the parent: {"port"}, then {"began"} after the warm-up, then the
result.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import re
import time
from typing import Any

import orjson
import uvloop

from bench.api import BotApi
from bench.envelopes import photo_sizes
from bench.measured import GRACE, Measured, tell
from bench.plan import Plan, Rider
from bench.talk import Button, find, inline_buttons, location, press, said
from bench.wire import Params, serve

COORDINATORS = range(9000, 9100)
"""One for each of the district's 100 squares: no chat gets more than Telegram would let through."""
FIRST_CHAT = 100_000
WORDS = "灭火器旁边的地砖坏了，车子会摔"
"""Could be of two categories, so that every bot shows the buttons for them."""

SUBMIT = "提交"
NUMBER = re.compile(r"[A-Z]{2}\d\d-\d{4,}")


class Load(Measured):
    """Plays the riders and hears every call of the bot."""

    def __init__(self, api: BotApi, plan: Plan) -> None:
        super().__init__(api, plan)
        chats = range(FIRST_CHAT, FIRST_CHAT + plan.riders)
        self.people = {chat: Rider(chat) for chat in chats}
        self.hello = list(plan.hello)
        self.underway = False
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


async def play(plan: Plan, latency: float) -> None:
    """Serve, wait for the bot's first poll or its webhook, play, print the result."""
    api = BotApi(latency)
    load = Load(api, plan)
    server, port = await serve(api, latency)
    tell({"port": port})
    deadline = time.perf_counter() + 20
    while (
        not (api.counts["getupdates"] or api.pushing) and time.perf_counter() < deadline
    ):
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
