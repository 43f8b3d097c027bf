"""XML as Tencent sends and takes it: elements with text, or with further elements; read within
bounds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias
from xml.etree import ElementTree  # nosec B405

Value: TypeAlias = "str | Fields | list[str | Fields]"
Fields: TypeAlias = "dict[str, Value]"
"""Elements by name: the text, what is inside, or a list where a name is repeated."""
Given: TypeAlias = "str | int | Mapping[str, Given] | list[Given]"

LARGEST = 64 * 1024  # bytes; the longest message known has a tenth of it
DEEPEST = 12  # elements inside each other; Tencent's have five
MOST_ELEMENTS = 1000
ROOT = "xml"
# what XML 1.0 cannot hold at all
FORBIDDEN = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class BadXml(ValueError):
    """What is not read, for a reason that has no word of it."""


def parse(body: bytes) -> Fields:
    """What stands inside <xml>. UTF-8 whatever it says of itself: bytes that are none, and control
    characters, cost no more than themselves.

    A document type is refused by the parser as it begins, so there are no entities; the same
    letters inside CDATA are somebody's words. Raises BadXml, and nothing else.
    """
    if len(body) > LARGEST:
        raise BadXml("it is too large")
    text = FORBIDDEN.sub("", body.decode("utf-8-sig", "replace"))
    if "\0" in text:
        # the parser would take it for UTF-16 whatever it is told
        raise BadXml("it is no UTF-8")
    reader = _Reader()
    parser = ElementTree.XMLParser(target=reader)  # noqa: S314  # nosec B314
    try:
        # as text, so that no declared encoding is believed
        parser.feed(text)
        parser.close()
    except ElementTree.ParseError:
        raise BadXml("it is not well-formed") from None
    return reader.found


def text_of(fields: Fields, name: str) -> str:
    """The text of an element; empty where there is none or it is no text."""
    value = fields.get(name)
    return value if isinstance(value, str) else ""


def inside(fields: Fields, name: str) -> Fields:
    """What stands inside an element; nothing where there is none."""
    value = fields.get(name)
    return value if isinstance(value, dict) else {}


def each(fields: Fields, name: str) -> list[str | Fields]:
    """Every element of this name, also where there is one or none."""
    value = fields.get(name, [])
    return value if isinstance(value, list) else [value]


def build(fields: Mapping[str, Given]) -> str:
    """Text as CDATA, numbers bare, a list as a repeated element. Names are ours: not checked."""
    return _element(ROOT, fields)


def _element(name: str, value: Given) -> str:
    if isinstance(value, list):
        return "".join(_element(name, one) for one in value)
    return f"<{name}>{_inside(value)}</{name}>"


def _inside(value: str | int | Mapping[str, Given]) -> str:
    if isinstance(value, Mapping):
        return "".join(_element(name, one) for name, one in value.items())
    if isinstance(value, int):
        return str(value)
    kept = FORBIDDEN.sub("", value).replace("\0", "")
    return f"<![CDATA[{kept.replace(']]>', ']]]]><![CDATA[>')}]]>"


class _Reader:
    """What the parser tells, as Fields; raises BadXml at the first thing beyond the bounds."""

    def __init__(self) -> None:
        self.found: Fields = {}
        self._open: list[Fields] = []
        self._text: list[str] = []
        self._elements = 0

    def doctype(
        self,
        name: str,
        public: str | None,
        system: str | None,
    ) -> None:
        raise BadXml("it has a document type")

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._elements += 1
        if len(self._open) >= DEEPEST or self._elements > MOST_ELEMENTS:
            raise BadXml("it has too many elements")
        if not self._open and tag != ROOT:
            raise BadXml("it is none of Tencent's")
        self._open.append({})
        self._text.clear()

    def data(self, text: str) -> None:
        self._text.append(text)

    def end(self, tag: str) -> None:
        content = self._open.pop()
        value: str | Fields = content or "".join(self._text)
        self._text.clear()
        if self._open:
            _add(self._open[-1], tag, value)
        else:
            self.found = content

    def close(self) -> None:
        """The parser's end; what was read is in `found`."""


def _add(fields: Fields, name: str, value: str | Fields) -> None:
    before = fields.get(name)
    if before is None:
        fields[name] = value
    elif isinstance(before, list):
        before.append(value)
    else:
        fields[name] = [before, value]
