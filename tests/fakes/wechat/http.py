"""The HTTP side of WeChat's API: paths, tokens, bodies, answers, and planned failures."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from typing import NamedTuple

from aiohttp import web

from tests.fakes.wechat import console, media, oauth, sending, templates
from tests.fakes.wechat.answers import broken, refused, response
from tests.fakes.wechat.errors import ApiError, Json, require
from tests.fakes.wechat.failures import REFUSALS
from tests.fakes.wechat.media import Raw, Upload
from tests.fakes.wechat.state import Call, State

ESCAPED = re.compile(rb"(?<!\\)(?:\\\\)*\\u[0-9a-fA-F]{4}")


class Route(NamedTuple):
    verb: str
    does: Callable[[State, Json], Json]
    token: bool = True


ROUTES = {
    "/cgi-bin/stable_token": Route(
        "POST", lambda state, wish: state.tokens.stable(wish), False
    ),
    "/cgi-bin/message/custom/send": Route("POST", sending.custom_send),
    "/cgi-bin/message/template/send": Route("POST", templates.template_send),
    "/cgi-bin/template/get_all_private_template": Route("GET", templates.all_templates),
    "/cgi-bin/menu/create": Route("POST", console.menu_create),
    "/cgi-bin/menu/get": Route("GET", console.menu_get),
    "/cgi-bin/menu/delete": Route("GET", console.menu_delete),
    "/cgi-bin/qrcode/create": Route("POST", console.qrcode_create),
    "/cgi-bin/user/info": Route("GET", console.user_info),
    "/cgi-bin/getcallbackip": Route("GET", console.callback_ips),
    "/cgi-bin/get_api_domain_ip": Route("GET", console.callback_ips),
    "/sns/oauth2/access_token": Route("GET", oauth.exchange, False),
}
UPLOAD, DOWNLOAD = "/cgi-bin/media/upload", "/cgi-bin/media/get"


class Asked(NamedTuple):
    """One request, read."""

    verb: str
    path: str
    query: Json
    body: bytes
    file: Upload | None


class Api:
    """Answers what a bot asks; `url` is this server's own address."""

    def __init__(self, state: State, url: Callable[[], str]) -> None:
        self.state, self._url = state, url
        self.latency = 0.0  # seconds

    async def answer(self, request: web.Request) -> web.StreamResponse:
        asked = await _read(request)
        free = self._free(asked)
        if free is not None:
            return free
        self.state.counts[_short(asked.path)] += 1
        wish = _loose(asked)
        failure = self.state.failures.next_for(asked.path, wish.get("touser"))
        if failure is not None and failure.kind in REFUSALS:
            self._told(asked, wish, failure.errcode)
            return refused(request, failure)
        answer, code = self._done(asked)
        self._told(asked, wish, code)
        await asyncio.sleep(self.latency)
        return await broken(request, response(answer), failure)

    def _done(self, asked: Asked) -> tuple[Json | Raw, int]:
        """The answer, and the errcode in it."""
        try:
            return self._run(asked), 0
        except ApiError as error:
            return error.body(), error.code
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            return ApiError(47001, repr(error)).body(), 47001

    def _run(self, asked: Asked) -> Json | Raw:
        """Raises ApiError."""
        route = ROUTES.get(asked.path)
        require(route or asked.path in (UPLOAD, DOWNLOAD), 40066)
        if route is None or route.token:
            self.state.tokens.check(str(asked.query.get("access_token", "")))
        if asked.path == UPLOAD:
            require(asked.verb == "POST", 43002)
            return media.upload(self.state, asked.query, asked.file)
        if route is None:
            return media.get(self.state, asked.query, self._url())
        require(asked.verb == route.verb, 43002 if route.verb == "POST" else 43001)
        wish = _strict(asked.body) if route.verb == "POST" else asked.query
        return route.does(self.state, wish)

    def _free(self, asked: Asked) -> web.Response | None:
        """What is on WeChat's other hosts and asks for no token; None for all others."""
        if asked.path.startswith(("/cgi-bin/", "/sns/")):
            if asked.path != "/cgi-bin/showqrcode":
                return None
            ticket = str(asked.query.get("ticket", ""))
            found = console.qrcode_picture(self.state, ticket)
        else:
            found = media.public(self.state, asked.path)
        return web.Response(status=404) if found is None else response(found)

    def _told(self, asked: Asked, wish: Json, code: int) -> None:
        self.state.calls.append(Call(_short(asked.path), wish, code))
        self.state.changed.notify()


def _short(path: str) -> str:
    return path.removeprefix("/cgi-bin/").lstrip("/")


async def _read(request: web.Request) -> Asked:
    query = dict(request.query)
    if request.content_type != "multipart/form-data":
        return Asked(request.method, request.path, query, await request.read(), None)
    given = (await request.post()).get("media")
    file = None
    if isinstance(given, web.FileField):
        file = Upload(given.filename, given.file.read())
    return Asked(request.method, request.path, query, b"", file)


def _strict(body: bytes) -> Json:
    """A body as WeChat wants it. Raises ApiError 44002, 40033 or 47001."""
    require(body, 44002)
    require(not ESCAPED.search(body), 40033)
    try:
        found = json.loads(body.decode("utf-8"))
    except ValueError:
        raise ApiError(47001) from None
    require(isinstance(found, dict), 47001)
    return dict(found)


def _loose(asked: Asked) -> Json:
    """What a call was about, for those who look at it later."""
    query = {
        name: value for name, value in asked.query.items() if name != "access_token"
    }
    try:
        found = json.loads(asked.body)
    except ValueError:
        return query
    return query | found if isinstance(found, dict) else query
