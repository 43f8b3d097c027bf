"""Calls of WeCom's API for one app: qyapi.weixin.qq.com."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal
from urllib.parse import quote

from bot.channels.tencent.authorize import authorize
from bot.channels.tencent.calls import Calls
from bot.channels.wecom.accepted import Accepted, named_low
from bot.channels.wecom.token import Token, unheard
from bot.http.multipart import Upload, form

Card = Mapping[str, Any]
"""A template_card, as card.py draws it."""
Kind = Literal["image", "voice", "video", "file"]

PACE = (4.0, 15)
"""Seconds a message to one member, and how many may go at once: at most 30 a minute and 915 an
hour. WeCom drops what is beyond 30 and 1,000, and says nothing (90236).
"""

AGAIN = {"enable_duplicate_check": 1, "duplicate_check_interval": 1800}
"""Of what may have arrived: it is not shown twice within these seconds, at most 14,400 (90236)."""


class Api:
    """Calls raise Refused, Uncertain or Unreached (tencent/calls.py); errors.py has what that means
    for a letter.
    """

    def __init__(
        self,
        base_url: str,
        corp_id: str,
        secret: str,
        agent_id: int,
        found: Callable[[str], None] = unheard,
    ) -> None:
        """`found` hears what WeCom takes nothing of, '' where it does. Raises ValueError where
        nothing can be sent to this address.
        """
        self._url = base_url.rstrip("/")
        self._corp_id = corp_id
        self._agent_id = agent_id
        self._calls = Calls()
        self._calls.prepare(f"{self._url}/cgi-bin/gettoken")
        self._token = Token(self._calls, self._url, corp_id, secret, found)

    # --- speaking ---

    async def text(
        self, userids: Sequence[str], text: str, again: bool = False
    ) -> Accepted:
        """At most 2048 bytes: the rest is cut there, without a word."""
        return await self._send(userids, "text", {"content": text}, again)

    async def card(self, userids: Sequence[str], card: Card) -> Accepted:
        """Raises Refused with TASK_KNOWN where this task_id has been sent before."""
        return await self._send(userids, "template_card", card)

    async def file(
        self, userids: Sequence[str], kind: Kind, media_id: str, again: bool = False
    ) -> Accepted:
        """Raises Refused with MEDIA_GONE after three days."""
        return await self._send(userids, kind, {"media_id": media_id}, again)

    async def replace(
        self,
        code: str,
        userids: Sequence[str],
        card: Card,
    ) -> None:
        """Their cards become this one. The code is spent, within 72 hours and once."""
        await self._update(code, userids, template_card=card)

    async def stamp(
        self,
        code: str,
        userids: Sequence[str],
        words: str,
    ) -> None:
        """Words take the place of the buttons of their cards. The code is spent."""
        await self._update(code, userids, button={"replace_name": words})

    # --- files ---

    async def upload(self, kind: Kind, file: Upload) -> str:
        """The media_id, for three days. 20 MB, an image 10, a voice message 2."""
        sent = form({}, {"media": file})
        start = f"{self._url}/cgi-bin/media/upload?type={kind}&access_token="
        found = await self._token.used(
            lambda token: self._calls.upload(f"{start}{quote(token)}", sent)
        )
        return str(found["media_id"])

    async def fetch(self, media_id: str) -> bytes:
        start = f"{self._url}/cgi-bin/media/get?media_id={quote(media_id)}"
        return await self._token.used(
            lambda token: self._calls.download(f"{start}&access_token={quote(token)}")
        )

    async def download(self, url: str) -> bytes:
        """What needs no token, as a PicUrl."""
        return await self._calls.download(url)

    # --- who is who ---

    async def name_of(self, userid: str) -> str:
        return str((await self._get("user/get", userid=userid)).get("name", ""))

    def authorize(self, back: str, state: str) -> str:
        """The link by which a page comes `back` with a code for whoever opened it."""
        return authorize(self._corp_id, back, state, agentid=self._agent_id)

    async def userid_of(self, code: str) -> str:
        """Of who opened our page: the code counts once, for five minutes. '' for who is no member
        of the corp.
        """
        found = await self._get("auth/getuserinfo", code=code)
        return str(found.get("userid", "")).lower()

    async def userids_of(self, open_ids: Sequence[str]) -> dict[str, str]:
        """By open_userid, at most a thousand (101521); what is a userid already is itself."""
        body = {"open_userid_list": list(open_ids), "source_agentid": self._agent_id}
        found = await self._post("batch/openuserid_to_userid", body)
        known = {one["open_userid"]: one["userid"] for one in found["userid_list"]}
        return {one: known.get(one, one).lower() for one in open_ids}

    # --- the app itself ---

    async def put_menu(self, menu: Mapping[str, Any]) -> None:
        await self._post("menu/create", menu, agentid=str(self._agent_id))

    async def check(self) -> None:
        """Whether the secret is taken, for this app, and from this address."""
        await self._get("agent/get", agentid=str(self._agent_id))

    async def close(self) -> None:
        await self._calls.close()

    # --- how ---

    async def _send(
        self,
        userids: Sequence[str],
        kind: str,
        part: Mapping[str, Any],
        again: bool = False,
    ) -> Accepted:
        body = {"touser": "|".join(userids), "agentid": self._agent_id, "msgtype": kind}
        body |= {kind: part}
        if again:
            body |= AGAIN
        found = await self._post("message/send", body)
        return Accepted(
            str(found.get("response_code", "")),
            named_low(found.get("invaliduser")),
            named_low(found.get("unlicenseduser")),
        )

    async def _update(
        self,
        code: str,
        userids: Sequence[str],
        **what: Any,
    ) -> None:
        body = {"userids": list(userids), "agentid": self._agent_id} | what
        await self._post("message/update_template_card", body | {"response_code": code})

    async def _post(self, path: str, body: Any, **query: str) -> dict[str, Any]:
        return await self._token.used(
            lambda token: self._calls.post(self._address(path, token, query), body)
        )

    async def _get(self, path: str, **query: str) -> dict[str, Any]:
        return await self._token.used(
            lambda token: self._calls.get(self._address(path, token, query))
        )

    def _address(
        self,
        path: str,
        token: str,
        query: Mapping[str, str],
    ) -> str:
        named = "".join(f"&{name}={quote(value)}" for name, value in query.items())
        return f"{self._url}/cgi-bin/{path}?access_token={quote(token)}{named}"
