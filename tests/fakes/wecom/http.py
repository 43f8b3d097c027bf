"""The HTTP side of qyapi.weixin.qq.com: paths, tokens, answers, planned failures."""

from __future__ import annotations

import json
from collections.abc import Callable

from aiohttp import hdrs, web

from tests.fakes.wecom import directory, media, sending, updates
from tests.fakes.wecom.errors import ApiError, Json, require
from tests.fakes.wecom.failures import BEFORE, Failure, broken, dropped
from tests.fakes.wecom.media import Raw, Upload
from tests.fakes.wecom.state import Call, State
from tests.fakes.wecom.webhook import Robots

ROOT = "/cgi-bin/"
JSON_TYPE = "application/json; charset=UTF-8"
POSTS: dict[str, Callable[[State, Json], Json]] = {
    "message/send": sending.send,
    "message/recall": sending.recall,
    "message/update_template_card": updates.update,
    "batch/openuserid_to_userid": directory.plain_ids,
}
GETS: dict[str, Callable[[State, Json], Json]] = {
    "agent/get": directory.agent_get,
    "user/get": directory.user_get,
    "auth/getuserinfo": directory.user_info,
}


class Api:
    """Answers everything below /cgi-bin/."""

    def __init__(self, state: State, robots: Robots) -> None:
        self.state, self.robots = state, robots

    async def answer(self, request: web.Request) -> web.Response:
        path = request.path.removeprefix(ROOT)
        self.state.counts[path] += 1
        failure = self.state.failures.next_for(path)
        query, body = dict(request.query), b""
        upload = await _upload(request) if path == "media/upload" else None
        if path != "media/upload":
            body = await request.read()
        if failure is not None and failure.kind in BEFORE:
            self._told(path, query, body, failure.errcode)
            return _refused(request, failure)
        try:
            answer, code = self._run(request.method, path, query, body, upload), 0
        except ApiError as error:
            answer, code = error.body(), error.code
        self._told(path, query, body, code)
        whole = _response(answer)
        return await broken(request, whole, failure) if failure else whole

    def _run(
        self, verb: str, path: str, query: Json, body: bytes, upload: Upload | None
    ) -> Json | Raw:
        """Raises ApiError."""
        if path == "gettoken":
            return self.state.tokens.get(query)
        if path == "webhook/send":
            return self.robots.send(query, _json(body))
        self.state.tokens.check(query.get("access_token"))
        if path == "media/get":
            return media.get(self.state, query)
        if path in GETS:
            return GETS[path](self.state, query)
        require(verb == "POST", 43004)
        if path == "media/upload":
            return media.upload(self.state, query, upload)
        if path == "menu/create":
            return directory.menu_create(self.state, query, _json(body))
        if path not in POSTS:
            raise ApiError(-1, f"no such path in this fake: {path}")
        return POSTS[path](self.state, _json(body))

    def _told(self, path: str, query: Json, body: bytes, code: int) -> None:
        shown = {name: one for name, one in query.items() if name != "access_token"}
        try:
            found = json.loads(body or b"{}")
        except ValueError:
            found = {}
        more = found if isinstance(found, dict) else {}
        self.state.calls.append(Call(path, shown | more, code))
        self.state.changed.notify()


def _json(body: bytes) -> Json:
    try:
        found = json.loads(body.decode())
    except UnicodeDecodeError:
        raise ApiError(40033) from None
    except ValueError:
        raise ApiError(47001) from None
    require(isinstance(found, dict), 47001)
    return dict(found)


async def _upload(request: web.Request) -> Upload | None:
    """The file of a form, None where there is none."""
    if not request.content_type.startswith("multipart/"):
        return None
    found = (await request.post()).get("media")
    if not isinstance(found, web.FileField):
        return None
    return Upload(found.filename, found.file.read())


def _response(answer: Json | Raw) -> web.Response:
    """Always 200; what is no file is JSON."""
    if isinstance(answer, Raw):
        named = f'attachment; filename="{answer.name}"'
        headers = {
            hdrs.CONTENT_TYPE: answer.content_type,
            hdrs.CONTENT_DISPOSITION: named,
        }
        return web.Response(body=answer.data, headers=headers)
    body = json.dumps(answer, ensure_ascii=False).encode()
    return web.Response(body=body, headers={hdrs.CONTENT_TYPE: JSON_TYPE})


def _refused(request: web.Request, failure: Failure) -> web.Response:
    if failure.kind == "cut_before":
        return dropped(request)
    if failure.kind == "502":
        return web.Response(status=502, text="<html>502 Bad Gateway</html>")
    return _response(ApiError(failure.errcode).body())
