"""A callback of the fake WeCom is opened by our envelope, and our answer changes its card."""

from __future__ import annotations

from bot.channels.tencent.envelope import Envelope
from bot.channels.tencent.xml import Fields, build, parse, text_of
from bot.channels.wecom.answers import Answer, becomes, says, stamps
from bot.channels.wecom.buttons import Labels
from bot.channels.wecom.card import draw
from bot.channels.wecom.receive import event_of
from domain.messages import Choice, EventKind, Reply
from tests.fakes.wecom.phone import Card
from tests.fakes.wecom.server import AGENT_ID, CORP_ID, KEY, TOKEN, FakeWeCom

NOW = 1764150000
LABELS = Labels("更多", "已处理")
ENVELOPE = Envelope(TOKEN, CORP_ID, [KEY])
PRESS = {
    "ToUserName": CORP_ID,
    "FromUserName": "Zhang",
    "CreateTime": NOW,
    "MsgType": "event",
    "Event": "template_card_event",
    "EventKey": "c:7:accept",
    "TaskId": "case-7-1",
    "CardType": "button_interaction",
    "ResponseCode": "CODE",
    "AgentID": AGENT_ID,
}


def opened(wecom: FakeWeCom) -> Fields:
    """A press, as it comes through the door."""
    letter = wecom.sender.letter(PRESS)
    query = letter.query
    encrypt = text_of(parse(letter.body), "Encrypt")
    marks = query["msg_signature"], query["timestamp"], query["nonce"]
    return parse(ENVELOPE.open(encrypt, *marks).text)


def sealed(answer: Answer, fields: Fields) -> bytes:
    """As it goes out with the callback."""
    around: Answer = {
        "ToUserName": text_of(fields, "FromUserName"),
        "FromUserName": text_of(fields, "ToUserName"),
        "CreateTime": NOW,
    }
    encrypt = ENVELOPE.seal(build(around | answer).encode())
    signature = ENVELOPE.signed(encrypt, str(NOW), "77")
    outer: Answer = {"Encrypt": encrypt, "MsgSignature": signature}
    return build(outer | {"TimeStamp": NOW, "Nonce": "77"}).encode()


def test_a_press_comes_through_and_its_answer_changes_the_card() -> None:
    wecom = FakeWeCom(clock=lambda: float(NOW))
    wecom.member("Zhang")
    fields = opened(wecom)
    event = event_of(fields)
    assert event is not None
    assert (event.kind, event.data) == (EventKind.PRESS, "c:7:accept")
    first = draw(Reply("标题", ((Choice("接单", "c:7:accept"),),)), "case-7-1", LABELS)
    card, take = Card("case-7-1", first.card), wecom.sender.reader.take
    text = "标题 · 已接单\n📍 和平里"
    new = draw(Reply(text, ((Choice("办好了", "c:7:done"),),)), "case-7-1", LABELS)
    assert take(sealed(becomes(new.card), fields), "Zhang", card).kind
    assert (card.words, card.buttons[0].key) == (text, "c:7:done")
    take(sealed(stamps("办好了"), fields), "Zhang", card)
    assert card.replaced == "办好了"
    shown = take(sealed(says("好 ]]> 的"), fields), "Zhang", card).shown
    assert shown is not None and shown.text == "好 ]]> 的"
    assert take(b"", "Zhang", card).kind == ""
