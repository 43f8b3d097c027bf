"""The HTTP side of the Bot API: paths, tokens, answers, and the failures that a test has
planned.
"""

import asyncio
import json
from typing import TYPE_CHECKING, Any

import orjson
from aiohttp import hdrs, web

from tests.fakes.telegram.failures import REFUSALS, Failure
from tests.fakes.telegram.message import Json
from tests.fakes.telegram.methods import BY_LOWER_NAME, METHODS, SENDS
from tests.fakes.telegram.params import Params, read_params
from tests.fakes.telegram.state import ApiError, Call
from tests.fakes.telegram.updates import BY_WEBHOOK, Webhook

if TYPE_CHECKING:
    from tests.fakes.telegram.server import FakeTelegram

JSON = "application/json"
BAD_GATEWAY = (
    b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n"
    b"<body>nginx</body>\r\n</html>\r\n"
)
GARBAGE = b'{"ok":true,"result":{"message_id":'
MOST_UPDATES = 100  # per getUpdates (core.telegram.org/bots/api#getupdates)


class BotApi:
    """Answers /bot<token>/<method> and /file/bot<token>/<path>."""

    def __init__(self, telegram: "FakeTelegram") -> None:
        self.telegram, self.state = telegram, telegram.state

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        is_file = request.path.startswith("/file/bot")
        token, _, rest = (
            request.path.removeprefix("/file").removeprefix("/bot").partition("/")
        )
        if not is_file and not request.path.startswith("/bot"):
            return _json(ApiError(404, "Not Found").body(), 404)
        if token != self.telegram.token:
            return _json(ApiError(401, "Unauthorized").body(), 401)
        if self.telegram.latency_ms and not is_file:
            return await self._later(request, rest)
        return await (
            self._download(request, rest) if is_file else self._call(request, rest)
        )

    async def _later(self, request: web.BaseRequest, name: str) -> web.StreamResponse:
        """What is done is done at once; only the answer takes its time."""
        response = await self._call(request, name)
        await asyncio.sleep(self.telegram.latency_ms / 1000)
        return response

    async def _call(self, request: web.BaseRequest, name: str) -> web.StreamResponse:
        method = BY_LOWER_NAME.get(name.lower(), "")
        self.state.counts[method or name] += 1
        params, status = Params({}), 0
        try:
            if not method:
                raise ApiError(404, "Not Found")
            params = await read_params(request)
            failure = self.telegram.failures.next_for(method, _chat_of(params))
            if failure is not None and failure.kind in REFUSALS:
                self._told(method, params, 0)
                return _refused(request, failure)
            result = await self._run(method, params)
            body, status = {"ok": True, "result": result}, 200
            self._told(method, params, status)
            return await _answered(request, body, failure)
        except ApiError as error:
            self._told(method or name, params, error.code)
            return _json(error.body(), error.code)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            unread = ApiError(400, f"Bad Request: can't parse parameters ({error!r})")
            self._told(method, params, unread.code)
            return _json(unread.body(), unread.code)

    def _told(self, method: str, params: Params, status: int) -> None:
        self.state.calls.append(Call(method, params.values, status))
        self.state.changed.notify()

    async def _run(self, method: str, params: Params) -> Any:
        if self.state.logged_out:
            raise ApiError(400, "Logged out")
        if method == "getUpdates":
            return await self._get_updates(params)
        if method.endswith(("Webhook", "WebhookInfo")):
            return await self._webhook(method, params)
        return self.run(method, params)

    def run(self, method: str, params: Params) -> Any:
        """A method that answers at once, with the rate limits before it."""
        if method in SENDS:
            messages = (
                len(params.json("media", [])) if method == "sendMediaGroup" else 1
            )
            self.telegram.rate_limits.count(params.chat_id(), messages)
        return METHODS[method](self.state, params)

    async def _get_updates(self, params: Params) -> list[Json]:
        updates = self.telegram.updates
        self._allow(params)
        limit = min(max(params.integer("limit", MOST_UPDATES), 1), MOST_UPDATES)
        self.state.changed.notify()
        return await updates.poll(
            params.integer("offset"), limit, float(params.integer("timeout"))
        )

    def _allow(self, params: Params) -> None:
        """allowed_updates is remembered until it is given again; an empty list means the
        default.
        """
        kinds = params.json("allowed_updates")
        if kinds is not None:
            self.telegram.updates.allowed = frozenset(kinds) or None

    async def _webhook(self, method: str, params: Params) -> Any:
        updates = self.telegram.updates
        if method == "getWebhookInfo":
            return self._webhook_info()
        if updates.webhook is not None:
            old, updates.webhook = updates.webhook, None
            await old.stop()
        if params.flag("drop_pending_updates"):
            updates.clear()
        if method == "setWebhook" and params.has("url"):
            self._allow(params)
            updates.end_poll(BY_WEBHOOK)
            secret = params.text("secret_token")
            updates.webhook = Webhook(
                params.text("url"),
                secret,
                updates,
                self._from_webhook,
                self.state.clock,
            )
            updates.webhook.start()
        return True

    def _webhook_info(self) -> Json:
        updates, hook = self.telegram.updates, self.telegram.updates.webhook
        info: Json = {"url": hook.url if hook else "", "has_custom_certificate": False}
        info["pending_update_count"] = updates.unconfirmed()
        if hook and hook.last_error:
            info |= {
                "last_error_date": hook.last_error_at,
                "last_error_message": hook.last_error,
            }
        return info | (
            {"allowed_updates": sorted(updates.allowed)} if updates.allowed else {}
        )

    def _from_webhook(self, answer: Json) -> None:
        """A call that came as the answer of a webhook: its result is told to nobody."""
        method = BY_LOWER_NAME.get(str(answer.pop("method")).lower(), "")
        self.state.counts[method] += 1
        try:
            self.run(method, Params(answer))
            self._told(method, Params(answer), 200)
        except (ApiError, KeyError) as error:
            self._told(
                method,
                Params(answer),
                error.code if isinstance(error, ApiError) else 404,
            )

    async def _download(
        self, request: web.BaseRequest, path: str
    ) -> web.StreamResponse:
        self.state.counts["file"] += 1
        failure = self.telegram.failures.next_for("file", None)
        if failure is not None and failure.kind in REFUSALS:
            return _refused(request, failure)
        await asyncio.sleep(self.telegram.latency_ms / 1000)
        kept = self.state.paths.get(path)
        self.state.changed.notify()
        if kept is None:
            return _json(ApiError(404, "Not Found").body(), 404)
        return await _broken(request, kept.data, "application/octet-stream", failure)


