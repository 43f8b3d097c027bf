"""The fake Bot API: what each method answers, the queue of updates, and a count of what was called.

Shapes follow https://core.telegram.org/bots/api; getUpdates confirms by offset, hands out at most
100 and waits for `timeout` seconds. Calls never fail here: this measures speed, not manners.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter, deque
from collections.abc import Callable
from itertools import islice
from typing import Any

import orjson

from bench.envelopes import BOT, PICTURES, chat, envelope, message, picture
from bench.pushing import Pushing
from bench.wire import Params, Reply

ME = BOT | {
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}
NO_WEBHOOK = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
TRUE = b'{"ok":true,"result":true}'
EMPTY = b'{"ok":true,"result":[]}'
MOST = 100
Listener = Callable[[str, Params, int], None]


class BotApi:
    """Answers methods, queues updates, counts calls; `listener` hears every call: (method,
    params, message id).
    """

    def __init__(self, latency: float = 0.0) -> None:
        self.latency = latency
        self.pushing: Pushing | None = None
        self.listener: Listener = lambda method, params, message_id: None
        self.counts: Counter[str] = Counter()
        self.updates: deque[tuple[int, bytes]] = deque()
        """Update ids and the updates as JSON."""
        self.poller: Reply | None = None
        self.poll_timer: asyncio.TimerHandle | None = None
        self.last_update = 1000
        self.last_message = 0
        self.pictures: dict[int, bytes] = {}

    def next_message(self) -> int:
        """A new message id; unique over all chats, which is more than Telegram promises."""
        self.last_message += 1
        return self.last_message

    def queue(self, **update: Any) -> None:
        """Queue one update and wake a waiting getUpdates, or send it to the webhook."""
        self.last_update += 1
        made = orjson.dumps({"update_id": self.last_update, **update})
        if self.pushing is not None:
            return self.pushing.push(made)
        self.updates.append((self.last_update, made))
        if self.poller is not None:
            reply = self.poller
            self.stop_waiting()
            reply(self.batch())

    def call(self, method: str, params: Params, reply: Reply) -> None:
        """Answer one method; the listener hears of it after the answer is on its way."""
        self.counts[method] += 1
        if method == "getupdates":
            self.poll(params, reply)
            return
        if method == "setwebhook" and params.get("url"):
            self.pushing = Pushing(params, self.latency, self.answered)
        message_id, body = self.answer(method, params)
        reply(body)
        self.listener(method, params, message_id)

    def answered(self, params: Params) -> None:
        """A call that came as the answer to a webhook's request; its result is told to nobody."""
        self.call(str(params.pop("method")).lower(), params, lambda body: None)

    def answer(self, method: str, params: Params) -> tuple[int, bytes]:
        """The answer's JSON, and the id of the message it is about (0 if none)."""
        if (
            method.startswith(("send", "copy", "forward"))
            and method != "sendchataction"
        ):
            message_id = self.next_message()
            return message_id, envelope(message(params, message_id))
        if method.startswith("editmessage"):
            message_id = int(params.get("message_id", 0))
            return message_id, envelope(
                message(params, message_id) | {"edit_date": int(time.time())}
            )
        if method == "getme":
            return 0, envelope(ME)
        if method == "getfile":
            file_id = str(params["file_id"])
            found = {
                "file_id": file_id,
                "file_unique_id": "u" + file_id[-16:],
                "file_size": len(self.file(file_id)),
            }
            return 0, envelope(found | {"file_path": f"photos/{file_id}.jpg"})
        if method == "getwebhookinfo":
            return 0, envelope(NO_WEBHOOK)
        if method == "getchat":
            return 0, envelope(
                chat(int(params["chat_id"]))
                | {"accent_color_id": 1, "max_reaction_count": 11}
            )
        return 0, TRUE

    def poll(self, params: Params, reply: Reply) -> None:
        """getUpdates: drop what is confirmed; answer at once if anything waits, else within
        `timeout` seconds.
        """
        if self.poller is not None:
            other = self.poller
            self.stop_waiting()
            other(EMPTY)
        offset = int(params.get("offset") or 0)
        while self.updates and self.updates[0][0] < offset:
            self.updates.popleft()
        timeout = float(params.get("timeout") or 0)
        if self.updates or not timeout:
            reply(self.batch())
            return
        self.poller = reply
        self.poll_timer = asyncio.get_running_loop().call_later(timeout, self.give_up)

    def give_up(self) -> None:
        """The long poll's time is over: nothing has come."""
        reply = self.poller
        self.stop_waiting()
        if reply is not None:
            reply(EMPTY)

    def stop_waiting(self) -> None:
        """Forget the waiting getUpdates and its timer."""
        self.poller = None
        if self.poll_timer is not None:
            self.poll_timer.cancel()
            self.poll_timer = None

    def batch(self) -> bytes:
        """The next unconfirmed updates, at most 100."""
        return b'{"ok":true,"result":[%b]}' % b",".join(
            update for _, update in islice(self.updates, MOST)
        )

    def file(self, path: str) -> bytes:
        """A small real JPEG, one of 256 different ones by the file's name."""
        if path.startswith("/file/"):
            self.counts["file"] += 1
        key = hash(path.rpartition("/")[2].removesuffix(".jpg")) % PICTURES
        if key not in self.pictures:
            self.pictures[key] = picture(key)
        return self.pictures[key]
