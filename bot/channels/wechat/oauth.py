"""The rider's own page, opened by whoever WeChat says it is. What WeChat brings back stands in an
address, so looking at that changes nothing: the page posts it.
"""

from __future__ import annotations

import hmac
import secrets
from datetime import timedelta
from hashlib import sha256

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channels.channel import Offer
from bot.channels.tencent.authorize import brought, remembered
from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.channels.wechat.api import Api
from bot.channels.wechat.authorizing import BEGIN, Authorizing, who
from bot.channels.wechat.pages import Pages
from bot.channels.wechat.receive import CHANNEL
from domain.messages import Address, Event
from domain.start_codes import Begins
from handlers.texts.sentences import label
from storage.database import Database

log = structlog.get_logger()
ENTER = "/api/wechat"
COOKIE = "gridbee-wechat"
ENTERS_WITHIN = timedelta(minutes=5)
MENU = "m"
SPENT = frozenset({40029, 40163})
"""A code that is none, too old, or used (global error codes)."""


class OAuth:
    def __init__(
        self,
        database: Database,
        api: Api,
        pages: Pages,
        authorizing: Authorizing,
        offer: Offer,
    ) -> None:
        self._database = database
        self._api = api
        self._pages = pages
        self._authorizing = authorizing
        self._states = authorizing.states
        self._offer = offer

    def routes(self) -> list[BaseRoute]:
        return [
            Route(BEGIN, self.begin),
            Route(
                ENTER,
                self.enter,
                methods=["POST"],
            ),
        ]

    async def begin(self, request: Request) -> Response:
        """From the menu."""
        state = f"{MENU}{secrets.token_hex(20)}"
        answer = RedirectResponse(self._authorizing.to(state), 302)
        remembered(request, answer, COOKIE, state, ENTER)
        return answer

    async def enter(self, request: Request) -> Response:
        """A code that opens the page of whoever WeChat says it is, once and soon."""
        back = await brought(request)
        if back is None:
            return JSONResponse({}, 400)
        menu = back.state.startswith(MENU)
        kept = request.cookies.get(COOKIE, "").encode()
        mine = menu and hmac.compare_digest(kept, back.state.encode())
        wanted = self._states.wanted(back.state)
        if not (mine or wanted):
            return await self._refuses("wechat-link-old")
        try:
            openid = await self._api.openid(back.code)
        except (Refused, Uncertain, Unreached) as error:
            return await self._failed(error)
        if wanted and not hmac.compare_digest(wanted.who, who(openid)):
            return await self._refuses("wechat-link-other", openid)
        case = wanted.case if wanted else None
        start = await self._opened(openid, case, lists=menu)
        if not start:
            return await self._refuses("wechat-link-nobody", openid)
        answer = JSONResponse({"start": start})
        answer.delete_cookie(COOKIE, path=ENTER)
        return answer

    async def _failed(self, error: Exception) -> Response:
        if isinstance(error, Refused) and error.code in SPENT:
            return await self._refuses("wechat-link-old")
        log.warning("wechat.no_oauth", why=str(error) or type(error).__name__)
        return JSONResponse({}, 503)

    async def _refuses(self, key: str, openid: str = "") -> Response:
        """The page shows it, in the language of whoever looks as far as that is known, with a
        press that begins anew.
        """
        language = await self._pages.language_of(Address(CHANNEL, openid))
        said = {"said": label(language, key), "again": label(language, "wechat-mine")}
        return JSONResponse(said | {"to": BEGIN, "language": language}, 403)

    async def _opened(
        self,
        openid: str,
        case: int | None,
        *,
        lists: bool,
    ) -> str:
        """'' for somebody who has never written. `lists`: their page shows what they filed."""
        async with self._database.unit() as unit:
            page = await self._pages.of(unit, Address(CHANNEL, openid))
            if page is None:
                return ""
            chat, _ = page
            secret = await unit.logins.link(
                chat.chat,
                ENTERS_WITHIN,
                case,
                alone=False,
            )
        if lists:
            asked = f"my-{sha256(secret.encode()).hexdigest()[:16]}"
            await self._offer(
                [
                    Event(
                        asked,
                        chat,
                        chat,
                        text="/my",
                        name="",
                    )
                ]
            )
        return Begins.LETTER + secret
