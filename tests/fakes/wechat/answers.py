"""How an answer of WeChat's API looks on the wire, and how it breaks."""

from __future__ import annotations

import asyncio
import json

from aiohttp import hdrs, web

from tests.fakes.wechat.errors import ApiError, Json
from tests.fakes.wechat.failures import Failure
from tests.fakes.wechat.media import Raw

JSON_TYPE = "application/json; encoding=utf-8"


def response(answer: Json | Raw) -> web.Response:
    if not isinstance(answer, Raw):
        body = json.dumps(answer, ensure_ascii=False).encode()
        return web.Response(body=body, headers={hdrs.CONTENT_TYPE: JSON_TYPE})
    headers = {hdrs.CONTENT_TYPE: answer.content_type}
    if answer.name:
        headers[hdrs.CONTENT_DISPOSITION] = f'attachment; filename="{answer.name}"'
    return web.Response(body=answer.data, headers=headers)


def refused(request: web.Request, failure: Failure) -> web.Response:
    """Before anything is done."""
    if failure.kind == "cut_before":
        return _dropped(request)
    if failure.kind == "502":
        return web.Response(status=502, text="<html>502 Bad Gateway</html>")
    return response(ApiError(failure.errcode).body())


async def broken(
    request: web.Request, whole: web.Response, failure: Failure | None
) -> web.StreamResponse:
    """After it is done."""
    if failure is None:
        return whole
    if failure.kind == "cut":
        return _dropped(request)
    await asyncio.sleep(failure.seconds)
    return whole if failure.kind == "slow" else _dropped(request)


def _dropped(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
