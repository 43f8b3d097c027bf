"""Every sentence that people read, by key. Texts are Fluent files, one folder per language."""

from __future__ import annotations

import re
from collections.abc import KeysView
from functools import cache, cached_property
from html import escape
from importlib import import_module
from pathlib import Path
from typing import Any

from fluent.syntax.ast import (
    Message,
    Pattern,
    Resource,
    StringLiteral,
    TextElement,
    VariableReference,
)
from fluent.syntax.parser import FluentParser

from domain.present import present
from handlers.texts import choosing

HERE = Path(__file__).parent
DEFAULT = "zh-CN"


class Safe(str):
    """Text that is already escaped, or made by us; everything else is escaped on its way into a
    sentence.
    """

    __slots__ = ()


Parts = tuple[str | VariableReference, ...]

# An entry ends where a line begins with a name, a term or a remark.
ENTRY = re.compile(r"^([a-zA-Z][\w-]*) *=.*\n?(?:(?![a-zA-Z#-]).*\n?)*", re.MULTILINE)
PARSER = FluentParser(with_spans=False)


@cache
def written(language: str) -> dict[str, str]:
    """Every key of a language with its entry as it stands in the files."""
    paths = sorted((HERE / language).glob("*.ftl"))
    texts = (path.read_text(encoding="utf-8") for path in paths)
    return {entry[1]: entry[0] for text in texts for entry in ENTRY.finditer(text)}


def keys(language: str) -> KeysView[str]:
    """Every key of a language, in the order of the files."""
    return written(language).keys()


class Sentences(dict[str, Parts | None]):
    """A language's sentences, each read when it is first asked for: whoever starts asks for some
    dozens of two thousand, and all of them would take a quarter of a second.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.choosing: dict[str, choosing.Parts] = {}

    def __missing__(self, key: str) -> Parts | None:
        """Raises KeyError for an unknown key."""
        _, value = self._entry(key)
        self[key] = _parts(value)
        if self[key] is None and self.language in choosing.PLURALS:
            found = choosing.parts(value)
            if found is not None:
                self.choosing[key] = found
        return self[key]

    def _entry(self, key: str) -> tuple[Message, Pattern]:
        entry = PARSER.parse_entry(written(self.language)[key])
        if not isinstance(entry, Message) or entry.value is None:
            raise KeyError(key)
        return entry, entry.value

    def put_together(self, key: str, args: dict[str, object]) -> str:
        """A sentence that is not plain."""
        parts = self.choosing.get(key)
        said = choosing.chosen(parts, args, self.language) if parts else None
        return self._resolved(key, args) if said is None else said

    def _resolved(self, key: str, args: dict[str, object]) -> str:
        if not self._bundle.has_message(key):
            self._bundle.add_resource(Resource([self._entry(key)[0]]))
        found = self._bundle.get_message(key).value
        pattern = present(found, "only messages with a text are read")
        text, errors = self._bundle.format_pattern(pattern, args)
        if errors:
            raise errors[0]
        return str(text)

    @cached_property
    def _bundle(self) -> Any:
        """Fluent's own resolver, where it is needed."""
        made = import_module("fluent.runtime").FluentBundle
        return made([self.language], use_isolating=False)


@cache
def sentences(language: str) -> Sentences:
    """By key a sentence's text and variables in order, or None where only Fluent can put it
    together.
    """
    return Sentences(language)


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
    known_here = sentences(language)
    parts = known_here[key]
    if parts is not None:
        if len(parts) == 1 and isinstance(parts[0], str):
            return parts[0]
        return "".join(
            part if isinstance(part, str) else str(args[part.id.name]) for part in parts
        )
    return known_here.put_together(key, args)


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
