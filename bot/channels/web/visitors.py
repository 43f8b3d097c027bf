"""Whose page it is: a cookie, and what is known behind it.

A newcomer's cookie is a secret that the page made up for them. Nothing of it is kept until they
say something, so looking costs the house nothing and a thousand visits leave no trace. Their
chat's number follows from the secret; both are too long to be met by trying.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass, replace
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web.devices import device
from bot.channels.web.limits.budgets import Budgets
from bot.channels.web.limits.front import caller_of
from storage.database import Database
from storage.login import Login

OWN = "me"
SEATS = frozenset({OWN, "rider", "coordinator", "admin"})
"""One's own, and those of the demo's three phones."""
PLAIN, BOUND = 32, 36  # letters of a secret, and of one that was made over https
TOKEN = re.compile(r"([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{0,64})")
COOKIE = "gridbee"
LASTS = 400 * 86_400  # seconds; browsers keep none longer
NEWCOMER_LASTS = 86_400  # seconds
NOTED_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Visitor:
    """`login` is None for a newcomer; `start` is then the code of the link that they came by.
    `stale` is a secret that has stood in addresses (before 0.4), or in a cookie of its old name.
    """

    secret: str
    chat: str
    seat: str = OWN
    login: Login | None = None
    start: str = ""
    stale: bool = False

    @property
    def token(self) -> str:
        """What their cookie says."""
        return f"{self.secret}.{self.start}"


def newcomer(
    start: str = "",
    known: str = "",
    *,
    bound: bool = False,
) -> Visitor:
    secret = known or secrets.token_urlsafe((BOUND if bound else PLAIN) * 3 // 4)
    return Visitor(
        secret,
        _chat(secret),
        start=start,
    )


def _chat(secret: str) -> str:
    return hashlib.sha256(f"chat of {secret}".encode()).hexdigest()[:32]


class Visitors:
    def __init__(self, database: Database, budgets: Budgets) -> None:
        self.budgets = budgets
        self._database = database

    async def of(self, request: Request, seat: str = OWN) -> Visitor | None:
        """None where there is no cookie, or one that opens nothing (any more). Raises Busy.

        Who has said something is looked up before anything is counted, so that nobody else's
        visits from their address keep them out.
        """
        if seat not in SEATS:
            return None
        token, stale = _cookie(request, seat)
        secret = token.partition(".")[0]
        login = await self._login(secret) if secret else None
        if login is not None:
            self.budgets.requests.take(login.hash)
            stale = stale or "." not in token
            visitor = Visitor(
                secret,
                login.chat,
                seat,
                login,
                stale=stale,
            )
            return None if login.ended_at else visitor
        self.budgets.visits.take(caller_of(request))
        shape = TOKEN.fullmatch(token)
        if shape is None or len(secret) != (BOUND if bound(request) else PLAIN):
            return None
        return replace(newcomer(shape[2], secret), seat=seat)

    async def _login(self, secret: str) -> Login | None:
        async with self._database.reader() as reader:
            return await reader.logins.find(secret)

    async def still(self, visitor: Visitor) -> bool:
        """Whether they have not been signed out meanwhile."""
        login = await self._login(visitor.secret)
        return login is not None and login.ended_at is None

    async def known(self, visitor: Visitor) -> Visitor:
        """Somebody who has just been signed in."""
        login = await self._login(visitor.secret)
        return replace(
            visitor,
            login=login,
            chat=login.chat if login else visitor.chat,
        )

    async def given(self, secret: str, chat: str) -> Visitor:
        """The demo's: signed in again where somebody has signed it out."""
        login = await self._login(secret)
        if login is None or login.ended_at is not None:
            async with self._database.unit() as unit:
                await unit.logins.add(secret, chat)
        return await self.known(Visitor(secret, chat))

    async def uses(self, request: Request, login: Login) -> None:
        """Somebody says something: notes that this device was there, once an hour."""
        now = self._database.clock()
        noted = login.seen_at is not None and now - login.seen_at < NOTED_EVERY
        if not noted or login.instead_of:
            async with self._database.unit() as unit:
                await unit.logins.used(login, device(request))


# --- cookies ---


def _name(seat: str, *, secure: bool) -> str:
    """`__Host-` is for https alone: a browser takes such a cookie only with `Secure`, and from
    no other host. Over plain http, as in a demo, it takes neither.
    """
    own = COOKIE if seat == OWN else f"{COOKIE}-{seat}"
    return f"__Host-{own}" if secure else own


def bound(request: Request) -> bool:
    """Whether a cookie that is given out now is bound to this host."""
    return request.url.scheme == "https"


def _cookie(request: Request, seat: str) -> tuple[str, bool]:
    """(the token, whether it came under the plain name). Over https any host beside ours, and who
    stands in the network, may have set the plain name: it brings no secret made over https, so
    nobody is led into a chat of somebody else's, nor into one whose secret they know.
    """
    found = request.cookies.get(_name(seat, secure=bound(request)), "")
    plain = request.cookies.get(_name(seat, secure=False), "")
    if bound(request) and len(plain.partition(".")[0]) == BOUND:
        plain = ""
    return (found or plain), not found


def keep(
    request: Request, answer: Response, visitor: Visitor, *, known: bool = False
) -> Response:
    """The answer with the cookie that opens this chat again; `known` since just now."""
    secure = bound(request)
    lasting = known or visitor.login is not None
    answer.set_cookie(
        _name(visitor.seat, secure=secure),
        visitor.token,
        max_age=LASTS if lasting else NEWCOMER_LASTS,
        httponly=True,
        samesite="lax",
        secure=secure,
    )
    return answer


def forget(request: Request, answer: Response, seat: str) -> Response:
    """The answer that takes the cookie away."""
    for secure in {False, bound(request)}:
        answer.delete_cookie(
            _name(seat, secure=secure), secure=secure, httponly=True, samesite="lax"
        )
    return answer
