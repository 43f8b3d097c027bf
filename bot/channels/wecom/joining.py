"""Joining by an invitation whose QR code is scanned in WeCom: the page shows what is offered, and
after a press WeCom says who pressed. From then on it is as if they had sent the words to the app.
"""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import Sequence
from hashlib import sha256

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channels.channel import Offer
from bot.channels.tencent.authorize import brought, posted, remembered
from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.channels.wecom.api import Api
from bot.channels.wecom.receive import CHANNEL
from domain.messages import Address, Event
from domain.start_codes import Begins
from handlers.texts.sentences import known, label
from storage.database import Database

log = structlog.get_logger()
ENTER = "/api/wecom"
BEGIN = f"{ENTER}/begin"
COOKIE = "gridbee-wecom"
BACK = "/?start=wecom"
INVITES = re.compile(rf"{Begins.INVITATION}[A-Za-z0-9_-]{{1,62}}")
WHY = {
    40029: "wecom-join-late",
    60011: "wecom-join-unseen",
    60111: "wecom-join-unseen",
}
"""What is said for an error code: the code was used or is too old, the app is not for them (global
error codes, document/path/90313).
"""


def address(url: str, code: str) -> str:
    """What the QR code says; `url` is our address as WeCom's console has it."""
    return f"{url}/?start={code}&in={CHANNEL}"


class Joining:
    """`language` is the service's, for whoever is not known yet."""

    def __init__(
        self, database: Database, api: Api, offer: Offer, url: str, language: str
    ) -> None:
        self._database = database
        self._api = api
        self._offer = offer
        self._url = url
        self._language = language

    def routes(self) -> Sequence[BaseRoute]:
        return [
            Route(BEGIN, self.begin, methods=["POST"]),
            Route(ENTER, self.enter, methods=["POST"]),
        ]

    async def begin(self, request: Request) -> Response:
        """Pressed on the page: where WeCom says who they are. Nothing is used up."""
        start = (await posted(request)).get("start", "")
        if not INVITES.fullmatch(start):
            return JSONResponse({}, 400)
        state = secrets.token_hex(20)
        answer = JSONResponse({"to": self._api.authorize(f"{self._url}{BACK}", state)})
        remembered(request, answer, COOKIE, f"{state}.{start}", ENTER)
        return answer

    async def enter(self, request: Request) -> Response:
        """Takes the invitation for whoever WeCom says it is; the app answers them."""
        back = await brought(request)
        state, _, start = request.cookies.get(COOKIE, "").partition(".")
        if back is None:
            return JSONResponse({}, 400)
        mine = hmac.compare_digest(state.encode(), back.state.encode())
        if not mine or not INVITES.fullmatch(start):
            return self._says("wecom-join-late")
        try:
            userid = await self._api.userid_of(back.code)
            name = await self._api.name_of(userid) if userid else ""
        except (Refused, Uncertain, Unreached) as error:
            return self._failed(error, start)
        if not userid:
            return self._says("wecom-join-stranger", start)
        me = Address(CHANNEL, userid)
        once = f"j:{sha256(back.code.encode()).hexdigest()[:32]}"
        text = f"/start {start}"
        await self._offer([Event(once, me, me, text=text, name=name or userid)])
        answer = self._says("wecom-joined", language=await self._language_of(me))
        answer.delete_cookie(COOKIE, path=ENTER)
        return answer

    def _failed(self, error: Exception, start: str) -> Response:
        why = WHY.get(error.code) if isinstance(error, Refused) else None
        if why:
            return self._says(why, start)
        log.warning("wecom.no_oauth", why=str(error) or type(error).__name__)
        return JSONResponse({}, 503)

    def _says(
        self,
        key: str,
        start: str = "",
        language: str = "",
    ) -> Response:
        """What the page shows; with a press that begins anew where there is a `start`."""
        language = known(language or self._language)
        said = {"said": label(language, key), "language": language}
        if start:
            again = label(language, "wecom-join-again")
            said |= {"again": again, "to": address("", start)}
        return JSONResponse(said, 200 if key == "wecom-joined" else 403)

    async def _language_of(self, who: Address) -> str:
        async with self._database.unit() as unit:
            await unit.people.load([who])
            person = unit.people.at(who)
        return person.language if person else ""
