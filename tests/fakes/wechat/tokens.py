"""The access token: the same one until five minutes before its end, then both for a while."""

from __future__ import annotations

import secrets
from collections import deque
from collections.abc import Callable

from tests.fakes.wechat.errors import ApiError, Json, require

LIFE = 7200.0  # seconds
OVERLAP = 300.0  # seconds before the end from which on a new one is given
MOST_FORCED = 20  # a day
BETWEEN_FORCED = 30.0  # seconds
DAY = 86400.0
LENGTH = 512  # letters, as the page asks to keep room for


class Tokens:
    """stable_token (developers.weixin.qq.com, getStableAccessToken) of one account."""

    def __init__(self, app_id: str, secret: str, now: Callable[[], float]) -> None:
        self.app_id, self.secret, self._now = app_id, secret, now
        self.given = 0  # tokens made so far
        self.ip_allowed = True
        self._until: dict[str, float] = {}
        self._newest = ""
        self._forced: deque[float] = deque()

    def stable(self, wish: Json) -> Json:
        """The answer to a call. Raises ApiError."""
        require(wish.get("grant_type") == "client_credential", 40002)
        self.known(wish)
        now = self._now()
        if wish.get("force_refresh"):
            self._force(now)
        elif self._until.get(self._newest, 0.0) - now > OVERLAP:
            return self._told(now)
        self._newest = secrets.token_urlsafe(LENGTH)[:LENGTH]
        self._until[self._newest] = now + LIFE
        self.given += 1
        return self._told(now)

    def known(self, wish: Json) -> None:
        """Raises ApiError unless app, secret and address are the account's."""
        require(wish.get("appid") == self.app_id, 40013)
        require(wish.get("secret") == self.secret, 40125)
        require(self.ip_allowed, 40164)

    def check(self, token: str) -> None:
        """Raises ApiError 41001, 40001, 42001 or 40164."""
        require(token, 41001)
        until = self._until.get(token)
        if until is None:
            raise ApiError(40001)
        require(self._now() < until, 42001)
        require(self.ip_allowed, 40164)

    def expire(self) -> None:
        """All that were given are too old from now on: 42001."""
        self._until = dict.fromkeys(self._until, 0.0)

    def revoke(self) -> None:
        """All that were given are none from now on: 40001."""
        self._until.clear()

    def _force(self, now: float) -> None:
        while self._forced and self._forced[0] <= now - DAY:
            self._forced.popleft()
        require(not self._forced or now - self._forced[-1] >= BETWEEN_FORCED, 45011)
        require(len(self._forced) < MOST_FORCED, 45009)
        self._forced.append(now)
        self._until.clear()

    def _told(self, now: float) -> Json:
        left = int(self._until[self._newest] - now)
        return {"access_token": self._newest, "expires_in": left}