def _chat_of(params: Params) -> int | None:
    """The chat a call is for, when it says so readably."""
    try:
        return params.chat_id()
    except ApiError:
        return None


def _dumped(body: Json) -> bytes:
    """Also what orjson refuses, such as half an emoji: Telegram escapes all but ASCII."""
    try:
        return orjson.dumps(body)
    except TypeError:
        return json.dumps(body).encode()


def _json(body: Json, status: int = 200) -> web.Response:
    headers = {}
    if "retry_after" in body.get("parameters", {}):
        headers[hdrs.RETRY_AFTER] = str(body["parameters"]["retry_after"])
    return web.Response(
        body=_dumped(body), status=status, content_type=JSON, headers=headers
    )


async def _answered(
    request: web.BaseRequest, body: Json, failure: Failure | None
) -> web.StreamResponse:
    return (
        _json(body)
        if failure is None
        else await _broken(request, _dumped(body), JSON, failure)
    )


def _refused(request: web.BaseRequest, failure: Failure) -> web.StreamResponse:
    """Failures before anything is done."""
    if failure.kind == "cut_before":
        return _dropped(request)
    if failure.kind == "502":
        return web.Response(body=BAD_GATEWAY, status=502, content_type="text/html")
    error = failure.error()
    return _json(error.body(), error.code)


async def _broken(
    request: web.BaseRequest, body: bytes, kind: str, failure: Failure | None
) -> web.StreamResponse:
    """Failures after the call has had its effect."""
    if failure is not None and failure.kind == "cut":
        return await _half(request, body, kind)
    if failure is not None and failure.kind == "accept_then_timeout":
        await asyncio.sleep(failure.seconds)
        return _dropped(request)
    if failure is not None and failure.kind == "slow":
        await asyncio.sleep(failure.ms / 1000)
    if failure is not None and failure.kind == "garbage":
        body = GARBAGE
    return web.Response(body=body, content_type=kind)


async def _half(request: web.BaseRequest, body: bytes, kind: str) -> web.StreamResponse:
    response = web.StreamResponse(
        headers={hdrs.CONTENT_TYPE: kind, hdrs.CONTENT_LENGTH: str(len(body))}
    )
    await response.prepare(request)
    await response.write(body[: len(body) // 2])
    if request.transport is not None:
        request.transport.close()
    return response


def _dropped(request: web.BaseRequest) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
