"""What Telegram does to a text: UTF-16 counting, the HTML of parse_mode=HTML, entities it finds by
itself.

The rules and error texts are those of parse_html in td/telegram/MessageEntity.cpp (tdlib/td at
000da35, 2024), which the Bot API server passes on with "Bad Request: can't parse entities: " in
front. MarkdownV2 is not built.
"""

import re
from typing import Any, NamedTuple

from tests.fakes.telegram.state import ApiError

Entity = dict[str, Any]

TAGS: dict[str, str] = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
}
_ATTRIBUTE = re.compile(r"""\s*([^\s=>]+)\s*(?:=\s*("[^"]*"|'[^']*'|[^\s>"']+))?""")
_CHARACTER = re.compile(
    r"&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot)(?![A-Za-z]));?"
)
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_FOUND: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "bot_command",
        re.compile(
            r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/@])", re.ASCII
        ),
    ),
    ("mention", re.compile(r"(?<!\w)(?<!/)@[A-Za-z]\w{2,31}", re.ASCII)),
    ("url", re.compile(r"https?://[^\s<>\"]+")),
)


class Parsed(NamedTuple):
    """A text as people see it, with its entities (offsets and lengths in UTF-16 units)."""

    text: str
    entities: list[Entity]


class _Open(NamedTuple):
    tag: str
    start: int
    extra: Entity


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units, the unit of all Telegram limits; an emoji counts 2."""
    return len(text) + sum(character > "\uffff" for character in text)


def refuse(reason: str) -> ApiError:
    return ApiError(400, f"Bad Request: can't parse entities: {reason}")


def parse_html(source: str) -> Parsed:
    """Read Telegram's HTML subset; ApiError 400 with the real reason when it is malformed."""
    shown: list[str] = []
    entities: list[Entity] = []
    opened: list[_Open] = []
    length = position = 0
    while position < len(source):
        bracket = source.find("<", position)
        words = _decode(source[position : bracket if bracket >= 0 else len(source)])
        shown.append(words)
        length += utf16_length(words)
        if bracket < 0:
            break
        position = _tag(source, bracket, length, opened, entities)
    if opened:
        raise refuse(f"Can't find end tag corresponding to start tag {opened[-1].tag}")
    return Parsed(
        "".join(shown),
        sorted(entities, key=lambda entity: (entity["offset"], -entity["length"])),
    )


def _decode(words: str) -> str:
    """Only the entities Telegram knows, also without their `;`; every other `&` stays as it is
    typed.
    """
    return _CHARACTER.sub(_character, words) if "&" in words else words


def _character(found: re.Match[str]) -> str:
    if found[3]:
        return _NAMED[found[3]]
    number = int(found[1], 16) if found[1] else int(found[2])
    surrogate = 0xD800 <= number <= 0xDFFF
    return chr(number) if 0 < number < 0x10FFFF and not surrogate else found[0]


def _tag(
    source: str, bracket: int, length: int, opened: list[_Open], entities: list[Entity]
) -> int:
    """Handle the tag that begins at `bracket`; the position behind its `>`."""
    if source.startswith("</", bracket):
        return _end_tag(source, bracket, length, opened, entities)
    return _start_tag(source, bracket, length, opened)


def _start_tag(source: str, bracket: int, length: int, opened: list[_Open]) -> int:
    found = re.compile(r"[^\s>]*").match(source, bracket + 1)
    assert found is not None
    where, tag = _bytes_before(source, bracket), found[0].lower()
    if found.end() >= len(source):
        raise refuse(f"Unclosed start tag at byte offset {where}")
    if tag not in TAGS:
        raise refuse(f'Unsupported start tag "{tag}" at byte offset {where}')
    attributes, end = _attributes(source, found.end(), tag, where)
    opened.append(_Open(tag, length, _extra(tag, attributes, where)))
    return end


def _attributes(
    source: str, position: int, tag: str, where: int
) -> tuple[dict[str, str], int]:
    attributes: dict[str, str] = {}
    while True:
        while position < len(source) and source[position].isspace():
            position += 1
        if position >= len(source):
            raise refuse(f"Unclosed start tag at byte offset {where}")
        if source[position] == ">":
            return attributes, position + 1
        found = _ATTRIBUTE.match(source, position)
        if found is None:
            raise refuse(
                f'Empty attribute name in the tag "{tag}" at byte offset {where}'
            )
        if found[2] is None and found[1] != "expandable":
            missing = "Expected equal sign in declaration of an attribute of the tag"
            raise refuse(f'{missing} "{tag}" at byte offset {where}')
        attributes[found[1].lower()] = _decode((found[2] or "").strip("\"'"))
        position = found.end()


def _extra(tag: str, attributes: dict[str, str], where: int) -> Entity:
    if tag == "a":
        return {"url": attributes.get("href", "")}
    if tag == "tg-emoji":
        return {"custom_emoji_id": attributes.get("emoji-id", "")}
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise refuse(f'Tag "span" must have class "tg-spoiler" at byte offset {where}')
    return {}


def _end_tag(
    source: str, bracket: int, length: int, opened: list[_Open], entities: list[Entity]
) -> int:
    where = _bytes_before(source, bracket)
    if not opened:
        raise refuse(f"Unexpected end tag at byte offset {where}")
    end = source.find(">", bracket)
    if end < 0:
        raise refuse(f"Unclosed end tag at byte offset {where}")
    tag, begun = source[bracket + 2 : end].strip().lower(), opened.pop()
    if tag and tag != begun.tag:
        raise refuse(
            f'Unmatched end tag at byte offset {where}, expected "</{begun.tag}>", found "</{tag}>"'
        )
    no_link = begun.tag == "a" and not begun.extra["url"]
    if length > begun.start and not no_link:
        place = {"offset": begun.start, "length": length - begun.start}
        entities.append({"type": TAGS[begun.tag], **place, **begun.extra})
    return end + 1


def _bytes_before(source: str, position: int) -> int:
    return len(source[:position].encode("utf-8", "surrogatepass"))


def found_entities(text: str) -> list[Entity]:
    """Commands, mentions and links, which Telegram marks by itself in what anybody writes."""
    if not any(sign in text for sign in "/@"):
        return []
    entities = [
        {
            "type": kind,
            "offset": utf16_length(text[: found.start()]),
            "length": utf16_length(found[0]),
        }
        for kind, pattern in _FOUND
        for found in pattern.finditer(text)
    ]
    return sorted(entities, key=lambda entity: entity["offset"])
