"""The control API of the fake: POST /control/<name> with a JSON object; drives it from another
process.

Answers {"ok": true, "result": ...}, or status 400 with {"ok": false, "error": "..."} when a test
asked for nonsense. Bytes travel as {"base64": "..."}; see telegram_control.py for a client.
"""

import base64
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import orjson
from aiohttp import web

from tests.fakes.telegram.message import Json, Message
from tests.fakes.telegram.people import Speaker

if TYPE_CHECKING:
    from tests.fakes.telegram.server import FakeTelegram

#: What a person may be told to do through /control/act, by the names of Speaker and FakeUser.
ACTS = frozenset(
    {
        "says",
        "sends_photo",
        "sends_album",
        "sends_voice",
        "sends_video",
        "sends_document",
        "sends_location",
        "sends_contact",
        "moves",
        "edits",
        "presses",
        "taps_keyboard",
        "starts",
        "blocks",
        "unblocks",
        "deactivates",
    }
)
GROUP_ACTS = frozenset({"adds_bot", "kicks_bot", "promotes_bot", "migrates", "renames"})


class Control:
    """The control API of one fake Telegram."""

    def __init__(self, telegram: "FakeTelegram") -> None:
        self.telegram = telegram
        self.routes: dict[str, Callable[[Json], Awaitable[Any]]] = {
            "user": self.user,
            "group": self.group,
            "act": self.act,
            "group_act": self.group_act,
            "messages": self.messages,
            "alerts": self.alerts,
            "fail": self.fail,
            "heal": self.heal,
            "counts": self.counts,
            "calls": self.calls,
            "updates": self.updates,
            "wait": self.wait,
            "push": self.push,
            "repeat": self.repeat,
            "settings": self.settings,
        }

    async def answer(self, request: web.BaseRequest) -> web.Response:
        route = self.routes.get(request.path.removeprefix("/control/"))
        if route is None:
            return _answer(
                {
                    "ok": False,
                    "error": f"no such control, known: {', '.join(self.routes)}",
                },
                404,
            )
        try:
            wish = orjson.loads(await request.read() or b"{}")
            return _answer({"ok": True, "result": await route(wish)})
        except (AssertionError, KeyError, TypeError, ValueError) as error:
            return _answer(
                {"ok": False, "error": f"{type(error).__name__}: {error}"}, 400
            )

    async def user(self, wish: Json) -> Json:
        """{"id", "name"?, "language"?, "username"?, "started"?}"""
        person = self.telegram.user(wish.pop("id"), wish.pop("name", "Rider"), **wish)
        return person.user.raw()

    async def group(self, wish: Json) -> Json:
        """{"id", "title"?, "members"?: [ids], "kind"?, "privacy"?, "bot_status"?}"""
        members = [self.telegram.people[member] for member in wish.pop("members", ())]
        return self.telegram.group(
            wish.pop("id"), wish.pop("title", "Grid"), members, **wish
        ).chat.raw()

    async def act(self, wish: Json) -> Any:
        """{"user", "do", "group"?, "args"?: [], "kwargs"?: {}}: any act of a person.

        In private, or in a group.
        """
        if wish["do"] not in ACTS:
            raise ValueError(
                f"unknown act {wish['do']!r}, known: {', '.join(sorted(ACTS))}"
            )
        person: Speaker = self.telegram.people[wish["user"]]
        if wish.get("group") is not None:
            person = self.telegram.groups[wish["group"]].member(person)
        given = _with_bytes(wish.get("args", [])), _with_bytes(wish.get("kwargs", {}))
        return getattr(person, wish["do"])(*given[0], **given[1])

    async def group_act(self, wish: Json) -> Any:
        """{"group", "do", "user", "args"?: []}"""
        if wish["do"] not in GROUP_ACTS:
            raise ValueError(
                f"unknown act {wish['do']!r}, known: {', '.join(sorted(GROUP_ACTS))}"
            )
        group = self.telegram.groups[wish["group"]]
        return getattr(group, wish["do"])(
            self.telegram.people[wish["user"]], *wish.get("args", [])
        )

    async def messages(self, wish: Json) -> list[Json]:
        """{"chat"}: the bot's visible messages, oldest first."""
        return [shown(message) for message in self.telegram.messages(wish["chat"])]

    async def alerts(self, wish: Json) -> list[Json]:
        """{"user"}: the bot's answers to button presses."""
        answers = self.telegram.people[wish["user"]].alerts()
        return [
            {"id": query.id, "text": query.text, "show_alert": query.show_alert}
            for query in answers
        ]

    async def fail(self, wish: Json) -> None:
        """{"method"?, "times"?, "kind", ...}: the fields of Failure."""
        self.telegram.fail(wish.pop("method", None), wish.pop("times", 1), **wish)

    async def heal(self, wish: Json) -> None:
        self.telegram.failures.clear()

    async def counts(self, wish: Json) -> dict[str, int]:
        return dict(self.telegram.counts)

    async def calls(self, wish: Json) -> list[Json]:
        """The newest calls (at most 2000): method, params, status."""
        return [call._asdict() for call in self.telegram.state.calls]

    async def updates(self, wish: Json) -> Json:
        """How many updates there were, how many are unconfirmed, and the id of the newest."""
        queue = self.telegram.updates
        newest = queue.everything[-1]["update_id"] if queue.everything else None
        return {
            "total": len(queue.everything),
            "unconfirmed": queue.unconfirmed(),
            "newest": newest,
        }

    async def wait(self, wish: Json) -> list[Json]:
        """{"chat", "n"?, "containing"?, "timeout"?}: until n visible bot messages.

        Those with the words if given.
        """
        chat, number, words = wish["chat"], wish.get("n", 1), wish.get("containing", "")

        def there() -> list[Message] | None:
            found = [
                message
                for message in self.telegram.messages(chat)
                if words in message.words
            ]
            return found if len(found) >= number else None

        found = await self.telegram.until(there, wish.get("timeout", 10.0))
        return [shown(message) for message in found or ()]

    async def push(self, wish: Json) -> int:
        """{"update": {...}}: delivered as it is."""
        return self.telegram.push(wish["update"])

    async def repeat(self, wish: Json) -> int:
        """{"update_id"?}: by default the newest."""
        return self.telegram.repeat(wish.get("update_id"))

    async def settings(self, wish: Json) -> None:
        """{"latency_ms"?, "rate_limits"?: bool, "backwards"?: bool}"""
        queue = self.telegram.updates
        queue.backwards = wish.get("backwards", queue.backwards)
        self.telegram.latency_ms = wish.get("latency_ms", self.telegram.latency_ms)
        self.telegram.rate_limits.on = wish.get(
            "rate_limits", self.telegram.rate_limits.on
        )


def shown(message: Message) -> Json:
    """A bot message as the control API tells it; `raw` is the Bot API object, `at` epoch
    seconds.
    """
    short = {
        "id": message.id,
        "chat": message.chat_id,
        "words": message.words,
        "labels": message.labels,
    }
    markup = {
        "markup": message.markup,
        "keyboard": message.keyboard,
        "edits": len(message.edits),
    }
    return {**short, **markup, "at": message.at, "raw": message.raw}


def _with_bytes(value: Any) -> Any:
    if isinstance(value, dict):
        if value.keys() == {"base64"}:
            return base64.b64decode(value["base64"])
        return {name: _with_bytes(inner) for name, inner in value.items()}
    return [_with_bytes(inner) for inner in value] if isinstance(value, list) else value


def _answer(body: Json, status: int = 200) -> web.Response:
    return web.Response(
        body=orjson.dumps(body), status=status, content_type="application/json"
    )
