"""The acting side: what one person taps, scans and follows, and what their phone shows."""

from __future__ import annotations

import hashlib
from typing import Any

from tests.fakes.wechat import oauth as wechat_oauth
from tests.fakes.wechat.callbacks import Callback
from tests.fakes.wechat.menu import chosen
from tests.fakes.wechat.phone import FAULT, Option, Shown
from tests.fakes.wechat.speaking import Speaker


class Rider(Speaker):
    """Who does all that a thumb can do at the account.

    `tells_menu_ids`: whether a tap comes with the id of its line, which nobody promises.
    """

    tells_menu_ids = True

    # -- tapping and coming
    # ---

    def taps(self, wanted: str) -> Callback:
        """Tap an offered line, found by its label or id from the newest message on: the label is
        sent as a text. It opens a minute, not two days.
        """
        option = self._option(wanted)
        content = {"MsgType": "text", "Content": option.label}
        mark = {"bizmsgmenuid": option.id} if self.tells_menu_ids else {}
        return self._message(content | mark, tapped=True)

    def clicks(self, wanted: str) -> Callback:
        """Press a button of the menu below the chat, found by its name or key."""
        self._reaches()
        button = chosen(self.state.menu, wanted)
        if button["type"] == "view":
            return self._event("VIEW", EventKey=button["url"], MenuId=504101234)
        self.follower.windows.taps(self.state.now())
        return self._event("CLICK", EventKey=button["key"])

    def picks_place(self, wanted: str, lat: float, lon: float, label: str) -> Callback:
        """Through a menu button of type location_select: an event, and the message itself."""
        self._reaches()
        self.follower.windows.taps(self.state.now())
        info = {"Location_X": f"{lat:.6f}", "Location_Y": f"{lon:.6f}"}
        info |= {"Scale": "15", "Label": label, "Poiname": ""}
        key = chosen(self.state.menu, wanted)["key"]
        self._event("location_select", EventKey=key, SendLocationInfo=info)
        return self.sends_location(lat, lon, label)

    def picks_photos(self, wanted: str, pictures: list[bytes]) -> list[Callback]:
        """Through a menu button of type pic_photo_or_album."""
        self._reaches()
        self.follower.windows.taps(self.state.now())
        sums = [hashlib.md5(one, usedforsecurity=False).hexdigest() for one in pictures]
        info = {
            "Count": len(pictures),
            "PicList": {"item": [{"PicMd5Sum": one} for one in sums]},
        }
        key = chosen(self.state.menu, wanted)["key"]
        self._event("pic_photo_or_album", EventKey=key, SendPicsInfo=info)
        return self.sends_photos(pictures)

    def follows(self, scene: str = "") -> Callback:
        """`scene` of the QR code that led here, if one did."""
        assert not self.follower.subscribed, "they follow already: scans()"
        self.follower.subscribed, self.follower.scene = True, scene
        self.follower.since = int(self.state.now())
        self.follower.windows.taps(self.state.now())
        code = {"Ticket": self._ticket(scene)} if scene else {}
        return self._event("subscribe", EventKey=scene and f"qrscene_{scene}", **code)

    def scans(self, code: str) -> Callback:
        """A QR code, by its ticket or its scene; who does not follow yet follows."""
        scene = self.state.tickets.get(code, code)
        if not self.follower.subscribed:
            return self.follows(scene)
        self.follower.windows.taps(self.state.now())
        return self._event("SCAN", EventKey=scene, Ticket=self._ticket(scene))

    def unfollows(self) -> Callback:
        self._reaches()
        self.follower.subscribed = False
        self.follower.windows.close()
        return self._event("unsubscribe", EventKey="")

    def is_at(self, lat: float, lon: float) -> Callback:
        """Where an opened chat says the phone is: WGS-84 degrees, without a word of theirs."""
        where = {"Latitude": f"{lat:.6f}", "Longitude": f"{lon:.6f}"}
        return self._event("LOCATION", **where, Precision="65.000000")

    def does(self, event: str, **fields: Any) -> Callback:
        """Any other event."""
        return self._event(event, **fields)

    def opens(self, link: str) -> str:
        """An authorize link in WeChat's browser: where that leads."""
        return wechat_oauth.opened(self.state, self.openid, link)

    # -- seeing
    # ---

    @property
    def phone(self) -> list[Shown]:
        """Everything of the account, in order."""
        return self.follower.phone

    @property
    def last(self) -> Shown:
        assert self.phone, "the phone shows nothing"
        return self.phone[-1]

    @property
    def faults(self) -> int:
        """How often the phone said that the service is out of order."""
        return sum(shown.text == FAULT for shown in self.phone)

    def _option(self, wanted: str) -> Option:
        seen = [option for shown in reversed(self.phone) for option in shown.options]
        found = next((one for one in seen if wanted in one), None)
        assert found is not None, f"no line {wanted!r}; to be tapped: {seen}"
        return found

    def _ticket(self, scene: str) -> str:
        known = (ticket for ticket, kept in self.state.tickets.items() if kept == scene)
        return next(known, "gQE_ofAnother")
