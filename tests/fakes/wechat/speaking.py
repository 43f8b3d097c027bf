"""What one person says and sends to the account."""

from __future__ import annotations

from typing import Any

from tests.fakes.wechat.callbacks import Callback, Sender
from tests.fakes.wechat.errors import Json
from tests.fakes.wechat.letters import Bare
from tests.fakes.wechat.state import Follower, State

FIRST_MESSAGE = 24_700_000_000_000_000


class Speaker:
    """A person at the account. Every act is on its way to the bot at once; await `.over()` of what
    it returns to see how that ended.
    """

    def __init__(
        self, state: State, sender: Sender, follower: Follower, url: str
    ) -> None:
        self.state, self.follower = state, follower
        self._sender, self._url = sender, url

    @property
    def openid(self) -> str:
        return self.follower.openid

    # -- saying and sending
    # ---

    def says(self, text: str) -> Callback:
        return self._message({"MsgType": "text", "Content": text})

    def sends_photo(self, data: bytes) -> Callback:
        media_id = self.state.keep("image", data)
        address = f"{self._url}/mmbiz_jpg/{media_id}/0"
        content = {"MsgType": "image", "PicUrl": address, "MediaId": media_id}
        return self._message(content)

    def sends_photos(self, pictures: list[bytes]) -> list[Callback]:
        """At once, the last one first: WeChat says nothing of an order, nor of their belonging
        together.
        """
        return [self.sends_photo(data) for data in reversed(pictures)]

    def sends_voice(self, data: bytes, recognition: str | None = None) -> Callback:
        """AMR; `recognition` where the account has it on (it may be empty)."""
        said = {} if recognition is None else {"Recognition": recognition}
        content = {"MsgType": "voice", "MediaId": self.state.keep("voice", data)}
        return self._message(content | {"Format": "amr"} | said)

    def sends_video(self, data: bytes, thumb: bytes = b"\xff\xd8\xff") -> Callback:
        content = {"MsgType": "video", "MediaId": self.state.keep("video", data)}
        return self._message(
            content | {"ThumbMediaId": self.state.keep("thumb", thumb)}
        )

    def sends_location(self, lat: float, lon: float, label: str = "") -> Callback:
        """GCJ-02 degrees, as a phone in China sends them."""
        content: Json = {"MsgType": "location", "Location_X": Bare(f"{lat:.6f}")}
        content |= {"Location_Y": Bare(f"{lon:.6f}"), "Scale": 15, "Label": label}
        return self._message(content)

    def sends_link(self, title: str, url: str, description: str = "") -> Callback:
        content = {"MsgType": "link", "Title": title}
        return self._message(content | {"Description": description, "Url": url})

    def sends_raw(self, kind: str, **fields: Any) -> Callback:
        """A message of any other kind."""
        return self._message({"MsgType": kind, **fields})

    # -- on its way
    # ---

    def _message(self, content: Json, *, tapped: bool = False) -> Callback:
        self._reaches()
        windows, now = self.follower.windows, self.state.now()
        (windows.taps if tapped else windows.says)(now)
        number = FIRST_MESSAGE + self.state.number("message")
        return self._send(content | {"MsgId": number})

    def _event(self, event: str, **content: Any) -> Callback:
        return self._send({"MsgType": "event", "Event": event, **content})

    def _reaches(self) -> None:
        assert self.follower.subscribed, "only followers reach the account"

    def _send(self, content: Json) -> Callback:
        start: Json = {
            "ToUserName": self._sender.seal.account,
            "FromUserName": self.openid,
            "CreateTime": int(self.state.now()),
        }
        return self._sender.send(self.openid, start | content)
