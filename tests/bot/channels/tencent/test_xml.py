"""XML is read within bounds, loses no word, and is written so that it reads the same."""

from __future__ import annotations

import json
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.tencent.xml import (
    LARGEST,
    BadXml,
    build,
    each,
    inside,
    parse,
    text_of,
)

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text("utf-8"))
MENU = """<xml><ToUserName><![CDATA[gh_e136c6e50636]]></ToUserName>
<FromUserName><![CDATA[oMgHVjngRipVsoxg6TuX3vz6glDg]]></FromUserName>
<CreateTime>1408090816</CreateTime><MsgType><![CDATA[event]]></MsgType>
<Event><![CDATA[pic_weixin]]></Event><EventKey><![CDATA[6]]></EventKey>
<SendPicsInfo><Count>2</Count>
<PicList><item><PicMd5Sum><![CDATA[5a75]]></PicMd5Sum></item>
<item><PicMd5Sum><![CDATA[1b5f]]></PicMd5Sum></item></PicList>
</SendPicsInfo></xml>"""
VOTE = """<xml><Event><![CDATA[template_card_event]]></Event>
<SelectedItems><SelectedItem><QuestionKey><![CDATA[urgency]]></QuestionKey>
<OptionIds><OptionId><![CDATA[a]]></OptionId><OptionId><![CDATA[b]]></OptionId></OptionIds>
</SelectedItem></SelectedItems></xml>"""


def read(inner: str) -> object:
    return parse(f"<xml>{inner}</xml>".encode())


def test_a_message_is_its_fields() -> None:
    fields = parse(VECTORS[0]["message"].encode())
    assert fields == {
        "ToUserName": "gh_7f083739789a",
        "FromUserName": "oRider0001",
        "CreateTime": "1764150000",
        "MsgType": "text",
        "Content": "井盖松了🚲",
        "MsgId": "24700000000000001",
    }


def test_elements_inside_are_fields_and_repeated_ones_a_list() -> None:
    pictures = inside(inside(parse(MENU.encode()), "SendPicsInfo"), "PicList")
    assert each(pictures, "item") == [{"PicMd5Sum": "5a75"}, {"PicMd5Sum": "1b5f"}]
    chosen = each(inside(parse(VOTE.encode()), "SelectedItems"), "SelectedItem")
    assert chosen == [{"QuestionKey": "urgency", "OptionIds": {"OptionId": ["a", "b"]}}]


def test_what_is_not_there_or_of_another_shape_is_empty() -> None:
    fields = parse(b"<xml><A>1</A><B><C>2</C></B><D/></xml>")
    assert [text_of(fields, name) for name in "ABDE"] == ["1", "", "", ""]
    assert [inside(fields, name) for name in "ABDE"] == [{}, {"C": "2"}, {}, {}]
    assert [each(fields, name) for name in "ADE"] == [["1"], [""], []]


@pytest.mark.parametrize(
    "words",
    [
        "  两个空格 \n",
        "a < b & c > d",
        "]]>",
        "]]]]>>",
        "<!DOCTYPE html><!ENTITY x 'y'>",
        "🚲👷‍♀️",
        "&amp;",
    ],
)
def test_words_come_as_they_were_said(words: str) -> None:
    assert parse(build({"Content": words}).encode()) == {"Content": words}
    assert read(f"<Content>{escape(words)}</Content>") == {"Content": words}


def test_what_xml_cannot_hold_costs_no_message() -> None:
    body = b"<xml><Content><![CDATA[\x08\x1f\xe4\xba\x95\xe7\x9b]]></Content></xml>"
    assert parse(body) == {"Content": "井\ufffd"}
    assert parse(build({"Content": "\0井\x08\ufffe"}).encode()) == {"Content": "井"}


