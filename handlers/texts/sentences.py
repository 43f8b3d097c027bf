"""Every sentence that people read, by key. Texts are Fluent files, one folder per language."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.syntax.ast import (
    EntryType,
    Message,
    Pattern,
    Resource,
    StringLiteral,
    TextElement,
    VariableReference,
)
from fluent.syntax.parser import FluentParser

from domain.present import present

HERE = Path(__file__).parent
DEFAULT = "zh-CN"


class Safe(str):
    """Text that is already escaped, or made by us; everything else is escaped on its way into a
    sentence.
    """

    __slots__ = ()


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(Resource(list(_entries(language))))
    return bundle


@cache
def _entries(language: str) -> tuple[EntryType, ...]:
    parser = FluentParser(with_spans=False)
    paths = sorted((HERE / language).glob("*.ftl"))
    parsed = (parser.parse(path.read_text(encoding="utf-8")) for path in paths)
    return tuple(entry for each in parsed for entry in each.body)


Parts = tuple[str | VariableReference, ...]


@cache
def keys(language: str) -> dict[str, Parts | None]:
    """Every key of a language: its text and variables in order, or None where only Fluent can
    put it together.
    """
    found: dict[str, Parts | None] = {}
    for entry in _entries(language):
        if isinstance(entry, Message) and entry.value is not None:
            found[entry.id.name] = _parts(entry.value)
    return found


def _parts(pattern: Pattern) -> Parts | None:
    """A sentence without plurals is joined by ourselves: this takes a seventh of the time
    (docs/adr/0008).
    """
    parts: list[str | VariableReference] = []
    for element in pattern.elements:
        if isinstance(element, TextElement):
            parts.append(element.value)
        elif isinstance(element.expression, StringLiteral):
            parts.append(element.expression.parse()["value"])
        elif isinstance(element.expression, VariableReference):
            parts.append(element.expression)
        else:
            return None
    return tuple(parts)


def _languages() -> dict[str, str]:
    """Every language that has a folder here, with its own name for itself; the default first."""
    folders = [path.name for path in sorted(HERE.iterdir()) if any(path.glob("*.ftl"))]
    others = [code for code in folders if code != DEFAULT]
    return {code: label(code, "language-name") for code in (DEFAULT, *others)}


@cache
def known(language: str) -> str:
    """The nearest language that we speak: 'en-GB' is English, all strangers get the default."""
    if language in LANGUAGES:
        return language
    tongue = language.lower().split("-")[0]
    same = (code for code in LANGUAGES if code.lower().split("-")[0] == tongue)
    return next(same, DEFAULT)


def label(language: str, key: str, **args: object) -> str:
    """A plain sentence, for buttons and toasts: nothing is escaped. Raises KeyError for an
    unknown key.
    """
    parts = keys(language)[key]
    if parts is not None:
        if len(parts) == 1 and isinstance(parts[0], str):
            return parts[0]
        return "".join(
            part if isinstance(part, str) else str(args[part.id.name]) for part in parts
        )
    bundle = _bundle(language)
    found = bundle.get_message(key).value
    pattern = present(found, "keys() has only messages with a text")
    text, errors = bundle.format_pattern(pattern, args)
    if errors:
        raise errors[0]
    return str(text)


def say(language: str, key: str, **args: object) -> Safe:
    """A sentence as safe HTML: strings among the arguments are escaped unless they are Safe."""
    clean = {
        k: escape(v, quote=False)
        if isinstance(v, str) and not isinstance(v, Safe)
        else v
        for k, v in args.items()
    }
    return Safe(label(language, key, **clean))


LANGUAGES = _languages()
