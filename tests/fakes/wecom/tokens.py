"""Access tokens: the same one for two hours, whoever asks; it may end before."""

from __future__ import annotations

from collections.abc import Callable

from tests.fakes.wecom.errors import ApiError, Json, require

LIFE = 7200.0  # seconds (91039)


class Tokens:
    """`given` counts different tokens, `asked` the questions for one."""

    def __init__(self, corp_id: str, secret: str, now: Callable[[], float]) -> None:
        self.corp_id, self.secret, self.now = corp_id, secret, now
        self.given = self.asked = 0
        self._live = ""
        self._until = 0.0

    def get(self, query: Json) -> Json:
        """GET /cgi-bin/gettoken. Raises ApiError.

        It says 7200 of a token that has lived for a while too: that is the harder case.
        """
        self.asked += 1
        corp_id, secret = query.get("corpid"), query.get("corpsecret")
        require(corp_id, 41002)
        require(secret, 41004)
        require(corp_id == self.corp_id, 40013)
        require(secret == self.secret, 40001)
        if not self._live or self._until <= self.now():
            self.given += 1
            self._live = f"wc{self.given:06d}".ljust(214, "t")
            self._until = self.now() + LIFE
        return {
            "errcode": 0,
            "errmsg": "ok",
            "access_token": self._live,
            "expires_in": int(LIFE),
        }

    def check(self, token: object) -> None:
        """Raises ApiError 41001, 40014 or 42001."""
        require(token, 41001)
        if token == self._live and self._until > self.now():
            return
        known = str(token)[:8].removeprefix("wc").rstrip("t")
        was = known.isdecimal() and 0 < int(known) <= self.given
        raise ApiError(42001 if was else 40014)

    def end(self) -> None:
        """Before its time, as the page says may happen."""
        self._until = 0.0
