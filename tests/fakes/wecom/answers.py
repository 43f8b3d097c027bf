"""What a passive answer of the bot does: words on the phone of who spoke, or another card where
the pressed one stood (90241).
"""

from __future__ import annotations

from typing import NamedTuple

from tests.fakes.wecom import cards, updates
from tests.fakes.wecom.contents import cut
from tests.fakes.wecom.envelope import BadEnvelope, Envelope
from tests.fakes.wecom.errors import ApiError, Json
from tests.fakes.wecom.phone import Card, Shown
from tests.fakes.wecom.state import State
from tests.fakes.wecom.xml import read

AROUND = ["Encrypt", "MsgSignature", "Nonce", "TimeStamp"]
MEDIA = {"image": "Image", "voice": "Voice", "video": "Video"}


class BadAnswer(Exception):
    """What WeCom cannot read: nothing is shown."""


class Answered(NamedTuple):
    """`kind` is the MsgType, "" for nothing to say."""

    kind: str
    shown: Shown | None = None


class Reader:
    """Reads answers, with the bot's key."""

    def __init__(self, state: State, envelope: Envelope) -> None:
        self.state, self.envelope = state, envelope

    def take(self, body: bytes, userid: str, pressed: Card | None) -> Answered:
        """Does what the answer says; `pressed` is the card that it may change. Raises
        BadAnswer.
        """
        if not body:
            return Answered("")
        fields = self._opened(body)
        _require(fields.get("ToUserName") == userid, "it is for somebody else")
        _require(fields.get("FromUserName") == self.state.corp_id, "another corp")
        _require(str(fields.get("CreateTime")).isdecimal(), "no time")
        kind = str(fields.get("MsgType"))
        try:
            if kind.startswith("update_"):
                return self._changed(kind, fields, pressed)
            return Answered(kind, self._shown(kind, fields))
        except (ApiError, AttributeError, KeyError, TypeError, ValueError) as error:
            raise BadAnswer(f"{kind}: {error!r}") from error

    def _opened(self, body: bytes) -> Json:
        try:
            around = read(body.decode())
            _require(sorted(around) == AROUND, "other elements than four")
            names = ("Encrypt", "MsgSignature", "TimeStamp", "Nonce")
            return read(self.envelope.open(*(str(around[name]) for name in names)))
        except (BadEnvelope, ValueError) as error:
            raise BadAnswer(f"not read: {error}") from error

    def _changed(self, kind: str, fields: Json, pressed: Card | None) -> Answered:
        if pressed is None:
            raise BadAnswer("no card was pressed")
        if kind == "update_button":
            replaced = str(fields["Button"]["ReplaceName"])
            _require(replaced, "no ReplaceName")
            updates.change(pressed, {"button": {"replace_name": replaced}})
            return Answered(kind)
        _require(kind == "update_template_card", f"an answer of this kind: {kind}")
        card = cards.from_xml(fields["TemplateCard"])
        cards.check(card)
        updates.change(pressed, {"template_card": card})
        return Answered(kind)

    def _shown(self, kind: str, fields: Json) -> Shown:
        text, media = "", None
        if kind == "text":
            text = cut(str(fields["Content"]))
            _require(text, "no words")
        elif kind in MEDIA:
            found = self.state.file(fields[MEDIA[kind]]["MediaId"], kind)
            text, media = found.name, found.data
        else:
            raise BadAnswer(f"an answer of this kind: {kind}")
        return Shown("passive", kind, text, self.state.now(), fields, media=media)


def _require(holds: object, reason: str) -> None:
    if not holds:
        raise BadAnswer(reason)