@pytest.mark.parametrize(
    "opening",
    [
        '<!DOCTYPE x [<!ENTITY a "b">]>',
        '<!DOCTYPE xml SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
        "<!DOCTYPE\nxml>",
        "<!doctype xml>",
        '<!ENTITY a "b">',
        '<?xml version="1.0" encoding="utf-7"?><!DOCTYPE x [<!ENTITY a "b">]>',
    ],
)
@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_document_type_is_refused_in_any_encoding(opening: str, coding: str) -> None:
    with pytest.raises(BadXml):
        parse(f"{opening}<xml><A>&a;</A></xml>".encode(coding))


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-be", "utf-32"])
def test_another_encoding_is_refused_even_where_it_is_declared(coding: str) -> None:
    with pytest.raises(BadXml):
        text = f'<?xml version="1.0" encoding="{coding}"?><xml><A>1</A></xml>'
        parse(text.encode(coding))


def test_a_declared_encoding_is_not_believed() -> None:
    for name in ("utf-16", "gbk", "rot13", "no-such", "idna"):
        opening = f'<?xml version="1.0" encoding="{name}"?>'
        assert parse(f"{opening}<xml><A>井</A></xml>".encode()) == {"A": "井"}


def test_entities_that_nobody_declared_are_refused() -> None:
    for entity in ("&a;", "&lol9;", "&#0;", "&#xD800;", "&#x110000;"):
        with pytest.raises(BadXml):
            read(f"<A>{entity}</A>")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"success",
        b"{}",
        b"<xml>",
        b"<xml></xml><xml></xml>",
        b"<html><A/></html>",
        b"<xml><A></B></xml>",
        b"<xml>" + b"<A>" * 12 + b"</A>" * 12 + b"</xml>",
        b"<xml>" + b"<A>" * 20_000,
        b"<xml>" + b"<A/>" * 1000 + b"</xml>",
        b"<xml><A>" + b"x" * LARGEST + b"</A></xml>",
        b"<xml><A a='1' a='2'/></xml>",
    ],
)
def test_what_is_no_message_is_refused(body: bytes) -> None:
    with pytest.raises(BadXml):
        parse(body)


PIECES = st.sampled_from(
    [
        b"<xml>",
        b"</xml>",
        b"<A>",
        b"</A>",
        b"<A/>",
        b"<![CDATA[",
        b"]]>",
        b"<!DOCTYPE a [",
        b"<!ENTITY a 'b'>",
        b"&a;",
        b"<?xml version='1.0' encoding='x'?>",
        b"\0",
        b"\xff\xfe",
        b"<a:b xmlns:a='c'>",
    ]
)


@settings(max_examples=200)
@given(st.lists(PIECES | st.binary(max_size=4), max_size=12))
def test_nothing_but_bad_xml_is_raised(pieces: list[bytes]) -> None:
    try:
        parse(b"".join(pieces))
    except BadXml as reason:
        assert str(reason) in {
            "it is not well-formed",
            "it is none of Tencent's",
            "it is no UTF-8",
            "it has a document type",
        }


NAMES = st.sampled_from(["Count", "PicList", "item", "Content", "OptionId"])
# the end of a line is one character in XML
WORDS = st.text(
    "井盖🚲<>&]![CDATA;'\" \t\n\u2028\u200d\xa0\x85", min_size=1, max_size=12
)
TREES = st.recursive(
    WORDS | st.integers(),
    lambda inner: st.dictionaries(
        NAMES, inner | st.lists(inner, min_size=2), min_size=1
    ),
    max_leaves=8,
)


def shown(tree: object) -> object:
    """As it is read again: numbers are text; lists of lists do not come."""
    if isinstance(tree, dict):
        return {name: shown(inner) for name, inner in tree.items()}
    if isinstance(tree, list):
        return [shown(inner) for inner in tree]
    return str(tree)


@settings(max_examples=60)
@given(st.dictionaries(NAMES, TREES | st.lists(TREES, min_size=2)))
def test_what_was_written_is_read_again(tree: dict[str, object]) -> None:
    assert parse(build(tree).encode()) == shown(tree)  # type: ignore[arg-type]
