"""XML as WeCom writes it, and the fields of what it is answered."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from tests.fakes.wecom.errors import Json


def written(fields: Json) -> str:
    """Text as CDATA, numbers bare, an element for each of a list."""
    return f"<xml>{_inside(fields)}</xml>"


def _inside(value: Any) -> str:
    if isinstance(value, dict):
        return "\n".join(
            f"<{name}>{_inside(one)}</{name}>"
            for name, found in value.items()
            for one in (found if isinstance(found, list) else [found])
        )
    if isinstance(value, str):
        return f"<![CDATA[{value.replace(']]>', ']]]]><![CDATA[>')}]]>"
    return str(value)


def read(text: str) -> Json:
    """By name: text, fields, or a list where a name is repeated. Raises ValueError."""
    try:
        found = _read(ElementTree.fromstring(text))
    except ElementTree.ParseError as error:
        raise ValueError("no XML") from error
    if not isinstance(found, dict):
        raise ValueError("no fields")
    return found


def _read(element: ElementTree.Element) -> Any:
    if not len(element):
        return element.text or ""
    found: Json = {}
    for inner in element:
        if inner.tag not in found:
            found[inner.tag] = _read(inner)
            continue
        if not isinstance(found[inner.tag], list):
            found[inner.tag] = [found[inner.tag]]
        found[inner.tag].append(_read(inner))
    return found


def listed(value: Any) -> list[Any]:
    """One element as well as several."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]
