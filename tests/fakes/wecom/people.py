"""The acting side: what one member says, sends and presses in the app, and what their phone
shows.
"""

from __future__ import annotations

from typing import Any

from tests.fakes.wecom import directory as wecom_directory
from tests.fakes.wecom.callbacks import Callback, Sender
from tests.fakes.wecom.phone import Button, Card, Shown
from tests.fakes.wecom.state import Member, State


class Person:
    """A member with the app in hand. All that they do returns the callback that it makes."""

    def __init__(self, state: State, sender: Sender, member: Member, url: str) -> None:
        self.state, self.sender, self.member, self.url = state, sender, member, url

    @property
    def userid(self) -> str:
        return self.member.userid

    # -- saying
    # ---

    def says(self, text: str) -> Callback:
        return self._message(MsgType="text", Content=text)

    def sends_photo(self, data: bytes) -> Callback:
        media_id = self.state.keep("image", data, "a.jpg")
        address = f"{self.url}/picture/{media_id}"
        return self._message(MsgType="image", PicUrl=address, MediaId=media_id)

    def sends_photos(self, pictures: list[bytes]) -> list[Callback]:
        """At one go: nothing says that they belong together."""
        return [self.sends_photo(one) for one in pictures]

    def sends_voice(self, data: bytes = b"#!AMR\n0123") -> Callback:
        media_id = self.state.keep("voice", data, "a.amr")
        return self._message(MsgType="voice", MediaId=media_id, Format="amr")

    def sends_video(self, data: bytes) -> Callback:
        media_id = self.state.keep("video", data, "a.mp4")
        thumb = self.state.keep("image", b"\xff\xd8\xff0123", "a.jpg")
        return self._message(MsgType="video", MediaId=media_id, ThumbMediaId=thumb)

    def sends_location(self, lat: float, lon: float, label: str = "") -> Callback:
        """Degrees of GCJ-02, as the phone's map has them."""
        where = {"Location_X": f"{lat:.6f}", "Location_Y": f"{lon:.6f}"}
        named = {"Scale": 15, "Label": label, "AppType": "wxwork"}
        return self._message(MsgType="location", **where, **named)

    def sends_link(self, title: str, url: str) -> Callback:
        more = {"Description": "", "PicUrl": ""}
        return self._message(MsgType="link", Title=title, Url=url, **more)

    def _message(self, **fields: Any) -> Callback:
        number = 7_300_000_000_000_000_000 + self.state.number("MsgId")
        return self._send(fields | {"MsgId": number})

    # -- pressing and coming
    # ---

    def presses(self, wanted: str, card: Card | None = None) -> Callback:
        """A button by its label or key, on the newest card that has it."""
        found, button = self._button(wanted, card, "buttons")
        return self._pressed("template_card_event", found, button)

    def chooses(self, wanted: str, card: Card | None = None) -> Callback:
        """What stands behind the corner of a card."""
        found, button = self._button(wanted, card, "menu")
        return self._pressed("template_card_menu_event", found, button)

    def clicks(self, key: str) -> Callback:
        """A button of the app's menu, by its key."""
        return self.does("click", EventKey=key)

    def joins(self) -> Callback:
        """The app becomes visible to them."""
        self.member.sees = True
        return self.does("subscribe", EventKey="")

    def leaves(self) -> Callback:
        self.member.sees = False
        return self.does("unsubscribe", EventKey="")

    def does(self, event: str, **fields: Any) -> Callback:
        """Any event."""
        return self._send({"MsgType": "event", "Event": event} | fields)

    def opens(self) -> str:
        """A page by the authorize link: the code that it gets."""
        return wecom_directory.login_code(self.state, self.member)

    def follows(self, link: str) -> str:
        """Where an authorize link leads the app's browser."""
        return wecom_directory.opened(self.state, link, self.opens())

    def _pressed(self, event: str, card: Card, button: Button) -> Callback:
        fields = {
            "MsgType": "event",
            "Event": event,
            "EventKey": button.key,
            "TaskId": card.task_id,
            "CardType": "button_interaction",
            "ResponseCode": self.state.code(card.task_id),
        }
        return self._send(fields, card)

    def _send(self, fields: dict[str, Any], pressed: Card | None = None) -> Callback:
        around = {
            "ToUserName": self.state.corp_id,
            "FromUserName": self.userid,
            "CreateTime": int(self.state.now()),
        }
        # AgentID stands last (90239)
        agent = {"AgentID": self.state.agent_id}
        return self.sender.send(self.member, around | fields | agent, pressed)

    # -- seeing
    # ---

    @property
    def phone(self) -> list[Shown]:
        """Everything of the app, in order."""
        return self.member.phone

    @property
    def last(self) -> Shown:
        assert self.phone, "the phone shows nothing"
        return self.phone[-1]

    @property
    def cards(self) -> list[Card]:
        """As they stand now, oldest first."""
        return [one.card for one in self.phone if one.card is not None]

    @property
    def words(self) -> list[str]:
        return [one.words for one in self.phone]

    def _button(
        self, wanted: str, card: Card | None, where: str
    ) -> tuple[Card, Button]:
        cards = [card] if card else list(reversed(self.cards))
        for one in cards:
            for button in getattr(one, where):
                if wanted in (button.text, button.key):
                    return one, button
        seen = [getattr(one, where) for one in cards]
        raise AssertionError(f"no {wanted!r} among {seen}")
